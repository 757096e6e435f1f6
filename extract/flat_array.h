#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace zhitu::extract {

/// A fixed array that either owns its elements or looks at elements that somebody else keeps, such
/// as a file in memory. Immutable; threads may share it.
template <typename T>
class FlatArray {
 public:
  FlatArray() = default;
  /// Owns `elements`.
  explicit FlatArray(std::vector<T> elements) : owned_(std::move(elements)), view_(owned_) {}
  /// Looks at `elements`, which must stay where they are as long as the array lives.
  explicit FlatArray(std::span<const T> elements) : view_(elements) {}
  /// Moves; the source is empty.
  FlatArray(FlatArray&& other) noexcept
      : owned_(std::move(other.owned_)), view_(std::exchange(other.view_, {})) {
    other.owned_.clear();
  }
  /// Moves; the source is empty.
  FlatArray& operator=(FlatArray&& other) noexcept {
    FlatArray taken(std::move(other));
    owned_.swap(taken.owned_);
    std::swap(view_, taken.view_);
    return *this;
  }
  FlatArray(const FlatArray&) = delete;
  FlatArray& operator=(const FlatArray&) = delete;
  ~FlatArray() = default;

  /// An element; `index` must be below the size.
  const T& operator[](std::size_t index) const { return view_[index]; }
  /// The first element.
  const T* data() const noexcept { return view_.data(); }
  /// Number of elements.
  std::size_t size() const noexcept { return view_.size(); }
  /// True if there are none.
  bool empty() const noexcept { return view_.empty(); }
  /// All of them.
  std::span<const T> view() const noexcept { return view_; }

 private:
  std::vector<T> owned_;  // moving a vector leaves its elements where they are
  std::span<const T> view_;
};

}  // namespace zhitu::extract

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::extract {

/// A set of types of entities, quick to ask: most types that are not in it are told by one bit.
class TypeSet {
 public:
  TypeSet() = default;
  /// Implicit, as for the vector that it holds. A type may stand twice.
  TypeSet(std::vector<std::string> types);
  /// The same.
  TypeSet(std::initializer_list<std::string> types) : TypeSet(std::vector<std::string>(types)) {}

  /// True if a type is in the set. O(1), but where types share a mark.
  bool Has(std::string_view type) const {
    const std::size_t mark = Mark(type);
    return (marks_ >> mark & 1U) != 0 && Holds(type, first_.data()[mark]);
  }
  /// The types, sorted, each once.
  const std::vector<std::string>& names() const noexcept { return names_; }
  /// True if there is none.
  bool empty() const noexcept { return names_.empty(); }

  /// A number below 64 by which types can be told apart in part.
  static std::size_t Mark(std::string_view type) {
    if (type.empty()) return 0;
    const auto byte = [](char c) {
      return static_cast<std::size_t>(static_cast<unsigned char>(c));
    };
    return (type.size() * 7 + byte(type.front()) * 5 + byte(type.back())) % 64;
  }

  /// The same types.
  friend bool operator==(const TypeSet&, const TypeSet&) = default;

 private:
  // True if one of the names from number `first` on is `type`.
  bool Holds(std::string_view type, std::size_t first) const {
    for (std::size_t i = first; i < names_.size(); ++i) {
      if (names_.data()[i] == type) return true;
    }
    return false;
  }

  std::vector<std::string> names_;
  std::uint64_t marks_ = 0;
  std::array<std::uint16_t, 64> first_{};  // by mark: the first name that has it, or one before it
};

}  // namespace zhitu::extract

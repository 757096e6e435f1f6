#pragma once

#include <cstddef>
#include <cstdint>

namespace zhitu::extract {

/// Labels of tokens: outside of names, and beginning, inside, end and single token of a name of
/// each type (BIOES: Ratinov and Roth, "Design challenges and misconceptions in named entity
/// recognition", 2009). Label 0 is outside; those of type t are 1 + 4t to 4 + 4t, in this order.
class LabelScheme {
 public:
  /// Types that one scheme may have.
  static constexpr std::size_t kMostTypes = 60;

  /// @param types  how many; 1 to `kMostTypes`.
  explicit LabelScheme(std::size_t types) : types_(types) {}

  /// How many types there are.
  std::size_t types() const { return types_; }
  /// How many labels there are.
  std::size_t size() const { return 1 + 4 * types_; }
  /// The label that begins a name of several tokens.
  static constexpr std::size_t Begin(std::size_t type) { return 1 + 4 * type; }
  /// The label between beginning and end.
  static constexpr std::size_t Inside(std::size_t type) { return 2 + 4 * type; }
  /// The label that ends a name of several tokens.
  static constexpr std::size_t End(std::size_t type) { return 3 + 4 * type; }
  /// The label of a name of one token.
  static constexpr std::size_t Single(std::size_t type) { return 4 + 4 * type; }
  /// The type of a label other than 0.
  static constexpr std::size_t TypeOf(std::size_t label) { return (label - 1) / 4; }
  /// True if no name is open behind the label: text may end here.
  static constexpr bool Closes(std::size_t label) { return label == 0 || (label - 1) % 4 >= 2; }
  /// True if the label goes on with no name: text may begin here.
  static constexpr bool Opens(std::size_t label) {
    return label == 0 || (label - 1) % 4 == 0 || (label - 1) % 4 == 3;
  }
  /// True if `to` may stand behind `from`.
  static constexpr bool MayFollow(std::size_t from, std::size_t to) {
    if (Closes(from) || Opens(to)) return Closes(from) && Opens(to);
    return TypeOf(from) == TypeOf(to);
  }

 private:
  std::size_t types_;
};

}  // namespace zhitu::extract

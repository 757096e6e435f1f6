#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/name_index.h"

namespace zhitu::extract {

/// Collects names and makes an index of them. One thread.
///
/// The names are turned into units and sorted once; the sorted list, stretch by stretch of names
/// that share their first units, gives every table in one pass. Time O(bytes * log names) at worst,
/// and near to linear for names that differ early; memory that of the names and the index.
class NameIndexBuilder {
 public:
  /// Told a name that was added more than once, and its values in the order in which they came;
  /// gives the one to keep.
  using Merge =
      std::function<std::uint32_t(std::string_view name, std::span<const std::uint32_t> values)>;

  /// Adds a name, taken as it stands (fold it before), and a number that stands for it; `value` is
  /// not `NameIndex::kNone`. An empty name is left out. O(name).
  /// @throws std::length_error for 4 GiB of names or more.
  void Add(std::string_view name, std::uint32_t value);
  /// Makes the index; the builder is empty afterwards. `merge` is called in order of the index.
  NameIndex Build(const Merge& merge);

 private:
  struct Name {
    std::uint64_t head = 0;   // the first four units
    std::uint32_t begin = 0;  // in `units_`
    std::uint32_t length = 0;
    std::uint32_t value = 0;
    std::uint32_t order = 0;
  };
  // Names that share their first `length` units; what goes on behind them belongs to `node`.
  struct Task {
    std::size_t first;
    std::size_t last;
    std::uint32_t length;
    std::size_t node;
  };
  struct Branch {
    std::uint32_t value = NameIndex::kNone;
    std::uint64_t rest = 0;
  };

  std::vector<std::uint32_t> ChooseAlphabet() const;
  void ToUnits(const UnitTable& table);
  bool IsBefore(const Name& a, const Name& b) const;
  bool IsSame(const Name& a, const Name& b) const;
  std::string_view TextOf(const Name& name) const;
  void MergeDoubles(const Merge& merge);
  void MakeSingles(std::size_t units);
  void MakePairs();
  void MakeTriples(unsigned unit_bits);
  Branch WholeBranch(std::size_t first, std::size_t last);
  Branch MakeBranch(std::size_t first, std::size_t last, std::uint32_t length);
  std::uint64_t MakeTail(const Name& name, std::uint32_t length);
  std::uint64_t MakeChildren(std::size_t first, std::size_t last, std::uint32_t length);

  std::string text_;                 // all names, one after the other
  std::vector<std::uint32_t> ends_;  // of each name in `text_`
  std::vector<std::uint32_t> values_;
  std::vector<Unit> units_;
  std::vector<Name> names_;
  std::vector<NameIndex::Node> nodes_;
  std::vector<Unit> tails_;
  std::vector<Task> tasks_;
  NameIndex::Tables tables_;
};

}  // namespace zhitu::extract

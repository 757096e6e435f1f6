#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/flat_array.h"
#include "extract/unit_table.h"

namespace zhitu::extract {

/// The numbers behind a set of names: which names begin at a place of a text is read from here.
///
/// Three steps, each over a table that is as small as it can be (DESIGN.md, "Matching"): a filter
/// on pairs of units says where nothing begins; a filter on three units says where only names of
/// two can; then one bucket of a hash table, a cache line, holds what follows three units: a name,
/// the rest of the only name that goes on, or a block of children. Matching is restarted at each
/// character; there are no failure links, since names are short where there are no spaces.
///
/// All tables are flat arrays, made by `NameIndexBuilder`, or looked at where a file keeps them.
/// Immutable; threads may share it.
class NameIndex {
 public:
  /// No name.
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  /// What `Longest` and the scanner find: the units of the name, 0 for none, and its value.
  struct Found {
    std::uint32_t length = 0;     ///< Units; 0: no name.
    std::uint32_t value = kNone;  ///< Number of the name.
  };

  /// Names of two units, four a bucket; a full bucket goes on in the next one.
  struct alignas(32) PairBucket {
    std::array<std::uint32_t, 4> pair{};                             ///< Two units; 0: free.
    std::array<std::uint32_t, 4> value{kNone, kNone, kNone, kNone};  ///< Numbers of the names.
  };
  /// What goes on behind three units, four a bucket.
  struct alignas(64) TripleBucket {
    std::array<std::uint32_t, 4> tag{};  ///< The low bits of the mixed key.
    std::array<std::uint32_t, 4> value{kNone, kNone, kNone, kNone};  ///< Of the three, or its tail.
    std::array<std::uint64_t, 4> rest{};  ///< See `Rest` in name_index_impl.h.
  };
  /// What goes on behind one more unit.
  struct Node {
    std::uint32_t unit = 0;       ///< 0, or behind sorted ones above all units: free.
    std::uint32_t value = kNone;  ///< Of the name that ends here, or with the tail.
    std::uint64_t rest = 0;       ///< See `Rest` in name_index_impl.h.
  };
  /// What found no room in its bucket.
  struct Stashed {
    std::uint64_t key = 0;        ///< Three units, mixed; `kFree` if there is none.
    std::uint64_t rest = 0;       ///< As in a bucket.
    std::uint32_t value = kNone;  ///< As in a bucket.
    std::uint32_t reserved = 0;   ///< Always 0.
  };
  /// All tables.
  struct Tables {
    FlatArray<std::uint32_t> alphabet;       ///< For `UnitTable`.
    FlatArray<std::uint32_t> start_filter;   ///< Of the first two units of names; a power of two.
    FlatArray<std::uint32_t> pair_filter;    ///< Of names of two units; a power of two.
    FlatArray<std::uint32_t> triple_filter;  ///< Of the first three units; a power of two.
    FlatArray<PairBucket> pairs;             ///< A power of two.
    FlatArray<TripleBucket> triples;         ///< Any number.
    FlatArray<Stashed> stash;                ///< A power of two.
    FlatArray<Node> nodes;                   ///< Blocks of children.
    FlatArray<Unit> tails;                   ///< The ends of long names.
    FlatArray<std::uint32_t> singles;        ///< Values of names of one unit, by unit; or empty.
    std::uint64_t names = 0;                 ///< How many there are.
    std::uint64_t longest = 0;               ///< Units of the longest.
  };

  /// A number that is another one where the same tables would be read otherwise.
  static std::uint64_t Fingerprint();

  /// An empty one.
  NameIndex();
  /// @param tables  as `NameIndexBuilder` makes them; the caller vouches for them.
  explicit NameIndex(Tables tables);

  /// How characters become units.
  const UnitTable& units() const noexcept { return units_; }
  /// How many names there are.
  std::size_t size() const noexcept { return tables_.names; }
  /// Units of the longest name.
  std::size_t longest() const noexcept { return tables_.longest; }
  /// The tables, for writing them down.
  const Tables& tables() const noexcept { return tables_; }
  /// Bytes of all tables together, those of `units` too.
  std::size_t bytes() const noexcept;

  /// The longest name that `units` begins with, of those shorter than `limit`. Behind the units
  /// must stand at least `kPadding` units 0. O(length of the name).
  Found Longest(const Unit* units, std::size_t limit = kNone) const;
  /// Appends all names that `units` begins with, of those shorter than `limit`, the shortest first.
  /// O(length of the longest).
  void All(const Unit* units, std::vector<Found>& names, std::size_t limit = kNone) const;
  /// The value of a name, taken as it stands, or `kNone`.
  std::uint32_t Find(std::string_view name) const;

  /// Units 0 that must stand behind what is searched.
  static constexpr std::size_t kPadding = 8;

 private:
  friend class NameLookup;

  Tables tables_;
  UnitTable units_;
};

}  // namespace zhitu::extract

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/entity.h"
#include "extract/fold.h"
#include "extract/readings.h"
#include "extract/span.h"

namespace zhitu::extract {

/// The names of an entity, as views into the gazetteer.
struct EntityView {
  std::string_view id;    ///< Unique id.
  std::string_view name;  ///< Canonical name.
  std::string_view type;  ///< Type, as in the dictionary.
};

/// A dictionary file: where it lies, and how many bytes it has.
struct DictionarySource {
  std::string path;        ///< As the user named it, or, of a compiled dictionary, the way there.
  std::uint64_t size = 0;  ///< In bytes.

  /// Same path, same size.
  friend bool operator==(const DictionarySource&, const DictionarySource&) = default;
};

/// One dictionary match: a surface form at a place.
struct Match {
  Span span;            ///< Bytes of the original text.
  Span folded;          ///< Bytes of the folded text.
  Readings readings;    ///< The entities it may name; never none.
  bool nested = false;  ///< Lies inside a longer match.

  /// Same places, readings and nesting.
  friend bool operator==(const Match&, const Match&) = default;
};

struct ScanKernel;

/// A dictionary of surface forms: every name and alias, and the entities each one names.
/// Immutable once built, so any number of threads may search it.
class Gazetteer {
 public:
  /// An empty one, which finds nothing.
  Gazetteer();
  Gazetteer(Gazetteer&&) noexcept;             ///< Moves; the source may only be destroyed.
  Gazetteer& operator=(Gazetteer&&) noexcept;  ///< Moves; the source may only be destroyed.
  ~Gazetteer();

  /// Number of entities.
  std::size_t size() const;
  /// Names of an entity; `index` must be below the size. O(1).
  EntityView entity(EntityIndex index) const;
  /// The name of an entity alone, likewise.
  std::string_view Name(EntityIndex index) const;
  /// Has the processor fetch what is known of an entity, which will be asked for soon. Any number.
  void Prefetch(EntityIndex index) const noexcept;
  /// The larger unit of an entity, or `kNoEntity`.
  EntityIndex Parent(EntityIndex index) const;
  /// The type of an entity alone, likewise.
  std::string_view Type(EntityIndex index) const;
  /// All that is known of an entity, copied.
  Entity Details(EntityIndex index) const;
  /// Where the entity stands in the dictionary: `dictionary.csv:3`.
  std::string Why(EntityIndex index) const;
  /// Number of distinct surface forms, after folding.
  std::size_t surfaces() const;
  /// Bytes of memory that finding surface forms takes, the numbers of the entities included.
  std::size_t index_bytes() const;
  /// The dictionary files in the order given: base name, and XXH3-128 of the bytes in hex.
  const std::vector<std::pair<std::string, std::string>>& files() const;
  /// The same files, in the same order: where each lies.
  const std::vector<DictionarySource>& sources() const;
  /// The types of its entities, in order of first appearance.
  const std::vector<std::string>& types() const;

  /// The entities that a folded surface form names, in dictionary order; none if it is not in the
  /// dictionary. Case and word boundaries are not looked at. O(log forms).
  std::vector<EntityIndex> Readings(std::string_view folded) const;
  /// True if the dictionary says that a folded surface form is no name (type `ignore`), wherever it
  /// stands. O(log forms).
  bool Ignores(std::string_view folded) const;

  /// Finds the longest surface form at each place, left to right (matches do not overlap), then in
  /// the same way those inside each match, and so on. Forms of type `ignore` take their place in
  /// this and are left out of what comes back.
  ///
  /// @param folded    the folded form of `original`, all of it.
  /// @param original  the text that offsets refer to.
  /// @return          by begin, an outer match before those nested in it.
  ///
  /// O(n log m) comparisons for n bytes and m forms; matches nested k deep cost k times. Method:
  /// DESIGN.md, "Matching".
  std::vector<Match> Find(const FoldedText& folded, std::string_view original) const;

  /// Told the bytes of a match and the entities that it may name, in dictionary order, never none.
  using TakeMatch = std::function<void(const Span&, std::span<const EntityIndex>)>;
  /// Finds what `Find` finds in the folded text of `text`, each of its lines a block of its own,
  /// but for nested matches; folds on the way, without a copy of the text. O(n) and the lengths of
  /// the forms tried.
  /// @param text    valid UTF-8 of less than 4 GiB.
  /// @param take    called in the order of the text.
  /// @param kernel  as for `NameScanner`.
  void FindOuter(std::string_view text, const TakeMatch& take,
                 const ScanKernel* kernel = nullptr) const;

  /// What stands behind this class; for its own sources, as are the next two.
  struct Impl;
  /// Makes one of what stands behind it.
  explicit Gazetteer(std::unique_ptr<Impl> impl);
  /// What stands behind it.
  const Impl& impl() const noexcept { return *impl_; }

 private:
  friend class GazetteerBuilder;
  std::unique_ptr<Impl> impl_;
};

}  // namespace zhitu::extract

#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/entity.h"
#include "extract/gazetteer.h"

namespace zhitu::extract {

/// When a surface form counts as found.
struct SurfaceRule {
  /// Where a form may begin and end.
  enum class Boundary : std::uint8_t {
    kAuto,  ///< Word boundaries at letters of spaced scripts, none at Han characters.
    kWord,  ///< Word boundaries (Unicode UAX 29, ICU's dictionaries for Chinese) at both ends.
    kNone   ///< Anywhere.
  };
  Boundary boundary = Boundary::kAuto;  ///< Where it may begin and end.
  bool exact_case = false;              ///< Upper and lower case count.

  friend bool operator==(const SurfaceRule&, const SurfaceRule&) = default;
};

/// Collects entities and makes a gazetteer of them. One thread.
class GazetteerBuilder {
 public:
  GazetteerBuilder();
  ~GazetteerBuilder();
  GazetteerBuilder(const GazetteerBuilder&) = delete;
  GazetteerBuilder& operator=(const GazetteerBuilder&) = delete;

  /// Names a dictionary file. @param hash XXH3-128 of its bytes, in hex. @param source where it
  /// lies. @return its number, for `Add`.
  std::uint32_t AddFile(std::string name, std::string hash, DictionarySource source = {});
  /// Adds an entity with its name and aliases as surface forms. `entity.why` is not read; `parent`
  /// is set later.
  /// @return its index. A surface form that folds to nothing is left out.
  EntityIndex Add(const Entity& entity, const SurfaceRule& rule, std::uint32_t file,
                  std::uint32_t line);
  /// What was added under an index; views last until the next call that adds.
  struct Names {
    std::string_view id;                    ///< Unique id.
    std::string_view name;                  ///< Canonical name.
    std::vector<std::string_view> aliases;  ///< Other surface forms, as given.
    std::uint32_t file = 0;                 ///< As given to `Add`.
    std::uint32_t line = 0;                 ///< As given to `Add`.
  };
  /// Entities added so far.
  std::size_t size() const;
  /// The first entity with this id, or `kNoEntity`. O(1).
  EntityIndex FindId(std::string_view id) const;
  /// Names and place of an entity; `index` must be below the size.
  Names NamesOf(EntityIndex index) const;
  /// Makes `surface` match without naming anything, where it fits the rule.
  void Ignore(const std::string& surface, const SurfaceRule& rule = {});
  /// Sets the larger unit of an entity.
  void SetParent(EntityIndex child, EntityIndex parent);
  /// Sorts and indexes. The builder is empty afterwards. O(n log n).
  Gazetteer Build();

 private:
  struct Parts;
  std::uint32_t AddDetails(const Entity& entity);
  void AddSurface(std::uint32_t begin, std::uint32_t size, EntityIndex entity,
                  const SurfaceRule& rule);
  std::uint32_t Merge(std::string_view folded, std::span<const std::uint32_t> values);

  std::unique_ptr<Parts> parts_;
};

}  // namespace zhitu::extract

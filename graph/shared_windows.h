#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "graph/document_marks.h"
#include "graph/quoted_text.h"
#include "graph/records.h"
#include "graph/selection.h"

namespace zhitu::graph {

/// Where both ends of a co-occurrence are shown.
struct SharedText {
  /// That of the mention that stands first, of the two that stand closest.
  std::uint32_t first = 0;
  /// That of the other; the same where one sentence holds both.
  std::uint32_t second = 0;

  /// Equal in both.
  friend bool operator==(const SharedText&, const SharedText&) = default;
};

/// The first windows of co-occurrences, found over the mentions of one document after the other.
/// Holds 8 bytes a window that is kept, 16 a relation. One thread.
class SharedWindows {
 public:
  /// @param keep    says of which relations of the selection.
  /// @param counts  windows of each relation, by number.
  /// @param most    windows of each that are kept.
  SharedWindows(const Selection& selection, const std::function<bool(RelationNumber)>& keep,
                const std::vector<std::int64_t>& counts, std::int64_t most);

  /// Shows those of a document. O(mentions log mentions + pairs of entities in windows).
  void Show(const DocumentMarks& marks, QuotedTexts& texts);
  /// Those of a relation, in the order of the texts.
  std::span<const SharedText> Of(RelationNumber relation) const;

 private:
  // Mentions of one entity in the window that is looked at.
  struct Member {
    EntityNumber entity = 0;
    std::vector<Named> named;
  };
  struct Partner {
    EntityNumber object = 0;
    RelationNumber relation = 0;
  };

  std::span<const Partner> PartnersOf(EntityNumber entity) const;
  void ShowWindow(std::span<const MentionMark* const> window, QuotedTexts& texts);
  void ShowPairs(const Member& member, std::span<const Member> others, QuotedTexts& texts);
  void ShowPair(RelationNumber relation, const Member& a, const Member& b, QuotedTexts& texts);

  std::vector<std::size_t> partners_begin_;  // by the smaller number of both entities
  std::vector<Partner> partners_;            // of each entity by number of the other
  std::vector<std::size_t> shared_begin_;    // by relation
  std::vector<std::uint32_t> shared_count_;  // by relation
  std::vector<SharedText> shared_;
};

}  // namespace zhitu::graph

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "extract/linear_chain.h"
#include "extract/span.h"
#include "extract/span_confidence.h"
#include "extract/surface_chooser.h"
#include "extract/tag_scorer.h"
#include "extract/tag_sequence.h"
#include "extract/tagger_model.h"
#include "extract/worker_pool.h"

namespace zhitu::extract {

/// A name that a tagger found.
struct TaggedName {
  Span span;               ///< Bytes of the text, from a token's first to a token's last.
  std::uint32_t type = 0;  ///< Number of its type in the model.
  /// How probable it is that just this is a name of just this type: `SpanConfidence`, softened to
  /// what held-out texts show. In hundredths, 0.01 to 0.99.
  double confidence = 0;
  /// Equal in both.
  friend bool operator==(const TaggedName&, const TaggedName&) = default;
};

/// Finds names with a learned model: a conditional random field over characters and words, with the
/// features of `TagFeatures`, or a choice among known forms (`SurfaceChooser`). Keeps memory
/// between calls: one thread each.
class Tagger {
 public:
  /// @param model  must live as long.
  explicit Tagger(const TaggerModel& model);

  /// Finds the names in a paragraph.
  ///
  /// @param text    valid UTF-8 of less than 4 GiB.
  /// @param pieces  the printed lines of the paragraph, in order, without what lies between.
  /// @param names   outermost names of the user's dictionary in them, in order; looked at only if
  ///                the model knows such. Their types are numbered by `NumberOfNameType`.
  /// @param found   gets the names, in order; they do not overlap.
  /// Pure; O(n * labels), some 5 MB/s with 13 labels.
  void Tag(std::string_view text, std::span<const Span> pieces, std::span<const NamedSpan> names,
           std::vector<TaggedName>& found);

 private:
  // Of a model that labels tokens.
  struct Chain {
    explicit Chain(const TaggerModel& model);
    TagScorer scorer;
    LabelDecoder decoder;
    SpanConfidence confidence;
  };

  void TagSome(std::string_view text, std::span<const Span> pieces,
               std::span<const NamedSpan> names, std::vector<TaggedName>& found);
  void TakeLabels(Chain& chain, std::vector<TaggedName>& found);
  void TakeSurfaces(SurfaceChooser& chooser, std::vector<TaggedName>& found);

  const TaggerModel& model_;
  std::optional<Chain> chain_;
  std::optional<SurfaceChooser> chooser_;  // of a model of surfaces alone
  TagSequence sequence_;
};

/// The taggers of one model.
using TaggerPool = WorkerPool<Tagger, TaggerModel>;

/// A dictionary's type as a number for `NamedSpan`: the same for the same type.
std::uint32_t NumberOfNameType(std::string_view type);

}  // namespace zhitu::extract

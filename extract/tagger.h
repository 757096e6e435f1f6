#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/linear_chain.h"
#include "extract/span.h"
#include "extract/span_confidence.h"
#include "extract/surface_chooser.h"
#include "extract/tag_scorer.h"
#include "extract/tag_sequence.h"
#include "extract/tagger_model.h"

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

/// Keeps the taggers of one model, so that each document need not make one. Threads may share it.
class TaggerPool {
 public:
  /// Gives a tagger back to its pool.
  struct Return {
    const TaggerPool* pool = nullptr;       ///< Where it came from.
    void operator()(Tagger* tagger) const;  ///< Gives it back.
  };
  /// A tagger for one thread, until it is destroyed; the pool must live as long.
  using Loan = std::unique_ptr<Tagger, Return>;

  /// Owns the model.
  explicit TaggerPool(TaggerModel model) : model_(std::move(model)) {}
  TaggerPool(const TaggerPool&) = delete;
  TaggerPool& operator=(const TaggerPool&) = delete;
  ~TaggerPool() = default;

  /// The model of all its taggers.
  const TaggerModel& model() const { return model_; }
  /// Lends a tagger; makes one if all are lent.
  Loan Borrow() const;

 private:
  TaggerModel model_;
  mutable std::mutex mutex_;
  mutable std::vector<std::unique_ptr<Tagger>> idle_;
};

/// A dictionary's type as a number for `NamedSpan`: the same for the same type.
std::uint32_t NumberOfNameType(std::string_view type);

}  // namespace zhitu::extract

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "extract/surface_lexicon.h"
#include "extract/tag_sequence.h"
#include "extract/tagger_model.h"

namespace zhitu::extract {

/// A known surface form where it stands in a text, and the longest one around it.
struct SurfaceCandidate {
  SurfaceLexicon::Match match;  ///< The form.
  std::uint32_t around = 0;     ///< 1 + the share of a longer form around it; 0: there is none.
};

/// Things that a candidate is judged by.
inline constexpr std::size_t kSurfaceFeatures = 19;

/// All known forms in a text, by begin, then the longer first. O(tokens * longest form).
void FindCandidates(const SurfaceLexicon& surfaces, const TagSequence& sequence,
                    std::vector<SurfaceCandidate>& candidates);

/// The mixed keys of what a candidate is judged by: the form, how often it is a name, and the
/// characters and words to its left and right.
std::array<std::uint64_t, kSurfaceFeatures> SurfaceKeys(const TagSequence& sequence,
                                                        const SurfaceCandidate& candidate);

/// A number that is another one where texts have other keys.
std::uint64_t SurfaceKeysFingerprint(const TagSequence& sample);

/// A form that is taken for a name.
struct ChosenSurface {
  std::uint32_t begin = 0;  ///< The first token, without padding.
  std::uint32_t end = 0;    ///< One past the last.
  std::uint32_t type = 0;   ///< Number of its type in the model.
  double probability = 0;   ///< By itself, whatever else is chosen.
};

/// Chooses names among the forms that a model knows: each is judged by a logistic regression, and
/// of all sets of forms that do not overlap that with the best sum wins. Keeps memory between
/// calls: one thread each.
class SurfaceChooser {
 public:
  /// @param model  one of surfaces alone; must live as long.
  explicit SurfaceChooser(const TaggerModel& model) : model_(model) {}

  /// The best set, in order; good until the next call. O(tokens * longest form).
  std::span<const ChosenSurface> Choose(const TagSequence& sequence);

 private:
  std::int32_t ScoreOf(const TagSequence& sequence, const SurfaceCandidate& candidate) const;

  const TaggerModel& model_;
  std::vector<SurfaceCandidate> candidates_;
  std::vector<std::int32_t> scores_;   // by candidate
  std::vector<std::int64_t> best_;     // sum for the tokens before each token
  std::vector<std::uint32_t> chosen_;  // 1 + the candidate that ends there in that sum, or 0
  std::vector<ChosenSurface> found_;
};

}  // namespace zhitu::extract

#include "extract/surface_chooser.h"

#include <algorithm>
#include <cmath>

#include "extract/hash_index.h"

namespace zhitu::extract {
namespace {

using Key = std::uint64_t;

// What stands around a candidate.
class Surroundings {
 public:
  Surroundings(const TagSequence& sequence, const SurfaceLexicon::Match& match)
      : sequence_(sequence),
        begin_(TagSequence::kPadding + match.begin),
        end_(TagSequence::kPadding + match.end) {}

  // The character so many before the form, and behind it, from 1 on.
  Key Before(std::size_t by) const { return sequence_.tokens[begin_ - by].id; }
  Key Behind(std::size_t by) const { return sequence_.tokens[end_ + by - 1].id; }
  Key First() const { return sequence_.tokens[begin_].id; }
  Key Last() const { return sequence_.tokens[end_ - 1].id; }
  // The words to both sides; that of its own end where the form ends inside a word.
  Key WordBefore() const { return sequence_.words[sequence_.word[begin_ - 1]]; }
  Key WordBehind() const { return sequence_.words[sequence_.word[end_]]; }
  // Whether it begins with a word and ends with one.
  Key Edges() const {
    return (sequence_.place[begin_] & TagSequence::kFirst) |
           (sequence_.place[end_ - 1] & TagSequence::kLast);
  }
  Key Classes() const {
    constexpr Key kClasses = 64;
    return static_cast<Key>(sequence_.tokens[begin_ - 1].shape) * kClasses +
           static_cast<Key>(sequence_.tokens[end_].shape);
  }

 private:
  const TagSequence& sequence_;
  std::size_t begin_;
  std::size_t end_;
};

// The probability that a sum of weights stands for.
double Logistic(double sum) { return 1 / (1 + std::exp(-sum)); }

}  // namespace

void FindCandidates(const SurfaceLexicon& surfaces, const TagSequence& sequence,
                    std::vector<SurfaceCandidate>& candidates) {
  candidates.clear();
  surfaces.FindAll(sequence,
                   [&](const SurfaceLexicon::Match& match) { candidates.push_back({match, 0}); });
  std::sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
    return a.match.begin != b.match.begin ? a.match.begin < b.match.begin
                                          : a.match.end > b.match.end;
  });
  const SurfaceCandidate* furthest = nullptr;
  for (SurfaceCandidate& candidate : candidates) {
    if (furthest != nullptr && candidate.match.end <= furthest->match.end) {
      candidate.around = 1 + SurfaceLexicon::ShareOf(furthest->match.value);
    } else {
      furthest = &candidate;
    }
  }
}

std::array<Key, kSurfaceFeatures> SurfaceKeys(const TagSequence& sequence,
                                              const SurfaceCandidate& candidate) {
  constexpr Key kMostLength = 6;
  const SurfaceLexicon::Match& match = candidate.match;
  const Surroundings at(sequence, match);
  const Key type = SurfaceLexicon::TypeOf(match.value);
  const Key kind = MixBits(type, SurfaceLexicon::ShareOf(match.value));
  const Key length = std::min<Key>(match.end - match.begin, kMostLength);
  std::array<Key, kSurfaceFeatures> keys = {
      match.value,
      MixBits(kind, length),
      MixBits(kind, candidate.around),
      MixBits(kind, at.Edges()),
      MixBits(kind, at.Classes()),
      MixBits(type, at.Before(1)),
      MixBits(type, at.Behind(1)),
      MixBits(kind, MixBits(at.Before(1), length)),
      MixBits(kind, MixBits(at.Behind(1), length)),
      MixBits(type, MixBits(at.Before(2), at.Before(1))),
      MixBits(type, MixBits(at.Behind(1), at.Behind(2))),
      MixBits(type, MixBits(at.Before(1), at.Behind(1))),
      MixBits(type, at.WordBefore()),
      MixBits(type, at.WordBehind()),
      MixBits(kind, at.First()),
      MixBits(kind, at.Last()),
      match.form,
      MixBits(match.form, at.Before(1)),
      MixBits(match.form, at.Behind(1)),
  };
  for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = MixBits(keys[i], i);
  return keys;
}

std::uint64_t SurfaceKeysFingerprint(const TagSequence& sample) {
  std::uint64_t fingerprint = 0;
  const SurfaceCandidate candidate{{1, 3, 1, 1}, 1};
  for (const Key key : SurfaceKeys(sample, candidate)) fingerprint = MixBits(fingerprint, key);
  return fingerprint;
}

std::int32_t SurfaceChooser::ScoreOf(const TagSequence& sequence,
                                     const SurfaceCandidate& candidate) const {
  const TaggerModel::Table& table = model_.tables.front();
  std::int32_t score = 0;
  for (const Key key : SurfaceKeys(sequence, candidate)) {
    const std::uint32_t number = table.index.Find(key);
    if (number != HashIndex::kNone) score += table.rows[number];
  }
  return score;
}

std::span<const ChosenSurface> SurfaceChooser::Choose(const TagSequence& sequence) {
  FindCandidates(model_.surfaces, sequence, candidates_);
  scores_.clear();
  for (const SurfaceCandidate& candidate : candidates_)
    scores_.push_back(ScoreOf(sequence, candidate));
  // By begin, so each sum before a candidate is done when it comes.
  best_.assign(sequence.size() + 1, 0);
  chosen_.assign(sequence.size() + 1, 0);
  std::size_t next = 0;
  for (std::size_t token = 0; token <= sequence.size(); ++token) {
    if (token > 0 && best_[token - 1] >= best_[token]) {
      best_[token] = best_[token - 1];
      chosen_[token] = 0;
    }
    for (; next < candidates_.size() && candidates_[next].match.begin == token; ++next) {
      const std::int64_t sum = best_[token] + scores_[next];
      std::int64_t& best = best_[candidates_[next].match.end];
      if (sum <= best) continue;
      best = sum;
      chosen_[candidates_[next].match.end] = static_cast<std::uint32_t>(next) + 1;
    }
  }
  found_.clear();
  for (std::size_t token = sequence.size(); token > 0;) {
    if (chosen_[token] == 0) {
      --token;
      continue;
    }
    const std::size_t number = chosen_[token] - 1;
    const SurfaceLexicon::Match& match = candidates_[number].match;
    found_.push_back({match.begin, match.end, SurfaceLexicon::TypeOf(match.value),
                      Logistic(static_cast<double>(model_.step) * scores_[number])});
    token = match.begin;
  }
  std::reverse(found_.begin(), found_.end());
  return found_;
}

}  // namespace zhitu::extract

// Probabilities are kept as such, not as logarithms, and scaled at each token (Rabiner 1989). A
// token's scores are taken to be at most kWidest below its best one, so that nothing that is
// allowed comes out as zero.
#include "extract/linear_chain.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace zhitu::extract {
namespace {

constexpr float kWidest = 60;
constexpr std::int32_t kForbidden = -(std::int32_t{1} << 29U);

void Scale(std::span<double> values, double factor) {
  for (double& value : values) value *= factor;
}

double SumOf(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

ChainMarginals::ChainMarginals(const LabelScheme& scheme)
    : scheme_(scheme),
      factors_(scheme.size() * scheme.size()),
      beta_(scheme.size()),
      next_(scheme.size()) {}

void ChainMarginals::SetTransitions(std::span<const float> transitions) {
  const std::size_t size = scheme_.size();
  for (std::size_t i = 0; i < factors_.size(); ++i) {
    const bool allowed = LabelScheme::MayFollow(i / size, i % size);
    factors_[i] = allowed ? std::exp(static_cast<double>(transitions[i])) : 0.0;
  }
}

void ChainMarginals::Compute(std::span<const float> emissions) {
  labels_.resize(emissions.size());
  pairs_.assign(factors_.size(), 0);
  log_partition_ = 0;
  Exponentiate(emissions);
  Forward();
  Backward();
}

void ChainMarginals::Exponentiate(std::span<const float> emissions) {
  const std::size_t size = scheme_.size();
  emissions_.resize(emissions.size());
  for (std::size_t at = 0; at < emissions.size(); at += size) {
    const auto token = emissions.subspan(at, size);
    const float best = *std::max_element(token.begin(), token.end());
    log_partition_ += static_cast<double>(best);
    for (std::size_t i = 0; i < size; ++i)
      emissions_[at + i] = static_cast<double>(std::exp(std::max(token[i] - best, -kWidest)));
  }
  for (std::size_t i = 0; i < size; ++i) {
    if (!LabelScheme::Opens(i)) emissions_[i] = 0;
    if (!LabelScheme::Closes(i)) emissions_[emissions_.size() - size + i] = 0;
  }
}

void ChainMarginals::ForwardStep(const double* before, double* now) {
  const std::size_t size = scheme_.size();
  std::fill(now, now + size, 0.0);
  for (std::size_t from = 0; from < size; ++from) {
    if (!LabelScheme::Closes(from)) continue;
    const double* const factors = &factors_[from * size];
    for (std::size_t to = 0; to < size; ++to) now[to] += before[from] * factors[to];
  }
  for (std::size_t type = 0; type < scheme_.types(); ++type) {
    const std::size_t begin = LabelScheme::Begin(type);
    for (const std::size_t to : {LabelScheme::Inside(type), LabelScheme::End(type)}) {
      now[to] = before[begin] * factors_[begin * size + to] +
                before[begin + 1] * factors_[(begin + 1) * size + to];
    }
  }
}

void ChainMarginals::Forward() {
  const std::size_t size = scheme_.size();
  alpha_.resize(emissions_.size());
  for (std::size_t at = 0; at < alpha_.size(); at += size) {
    double* const now = &alpha_[at];
    if (at == 0) {
      std::fill(now, now + size, 1.0);
    } else {
      ForwardStep(now - size, now);
    }
    for (std::size_t i = 0; i < size; ++i) now[i] *= emissions_[at + i];
    const double sum = SumOf({now, size});
    log_partition_ += std::log(sum);
    Scale({now, size}, 1 / sum);
  }
}

void ChainMarginals::AddPairs(const double* alpha, double scale) {
  const std::size_t size = scheme_.size();
  for (std::size_t from = 0; from < size; ++from) {
    const double* const factors = &factors_[from * size];
    double* const pairs = &pairs_[from * size];
    const double weight = alpha[from] * scale;
    for (std::size_t to = 0; to < size; ++to) pairs[to] += weight * factors[to] * next_[to];
  }
}

void ChainMarginals::Backward() {
  const std::size_t size = scheme_.size();
  std::fill(beta_.begin(), beta_.end(), 1.0);
  for (std::size_t at = emissions_.size() - size;; at -= size) {
    const double* const alpha = &alpha_[at];
    const double sum = std::inner_product(beta_.begin(), beta_.end(), alpha, 0.0);
    for (std::size_t i = 0; i < size; ++i)
      labels_[at + i] = static_cast<float>(alpha[i] * beta_[i] / sum);
    if (at == 0) return;
    for (std::size_t i = 0; i < size; ++i) next_[i] = emissions_[at + i] * beta_[i];
    for (std::size_t from = 0; from < size; ++from)
      beta_[from] = std::inner_product(next_.begin(), next_.end(), &factors_[from * size], 0.0);
    AddPairs(alpha - size, 1 / std::inner_product(beta_.begin(), beta_.end(), alpha - size, 0.0));
    Scale(beta_, 1 / SumOf(beta_));
  }
}

LabelDecoder::LabelDecoder(const LabelScheme& scheme, std::span<const std::int32_t> transitions)
    : scheme_(scheme), scores_(scheme.size()) {
  for (std::size_t label = 0; label < scheme.size(); ++label) {
    if (LabelScheme::Closes(label)) closing_.push_back(label);
    if (LabelScheme::Opens(label)) opening_.push_back(label);
  }
  next_.resize(opening_.size());
  from_.resize(opening_.size());
  for (const std::size_t from : closing_) {
    for (const std::size_t to : opening_)
      between_.push_back(transitions[from * scheme.size() + to]);
  }
  for (std::size_t type = 0; type < scheme.types(); ++type) {
    const std::size_t begin = LabelScheme::Begin(type);
    const std::int32_t* const row = &transitions[begin * scheme.size() + begin + 1];
    within_.push_back({row[0], row[1], row[scheme.size()], row[scheme.size() + 1]});
  }
  FindGap();
}

void LabelDecoder::FindGap() {
  const std::size_t width = opening_.size();
  for (std::size_t to = 0; to < width; ++to) {
    std::int32_t least = between_[to];
    std::int32_t most = least;
    for (std::size_t at = to; at < between_.size(); at += width) {
      least = std::min(least, between_[at]);
      most = std::max(most, between_[at]);
    }
    gap_ = std::max(gap_, most - least);
  }
}

std::int32_t LabelDecoder::BestClosing() const {
  std::int32_t best = scores_[0];
  for (const std::size_t label : closing_) best = std::max(best, scores_[label]);
  return best;
}

// From labels behind which no name is open. One that is further behind the best one than any two
// transitions to the same label differ can win nothing: mostly one or two are left to look at.
void LabelDecoder::StepBetween(std::int32_t best) {
  const std::size_t width = opening_.size();
  std::fill(next_.begin(), next_.end(), 2 * kForbidden);
  for (std::size_t i = 0; i < closing_.size(); ++i) {
    const std::int32_t score = scores_[closing_[i]] - best;
    if (score < -gap_) continue;
    const std::int32_t* const row = &between_[i * width];
    const auto from = static_cast<std::int32_t>(closing_[i]);
    for (std::size_t to = 0; to < width; ++to) {
      const std::int32_t sum = score + row[to];
      const bool better = sum > next_[to];
      next_[to] = better ? sum : next_[to];
      from_[to] = better ? from : from_[to];
    }
  }
}

// Scores are kept relative to the best label of the token before behind which no name is open, so
// that they stay small however long the text is.
void LabelDecoder::Step(const std::int16_t* emissions, std::uint8_t* back) {
  const std::int32_t best = BestClosing();
  StepBetween(best);
  const auto set = [&](std::size_t label, std::int32_t score, std::size_t from) {
    scores_[label] = std::max(score + emissions[label], kForbidden);
    back[label] = static_cast<std::uint8_t>(from);
  };
  set(0, next_[0], static_cast<std::size_t>(from_[0]));
  for (std::size_t type = 0; type < scheme_.types(); ++type) {
    const std::size_t begin = LabelScheme::Begin(type);
    const std::size_t inside = begin + 1;
    const Within& within = within_[type];
    const std::int32_t begun = scores_[begin] - best;
    const std::int32_t going_on = scores_[inside] - best;
    const std::size_t opening = 1 + 2 * type;
    set(begin, next_[opening], static_cast<std::size_t>(from_[opening]));
    set(LabelScheme::Single(type), next_[opening + 1],
        static_cast<std::size_t>(from_[opening + 1]));
    const auto choose = [&](std::size_t to, std::int32_t from_begin, std::int32_t from_inside) {
      set(to, std::max(from_begin, from_inside), from_begin >= from_inside ? begin : inside);
    };
    choose(inside, begun + within.begin_inside, going_on + within.inside_inside);
    choose(LabelScheme::End(type), begun + within.begin_end, going_on + within.inside_end);
  }
}

std::span<const std::uint8_t> LabelDecoder::Decode(std::span<const std::int16_t> emissions) {
  const std::size_t size = scheme_.size();
  const std::size_t tokens = emissions.size() / size;
  labels_.resize(tokens);
  if (tokens == 0) return labels_;
  back_.resize(tokens * size);
  for (std::size_t i = 0; i < size; ++i)
    scores_[i] = LabelScheme::Opens(i) ? emissions[i] : kForbidden;
  for (std::size_t t = 1; t < tokens; ++t) Step(&emissions[t * size], &back_[t * size]);
  std::size_t best = 0;
  for (std::size_t i = 1; i < size; ++i) {
    if (LabelScheme::Closes(i) && scores_[i] > scores_[best]) best = i;
  }
  for (std::size_t t = tokens; t-- > 0;) {
    labels_[t] = static_cast<std::uint8_t>(best);
    best = back_[t * size + best];
  }
  return labels_;
}

}  // namespace zhitu::extract

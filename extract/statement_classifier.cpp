#include "extract/statement_classifier.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "extract/tagger.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kWaysOfEnd = 4;  // subject or object, first or second

}  // namespace

void ForNearestPairs(const StatementScene& scene,
                     const std::function<void(std::size_t, std::size_t)>& visit) {
  struct Pair {
    EntityIndex one, other;  // the smaller first
    std::size_t distance, first, second;
  };
  std::vector<Pair> pairs;
  const auto mentions = scene.mentions();
  for (std::size_t first = 0; first < mentions.size(); ++first) {
    for (std::size_t second = first + 1; second < mentions.size(); ++second) {
      const auto [one, other] = std::minmax(mentions[first].entity, mentions[second].entity);
      if (one == other) continue;
      pairs.push_back({one, other, scene.Distance(first, second), first, second});
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return std::tie(a.one, a.other, a.distance, a.first, a.second) <
           std::tie(b.one, b.other, b.distance, b.first, b.second);
  });
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const bool again =
        i > 0 && pairs[i].one == pairs[i - 1].one && pairs[i].other == pairs[i - 1].other;
    if (!again) visit(pairs[i].first, pairs[i].second);
  }
}

StatementClassifier::StatementClassifier(const StatementModel& model) : model_(model) {
  for (std::size_t i = 0; i < model.types.size(); ++i)
    types_.emplace_back(NumberOfNameType(model.types[i]), static_cast<std::uint8_t>(i));
  std::sort(types_.begin(), types_.end());
}

std::uint32_t StatementClassifier::TypeOf(std::string_view type) const {
  const bool known = std::binary_search(model_.types.begin(), model_.types.end(), type);
  return known ? NumberOfNameType(type) : 0;
}

// Adds the weights of the keys.
void StatementClassifier::AddWeights(Sums& sums) {
  sums.assign(model_.predicates.size(), 0);
  for (const std::uint64_t key : keys_) model_.index.Prefetch(key);
  for (const std::uint64_t key : keys_) {
    const std::uint32_t row = model_.index.Find(key);
    if (row == HashIndex::kNone) continue;
    for (std::uint32_t i = model_.rows[row]; i < model_.rows[row + 1]; ++i)
      sums[model_.weights[i].predicate] += model_.weights[i].steps;
  }
}

const StatementClassifier::Sums& StatementClassifier::SumsOf(std::size_t mention,
                                                             StatementScene::Role role,
                                                             bool first) {
  const std::size_t way = (role == StatementScene::Role::kSubject ? 0U : 2U) + (first ? 1U : 0U);
  Sums& sums = ends_[mention * kWaysOfEnd + way];
  if (!sums.empty()) return sums;
  keys_.clear();
  scene_.AppendKeys(mention, role, first, keys_);
  AddWeights(sums);
  return sums;
}

void StatementClassifier::TryPair(std::size_t subject, std::size_t object) {
  const auto type_of = [&](std::size_t mention) {
    const std::uint32_t type = scene_.mentions()[mention].type;
    return std::lower_bound(types_.begin(), types_.end(), std::pair(type, std::uint8_t{0}))->second;
  };
  const auto signatures = model_.signatures.view();
  const StatementModel::Signature types{type_of(subject), type_of(object), 0};
  auto signature = std::lower_bound(signatures.begin(), signatures.end(), types);
  const auto is_of_types = [&] {
    return signature != signatures.end() && signature->subject == types.subject &&
           signature->object == types.object;
  };
  if (!is_of_types()) return;
  if (!knows_whole_) {
    keys_.clear();
    scene_.AppendKeys(keys_);
    AddWeights(whole_);
    knows_whole_ = true;
  }
  const Sums& from = SumsOf(subject, StatementScene::Role::kSubject, subject < object);
  const Sums& to = SumsOf(object, StatementScene::Role::kObject, object < subject);
  keys_.clear();
  scene_.AppendKeys(subject, object, keys_);
  AddWeights(pair_);
  for (; is_of_types(); ++signature) {
    const std::size_t predicate = signature->predicate;
    const std::int64_t sum = whole_[predicate] + from[predicate] + to[predicate] + pair_[predicate];
    const double odds =
        static_cast<double>(sum) * model_.steps[predicate] * model_.slope + model_.offset;
    const double probability = 1 / (1 + std::exp(-odds));
    if (!(probability >= model_.threshold)) continue;
    found_.push_back({static_cast<std::uint32_t>(subject), static_cast<std::uint32_t>(object),
                      static_cast<std::uint32_t>(predicate), probability});
  }
}

std::span<const FoundStatement> StatementClassifier::Find(std::string_view text,
                                                          std::span<const Span> pieces,
                                                          std::span<const SceneMention> mentions) {
  found_.clear();
  scene_.Read(text, pieces, mentions);
  knows_whole_ = false;
  ends_.assign(mentions.size() * kWaysOfEnd, {});
  ForNearestPairs(scene_, [&](std::size_t first, std::size_t second) {
    TryPair(first, second);
    TryPair(second, first);
  });
  std::sort(found_.begin(), found_.end(), [](const FoundStatement& a, const FoundStatement& b) {
    return std::tie(a.subject, a.object, a.predicate) < std::tie(b.subject, b.object, b.predicate);
  });
  return found_;
}

}  // namespace zhitu::extract

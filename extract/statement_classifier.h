#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/span.h"
#include "extract/statement_model.h"
#include "extract/statement_scene.h"
#include "extract/worker_pool.h"

namespace zhitu::extract {

/// A statement between two mentions of a sentence.
struct FoundStatement {
  std::uint32_t subject = 0;    ///< Number of its mention in the scene.
  std::uint32_t object = 0;     ///< Likewise.
  std::uint32_t predicate = 0;  ///< Number in the model.
  double probability = 0;       ///< 0 to 1.
  /// Equal in all.
  friend bool operator==(const FoundStatement&, const FoundStatement&) = default;
};

/// Calls `visit` with the numbers of the two mentions, the one that stands first first, of each
/// pair of entities of a scene: those that fewest tokens part, of several the first. O(mentions^2).
void ForNearestPairs(const StatementScene& scene,
                     const std::function<void(std::size_t, std::size_t)>& visit);

/// Says what holds between the mentions of a sentence, with a learned model: a logistic regression
/// a predicate, over the pairs of types that the predicate was learned of. Keeps memory between
/// calls: one thread each.
class StatementClassifier {
 public:
  /// @param model  must live as long.
  explicit StatementClassifier(const StatementModel& model);

  /// The number of a type in scenes; 0 for one that the model does not know.
  std::uint32_t TypeOf(std::string_view type) const;
  /// The model.
  const StatementModel& model() const { return model_; }

  /// Finds the statements of a sentence, by mentions and predicate. Parameters as
  /// `StatementScene::Read`, with types of `TypeOf`, none 0.
  /// Pure; O(bytes + pairs), some MB a second where sentences hold few names.
  std::span<const FoundStatement> Find(std::string_view text, std::span<const Span> pieces,
                                       std::span<const SceneMention> mentions);

 private:
  // Sums of steps by predicate.
  using Sums = std::vector<std::int64_t>;

  void AddWeights(Sums& sums);
  const Sums& SumsOf(std::size_t mention, StatementScene::Role role, bool first);
  void TryPair(std::size_t subject, std::size_t object);

  const StatementModel& model_;
  std::vector<std::pair<std::uint32_t, std::uint8_t>> types_;  // number in scenes, in the model
  StatementScene scene_;
  std::vector<std::uint64_t> keys_;
  Sums whole_;  // of the sentence
  bool knows_whole_ = false;
  std::vector<Sums> ends_;  // by mention, role and order; empty where not yet known
  Sums pair_;
  std::vector<FoundStatement> found_;
};

/// The classifiers of one model.
using StatementPool = WorkerPool<StatementClassifier, StatementModel>;

}  // namespace zhitu::extract

#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/extraction.h"
#include "extract/gazetteer.h"
#include "extract/proposal.h"

namespace zhitu::extract {

/// A gazetteer of proposals, to find them by (`ExtractorOptions::proposals`). O(n log n).
Gazetteer GazetteerOf(const std::vector<Proposal>& proposals);

/// Counts what a corpus holds of proposed names when it is read by them, and takes what the rules
/// find beside them as further proposals. What the dictionary has is passed over, and names of
/// persons without a given name, which are somebody else in each document. One thread; of names of
/// the rules the rarest are forgotten when there are too many.
class ProposalCounts {
 public:
  /// @param proposals  those of `GazetteerOf`.
  /// @param most       further names that are kept.
  explicit ProposalCounts(std::vector<Proposal> proposals, std::size_t most = kMost);

  /// Further names that are kept by default.
  static constexpr std::size_t kMost = 1'000'000;

  /// Adds what was found in the next document. O(mentions) in the mean.
  void Add(const Extraction& extraction);
  /// The proposals that stand somewhere, with their counts and a sentence each, by name; done once.
  std::vector<Proposal> Take();

 private:
  struct Counted {
    Proposal proposal;
    std::size_t nominal = 0;  // places where it stands without its name: 办事处 + 党工委
    std::size_t last_document = 0;
    bool by_rule = false;
  };
  /// The row of the entity of a mention; null if it is not to be proposed.
  Counted* RowOf(const Extraction& extraction, std::size_t number);
  void Describe(const Extraction& extraction, std::size_t number, Counted& row) const;
  void Prune();

  std::size_t most_;
  std::size_t documents_ = 0;
  std::size_t by_rule_ = 0;
  std::size_t rarest_ = 0;
  std::unordered_map<std::string, Counted> rows_;  // by folded name
};

}  // namespace zhitu::extract

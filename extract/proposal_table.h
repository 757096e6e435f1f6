#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extract/proposal.h"

namespace zhitu::extract {

/// Which proposals are shown.
struct ProposalFilter {
  std::size_t min_count = 1;       ///< Places, at least.
  double min_confidence = 0;       ///< 0 to 1.
  std::vector<std::string> types;  ///< Of these types; empty: of all.
  std::size_t top = 0;             ///< So many, the most certain; 0: all.
};

/// True for a proposal that is as sure as asked for, in hundredths.
bool IsSureEnough(const Proposal& proposal, double min_confidence);

/// Puts proposals in order, the most certain first (in hundredths), then the most frequent, then by
/// type and name, and leaves out what the filter does. A parent that is not among them is dropped,
/// and an alias that is the name or alias of one before it. O(n log n).
void FilterProposals(const ProposalFilter& filter, std::vector<Proposal>& proposals);

/// The proposals as a dictionary in CSV: name, type, aliases, parent (an id), count, documents,
/// confidence, found_by and sample, in the order given.
std::string ProposalCsv(const std::vector<Proposal>& proposals);

}  // namespace zhitu::extract

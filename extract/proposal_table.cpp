#include "extract/proposal_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "extract/csv.h"
#include "extract/dictionary_draft.h"
#include "extract/fold.h"

namespace zhitu::extract {
namespace {

int Hundredths(double confidence) { return static_cast<int>(std::lround(confidence * 100)); }

bool IsWanted(const ProposalFilter& filter, const Proposal& proposal) {
  if (proposal.count < filter.min_count) return false;
  if (!IsSureEnough(proposal, filter.min_confidence)) return false;
  return filter.types.empty() ||
         std::find(filter.types.begin(), filter.types.end(), proposal.type) != filter.types.end();
}

bool Before(const Proposal& a, const Proposal& b) {
  return std::tuple(-Hundredths(a.confidence), b.count, std::string_view(a.type),
                    std::string_view(a.name)) < std::tuple(-Hundredths(b.confidence), a.count,
                                                           std::string_view(b.type),
                                                           std::string_view(b.name));
}

std::string IdOf(const Proposal& proposal) { return proposal.type + ':' + proposal.name; }

// Parents by id, where they are there.
void ResolveParents(std::vector<Proposal>& proposals) {
  std::unordered_map<std::string, std::string> ids;
  for (const Proposal& proposal : proposals) ids.emplace(FoldName(proposal.name), IdOf(proposal));
  for (Proposal& proposal : proposals) {
    const auto parent = ids.find(FoldName(proposal.parent));
    const bool other = parent != ids.end() && parent->second != IdOf(proposal);
    proposal.parent = other ? parent->second : std::string();
  }
}

// Each form is of one name.
void DropSharedAliases(std::vector<Proposal>& proposals) {
  std::unordered_set<std::string> taken;
  for (const Proposal& proposal : proposals) taken.insert(FoldName(proposal.name));
  for (Proposal& proposal : proposals) {
    std::erase_if(proposal.aliases,
                  [&](const std::string& alias) { return !taken.insert(FoldName(alias)).second; });
  }
}

}  // namespace

bool IsSureEnough(const Proposal& proposal, double min_confidence) {
  return Hundredths(proposal.confidence) >= Hundredths(min_confidence);
}

void FilterProposals(const ProposalFilter& filter, std::vector<Proposal>& proposals) {
  std::erase_if(proposals, [&](const Proposal& proposal) { return !IsWanted(filter, proposal); });
  std::sort(proposals.begin(), proposals.end(), Before);
  if (filter.top > 0 && proposals.size() > filter.top) proposals.resize(filter.top);
  ResolveParents(proposals);
  DropSharedAliases(proposals);
}

std::string ProposalCsv(const std::vector<Proposal>& proposals) {
  std::string csv = "name,type,aliases,parent,count,documents,confidence,found_by,sample\n";
  for (const Proposal& proposal : proposals) {
    const std::vector<std::string_view> aliases(proposal.aliases.begin(), proposal.aliases.end());
    csv += fmt::format("{},{},{},{},{},{},{:.2f},{},{}\n", CsvEscape(proposal.name), proposal.type,
                       CsvEscape(JoinBars(aliases)), CsvEscape(proposal.parent), proposal.count,
                       proposal.documents, proposal.confidence, CsvEscape(proposal.found_by),
                       CsvEscape(proposal.sample));
  }
  return csv;
}

}  // namespace zhitu::extract

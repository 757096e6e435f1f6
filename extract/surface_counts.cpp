#include "extract/surface_counts.h"

#include "extract/fold.h"
#include "extract/hash.h"
#include "extract/word_boundary.h"

namespace zhitu::extract {

void SurfaceCounts::Add(const Extraction& extraction) {
  const std::string_view text = extraction.document.text;
  for (const Mention& mention : extraction.mentions) {
    if (mention.nested || mention.kind != MentionKind::kName) continue;
    Count& count = counts_[Hash64(FoldName(extraction.Surface(mention.span)))];
    ++count.found;
    if (count.looked_at == kMostLookedAt) continue;
    ++count.looked_at;
    if (!IsWord(text, mention.span)) ++count.inside;
  }
}

SurfaceCounts::Count SurfaceCounts::Of(std::uint64_t hash) const {
  const auto found = counts_.find(hash);
  return found == counts_.end() ? Count() : found->second;
}

}  // namespace zhitu::extract

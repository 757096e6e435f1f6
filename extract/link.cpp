#include "extract/link.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "extract/fold.h"

namespace zhitu::extract {
namespace {

// Weighs the readings of ambiguous matches of one document.
class Linker {
 public:
  Linker(const Gazetteer& gazetteer, const View& view, const std::vector<Match>& matches)
      : gazetteer_(gazetteer), text_(view.folded().text()) {
    for (const Match& match : matches) {
      if (match.readings.size() == 1) named_.insert(match.readings.front());
    }
  }

  void Choose(const Match& match, Mention& mention) {
    std::vector<std::size_t> scores;
    std::size_t sum = 0;
    for (const EntityIndex reading : match.readings) {
      scores.push_back(Score(reading));
      sum += scores.back();
    }
    for (std::size_t i = 0; i < scores.size(); ++i) {
      // One vote each beforehand, so that a reading without support is never ruled out.
      const double share =
          static_cast<double>(scores[i] + 1) / static_cast<double>(sum + scores.size());
      mention.candidates.push_back({match.readings[i], share});
    }
    std::stable_sort(mention.candidates.begin(), mention.candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    mention.confidence = mention.candidates[0].score;
    if (mention.candidates[0].score > mention.candidates[1].score)
      mention.entity = mention.candidates[0].entity;
  }

 private:
  std::size_t Score(EntityIndex reading) {
    const auto [known, fresh] = scores_.insert({reading, 0});
    if (!fresh) return known->second;
    const Entity entity = gazetteer_.Details(reading);
    std::size_t score = named_.contains(entity.parent) ? 1 : 0;
    for (const std::string& word : entity.context) {
      const std::string folded = FoldName(word);
      if (!folded.empty() && text_.find(folded) != std::string_view::npos) ++score;
    }
    known->second = score;
    return score;
  }

  const Gazetteer& gazetteer_;
  std::string_view text_;
  std::set<EntityIndex> named_;
  std::map<EntityIndex, std::size_t> scores_;
};

Mention PlaceMention(const View& view, const Match& match) {
  Mention mention;
  mention.span = match.span;
  mention.nested = match.nested;
  mention.sentence = view.SentenceAt(match.folded.begin);
  mention.block = view.sentences()[mention.sentence].block;
  mention.zone = view.document().blocks[mention.block].zone;
  return mention;
}

// By place in the folded text, a longer one first.
bool IsBefore(const LinkedMention& a, const LinkedMention& b) {
  return a.folded.begin != b.folded.begin ? a.folded.begin < b.folded.begin
                                          : a.folded.end > b.folded.end;
}

}  // namespace

void SortByFolded(std::vector<LinkedMention>& mentions) {
  if (std::is_sorted(mentions.begin(), mentions.end(), IsBefore)) return;
  std::stable_sort(mentions.begin(), mentions.end(), IsBefore);
}

void MergeByFolded(std::vector<LinkedMention> more, std::vector<LinkedMention>& mentions) {
  std::vector<LinkedMention> all;
  all.reserve(mentions.size() + more.size());
  std::merge(std::make_move_iterator(mentions.begin()), std::make_move_iterator(mentions.end()),
             std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()),
             std::back_inserter(all), IsBefore);
  mentions = std::move(all);
}

std::vector<LinkedMention> LinkMatches(const Gazetteer& gazetteer, const View& view,
                                       const std::vector<Match>& matches) {
  const bool ambiguous = std::any_of(matches.begin(), matches.end(),
                                     [](const Match& match) { return match.readings.size() > 1; });
  Linker linker(gazetteer, view, ambiguous ? matches : std::vector<Match>());
  std::vector<LinkedMention> mentions;
  mentions.reserve(matches.size());
  for (const Match& match : matches) gazetteer.Prefetch(match.readings.front());
  std::vector<const Match*> around;  // the matches that hold the one at hand, outermost first
  for (const Match& match : matches) {
    while (!around.empty() && !around.back()->span.Covers(match.span)) around.pop_back();
    const bool repeats = std::any_of(around.begin(), around.end(), [&](const Match* outer) {
      return outer->readings.size() == 1 && outer->readings == match.readings;
    });
    around.push_back(&match);
    if (repeats) continue;
    Mention mention = PlaceMention(view, match);
    if (match.readings.size() == 1) {
      mention.entity = match.readings.front();
    } else {
      linker.Choose(match, mention);
    }
    if (mention.entity == kNoEntity) mention.why = gazetteer.Why(match.readings.front());
    mentions.push_back({std::move(mention), match.folded});
  }
  return mentions;
}

}  // namespace zhitu::extract

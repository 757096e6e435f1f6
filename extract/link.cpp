#include "extract/link.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "extract/fold.h"
#include "extract/sort_large.h"

namespace zhitu::extract {
namespace {

// How many times more likely each sign makes a reading: a word of its context, a larger unit that
// is named by parent, parent's parent, and so on.
constexpr double kContext = 8;
constexpr std::array<double, 5> kAncestor = {512, 64, 8, 4, 2};
constexpr int kMostWords = 8;  // of the context; more say no more

// Weighs the readings of ambiguous matches of one document.
class Linker {
 public:
  Linker(const Gazetteer& gazetteer, const View& view)
      : gazetteer_(gazetteer), text_(view.folded().text()) {}

  // What matches with one reading name.
  void NameDecided(const std::vector<Match>& matches) {
    for (const Match& match : matches) {
      if (match.readings.size() == 1) named_.insert(match.readings.front());
    }
  }

  void Choose(const Match& match, Mention& mention) {
    double sum = 0;
    mention.candidates.clear();
    for (const EntityIndex reading : match.readings) {
      mention.candidates.push_back({reading, Weight(reading)});
      sum += mention.candidates.back().score;
    }
    std::stable_sort(mention.candidates.begin(), mention.candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    for (Candidate& candidate : mention.candidates) candidate.score /= sum;
    mention.confidence = mention.candidates[0].score;
    if (mention.candidates[0].score > mention.candidates[1].score) {
      mention.entity = mention.candidates[0].entity;
      chosen_.insert(mention.entity);
    }
  }

  // From now on what was chosen counts as named. False if that changes nothing.
  bool NameChosen() {
    const std::size_t before = named_.size();
    named_.merge(chosen_);
    weights_.clear();
    return named_.size() > before;
  }

 private:
  double Weight(EntityIndex reading) {
    const auto [known, fresh] = weights_.insert({reading, 1});
    if (!fresh) return known->second;
    const Entity entity = gazetteer_.Details(reading);
    double weight = 1;
    EntityIndex ancestor = entity.parent;
    for (const double named : kAncestor) {
      if (ancestor == kNoEntity) break;
      if (named_.contains(ancestor)) weight *= named;
      ancestor = gazetteer_.Parent(ancestor);
    }
    int words = 0;
    for (const std::string& word : entity.context) {
      const std::string folded = FoldName(word);
      if (folded.empty() || text_.find(folded) == std::string_view::npos) continue;
      weight *= kContext;
      if (++words == kMostWords) break;
    }
    known->second = weight;
    return weight;
  }

  const Gazetteer& gazetteer_;
  std::string_view text_;
  std::set<EntityIndex> named_;
  std::set<EntityIndex> chosen_;  // by their weight
  std::map<EntityIndex, double> weights_;
};

// By place in the folded text, a longer one first.
bool IsBefore(const LinkedMention& a, const LinkedMention& b) {
  return a.folded.begin != b.folded.begin ? a.folded.begin < b.folded.begin
                                          : a.folded.end > b.folded.end;
}

void Place(const View& view, const Span& original, std::uint32_t sentence, Mention& mention) {
  mention.span = original;
  mention.sentence = sentence;
  mention.block = view.sentences()[sentence].block;
  mention.zone = view.document().blocks[mention.block].zone;
}

}  // namespace

Mention MentionAt(const View& view, const Span& original, const Span& folded) {
  Mention mention;
  Place(view, original, view.SentenceAt(folded.begin), mention);
  return mention;
}

void SortByFolded(std::vector<LinkedMention>& mentions) { SortLarge(mentions, IsBefore); }

// From the back, so that what stands before all that is new stays where it is.
void MergeByFolded(std::vector<LinkedMention> more, std::vector<LinkedMention>& mentions) {
  std::size_t old = mentions.size();
  mentions.resize(old + more.size());
  for (std::size_t at = mentions.size(); !more.empty();) {
    --at;
    if (old > 0 && IsBefore(more.back(), mentions[old - 1])) {
      mentions[at] = std::move(mentions[--old]);
    } else {
      mentions[at] = std::move(more.back());
      more.pop_back();
    }
  }
}

std::vector<LinkedMention> LinkMatches(const Gazetteer& gazetteer, const View& view,
                                       const std::vector<Match>& matches) {
  const bool ambiguous = std::any_of(matches.begin(), matches.end(),
                                     [](const Match& match) { return match.readings.size() > 1; });
  Linker linker(gazetteer, view);
  if (ambiguous) linker.NameDecided(matches);
  std::vector<LinkedMention> mentions;
  mentions.reserve(matches.size() + matches.size() / 4 + 4);  // room for what else is found
  for (const Match& match : matches) gazetteer.Prefetch(match.readings.front());
  std::vector<std::pair<const Match*, std::size_t>> open;  // undecided, and the mention's number
  std::vector<const Match*> around;  // the matches that hold the one at hand, outermost first
  std::uint32_t sentence = 0;
  for (const Match& match : matches) {
    while (!around.empty() && !around.back()->span.Covers(match.span)) around.pop_back();
    const bool repeats = std::any_of(around.begin(), around.end(), [&](const Match* outer) {
      return outer->readings.size() == 1 && outer->readings == match.readings;
    });
    around.push_back(&match);
    if (repeats) continue;
    sentence = view.SentenceAt(match.folded.begin, sentence);
    LinkedMention& linked = mentions.emplace_back();
    linked.folded = match.folded;
    Mention& mention = linked.mention;
    Place(view, match.span, sentence, mention);
    mention.nested = match.nested;
    if (match.readings.size() == 1) {
      mention.entity = match.readings.front();
    } else {
      linker.Choose(match, mention);
      if (mention.entity == kNoEntity) open.emplace_back(&match, mentions.size() - 1);
    }
  }
  // What was chosen may be the larger unit of what was not.
  const bool again = !open.empty() && linker.NameChosen();
  for (const auto& [match, number] : open) {
    Mention& mention = mentions[number].mention;
    if (again) linker.Choose(*match, mention);
    if (mention.entity == kNoEntity) mention.why = gazetteer.Why(match->readings.front());
  }
  return mentions;
}

}  // namespace zhitu::extract

#include "extract/topics.h"

#include <algorithm>
#include <string>

#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr int kMostOpenings = 3;  // words before the subject of a clause
constexpr int kFew = 4;           // mentions that are gone through one by one
constexpr std::size_t kSubjectWorth =
    3;  // times another mention, in choosing what a document is about

bool IsQuoteOrSpace(char c) { return c == '"' || c == ' '; }

// A clause that names its subject.
struct Subject {
  std::size_t at = 0;
  const RuleMention* mention = nullptr;  // null: a generic one
  std::size_t sentence = 0;
};

// What speaks for an entity as what the document is about.
struct Worth {
  EntityIndex entity = kNoEntity;
  std::size_t sum = 0;
  const RuleMention* first = nullptr;
};

class SubjectFinder {
 public:
  SubjectFinder(const View& view, const Knowledge& knowledge, const WordFinder& words,
                const std::vector<RuleMention>& mentions)
      : view_(view), knowledge_(knowledge), words_(words) {
    outer_.reserve(mentions.size());
    subjects_.reserve(view.sentences().size() + view.clause_ends().size());
    for (const RuleMention& mention : mentions) {
      if (!mention.nested) outer_.push_back(&mention);
    }
    for (std::size_t i = 0; i < view.sentences().size(); ++i) FindSubjects(i);
  }

  // By place.
  const std::vector<Subject>& subjects() const { return subjects_; }
  // What the document is about.
  const RuleMention* Main() const {
    if (const RuleMention* of_headline = MainOfHeadline()) return of_headline;
    std::vector<Worth> worths = Worths();
    const auto count = [&](const RuleMention& mention, std::size_t by) {
      const auto worth = std::lower_bound(
          worths.begin(), worths.end(), mention.entity,
          [](const Worth& one, EntityIndex entity) { return one.entity < entity; });
      if (worth == worths.end() || worth->entity != mention.entity) return;
      worth->sum += by;
      if (worth->first == nullptr || mention.folded.begin < worth->first->folded.begin)
        worth->first = &mention;
    };
    for (const Subject& subject : subjects_) {
      if (subject.mention != nullptr) count(*subject.mention, kSubjectWorth);
    }
    for (const RuleMention* mention : outer_) count(*mention, 1);
    const RuleMention* main = nullptr;
    std::size_t most = 0;
    for (const auto& [entity, sum, first] : worths) {
      const bool better = sum > most || (sum == most && first->folded.begin < main->folded.begin);
      if (!better) continue;
      most = sum;
      main = first;
    }
    return main;
  }

 private:
  // Separators of lists begin no clause.
  void FindSubjects(std::size_t sentence) {
    const TextConventions& conventions = knowledge_.conventions;
    const Span& span = view_.sentences()[sentence].folded;
    const std::string_view text = std::string_view(view_.folded().text()).substr(0, span.end);
    AddSubject(span.begin, sentence);
    const std::vector<std::size_t>& ends = view_.clause_ends();
    for (; next_clause_end_ < ends.size() && ends[next_clause_end_] < span.end;
         ++next_clause_end_) {
      const std::size_t begin = ends[next_clause_end_];
      std::size_t at = begin;
      NextCodePoint(text, at);
      if (at == span.end) continue;
      MoveTo(begin);
      const bool separates = conventions.Separates(text.substr(begin, at - begin));
      if (!separates && !InsideMention(begin)) AddSubject(at, sentence);
    }
  }

  void AddSubject(std::size_t clause, std::size_t sentence) {
    MoveTo(clause);
    const std::size_t at = SkipOpening(clause);
    const RuleMention* mention = MentionAt(at);
    if (mention != nullptr && IsSubject(*mention)) {
      for (const RuleMention* next = NextIn(*mention); next != nullptr && IsSubject(*next);
           next = NextIn(*mention)) {
        mention = next;
      }
      const std::size_t end = mention->folded.end;
      if (words_.At(end, knowledge_.discourse.no_subject).end == end)
        subjects_.push_back({clause, mention, sentence});
    } else if (mention == nullptr && IsGeneric(at)) {
      subjects_.push_back({clause, nullptr, sentence});
    }
  }

  // 居民 is said of no one certain, 居民李青 is.
  bool IsGeneric(std::size_t at) const {
    const std::size_t end = words_.At(at, knowledge_.discourse.generic).end;
    return end > at && MentionAt(end) == nullptr;
  }

  // 云川区柳河办事处, 竹溪社区的邻里协会: the last one is meant.
  const RuleMention* NextIn(const RuleMention& mention) const {
    return MentionAt(words_.At(mention.folded.end, knowledge_.discourse.possessive).end);
  }

  std::size_t SkipOpening(std::size_t at) const {
    const std::string& text = view_.folded().text();
    for (int i = 0; i <= kMostOpenings; ++i) {
      while (at < text.size() && IsQuoteOrSpace(text[at])) ++at;
      const std::size_t behind = words_.At(at, knowledge_.discourse.opening).end;
      if (behind == at || i == kMostOpenings || MentionAt(at) != nullptr) break;
      at = behind;
    }
    return at;
  }

  // Passes over the mentions that end at or before a place; places come in order.
  void MoveTo(std::size_t at) {
    while (next_outer_ < outer_.size() && outer_[next_outer_]->folded.end <= at) ++next_outer_;
  }

  // The outermost mention that begins at `at`, a quote passed over. `at` lies behind the place that
  // was moved to.
  const RuleMention* MentionAt(std::size_t at) const {
    const auto is_before = [](const RuleMention* mention, std::size_t place) {
      return mention->folded.begin < place;
    };
    auto found = outer_.begin() + static_cast<std::ptrdiff_t>(next_outer_);
    // Most often it is one of the next few.
    for (int passed = 0; passed < kFew && found != outer_.end() && is_before(*found, at); ++passed)
      ++found;
    if (found != outer_.end() && is_before(*found, at))
      found = std::lower_bound(found, outer_.end(), at, is_before);
    if (found == outer_.end()) return nullptr;
    const std::size_t begin = (*found)->folded.begin;
    const bool adjoins = begin == at || (begin == at + 1 && view_.folded().text()[at] == '"');
    return adjoins ? *found : nullptr;
  }

  // `at` is the place that was moved to.
  bool InsideMention(std::size_t at) const {
    return next_outer_ < outer_.size() && outer_[next_outer_]->folded.begin <= at;
  }

  bool IsSubject(const RuleMention& mention) const {
    return knowledge_.discourse.subject.Has(mention.type);
  }

  // The entities that clauses are about and the document may be, by number, nothing counted yet.
  std::vector<Worth> Worths() const {
    std::vector<Worth> worths;
    worths.reserve(subjects_.size());
    for (const Subject& subject : subjects_) {
      if (subject.mention != nullptr && knowledge_.discourse.main.Has(subject.mention->type))
        worths.push_back({subject.mention->entity});
    }
    std::sort(worths.begin(), worths.end(),
              [](const Worth& a, const Worth& b) { return a.entity < b.entity; });
    worths.erase(std::unique(worths.begin(), worths.end(),
                             [](const Worth& a, const Worth& b) { return a.entity == b.entity; }),
                 worths.end());
    return worths;
  }

  const RuleMention* MainOfHeadline() const {
    for (const Subject& subject : subjects_) {
      const Block& block = view_.document().blocks[view_.sentences()[subject.sentence].block];
      if (block.zone == Zone::kHeadline && subject.mention != nullptr &&
          knowledge_.discourse.main.Has(subject.mention->type)) {
        return subject.mention;
      }
    }
    return nullptr;
  }

  const View& view_;
  const Knowledge& knowledge_;
  const WordFinder& words_;
  std::vector<const RuleMention*> outer_;  // not nested, by begin
  std::size_t next_outer_ = 0;             // the first of them that reaches behind a clause's begin
  std::size_t next_clause_end_ = 0;        // of the view: the first in the next sentence
  std::vector<Subject> subjects_;
};

}  // namespace

Topics::Topics(const View& view, const Knowledge& knowledge, const WordFinder& words,
               const std::vector<RuleMention>& mentions) {
  const SubjectFinder finder(view, knowledge, words, mentions);
  main_ = finder.Main();
  const std::vector<Sentence>& sentences = view.sentences();
  changes_.reserve(sentences.size() + finder.subjects().size());
  const RuleMention* of_paragraph = main_;
  auto subject = finder.subjects().begin();
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const bool opens = i == 0 || sentences[i - 1].block != sentences[i].block;
    if (opens) of_paragraph = main_;
    changes_.push_back({sentences[i].folded.begin, of_paragraph});
    for (; subject != finder.subjects().end() && subject->sentence == i; ++subject) {
      changes_.push_back({subject->at, subject->mention});
      if (subject->mention == nullptr) continue;
      const bool main = main_ != nullptr && subject->mention->entity == main_->entity;
      if (opens || main) of_paragraph = subject->mention;
    }
  }
}

const RuleMention* Topics::At(std::size_t at) const {
  const auto after =
      std::upper_bound(changes_.begin(), changes_.end(), at,
                       [](std::size_t place, const Change& change) { return place < change.at; });
  return after == changes_.begin() ? nullptr : std::prev(after)->topic;
}

}  // namespace zhitu::extract

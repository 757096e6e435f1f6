#include "extract/topics.h"

#include <algorithm>
#include <map>
#include <utility>

#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr int kMostOpenings = 3;  // words before the subject of a clause
constexpr std::size_t kSubjectWorth =
    3;  // times another mention, in choosing what a document is about

bool IsQuoteOrSpace(char c) { return c == '"' || c == ' '; }

}  // namespace

Topics::Topics(const View& view, const Knowledge& knowledge, std::span<const Lexicons::Hit> hits,
               const std::vector<RuleMention>& mentions)
    : view_(view), knowledge_(knowledge), words_(knowledge.lexicons, hits) {
  for (const RuleMention& mention : mentions) {
    if (!mention.nested) outer_.push_back(&mention);
  }
  std::vector<std::vector<Subject>> subjects;
  subjects.reserve(view.sentences().size());
  for (const Sentence& sentence : view.sentences()) subjects.push_back(SubjectsOf(sentence));
  ChooseMain(subjects);
  NoteChanges(subjects);
}

const RuleMention* Topics::At(std::size_t at) const {
  const auto after =
      std::upper_bound(changes_.begin(), changes_.end(), at,
                       [](std::size_t place, const Change& change) { return place < change.at; });
  return after == changes_.begin() ? nullptr : std::prev(after)->topic;
}

// Separators of lists begin no clause.
std::vector<Topics::Subject> Topics::SubjectsOf(const Sentence& sentence) const {
  const TextConventions& conventions = knowledge_.conventions;
  const std::string_view text =
      std::string_view(view_.folded().text()).substr(0, sentence.folded.end);
  std::vector<Subject> subjects;
  AddSubject(sentence.folded.begin, subjects);
  for (std::size_t at = sentence.folded.begin; at < sentence.folded.end;) {
    const std::size_t begin = at;
    const bool ends = conventions.EndsClause(NextCodePoint(text, at));
    if (!ends || at == sentence.folded.end || InsideMention(begin)) continue;
    if (!conventions.Separates(text.substr(begin, at - begin))) AddSubject(at, subjects);
  }
  return subjects;
}

void Topics::AddSubject(std::size_t clause, std::vector<Subject>& subjects) const {
  const std::size_t at = SkipOpening(clause);
  const RuleMention* mention = MentionAt(at);
  if (mention != nullptr && IsSubject(*mention)) {
    for (const RuleMention* next = NextIn(*mention); next != nullptr && IsSubject(*next);
         next = NextIn(*mention)) {
      mention = next;
    }
    const std::size_t end = mention->folded.end;
    if (words_.At(end, knowledge_.discourse.no_subject).end == end)
      subjects.push_back({clause, mention});
  } else if (mention == nullptr && IsGeneric(at)) {
    subjects.push_back({clause, nullptr});
  }
}

// 居民 is said of no one certain, 居民李青 is.
bool Topics::IsGeneric(std::size_t at) const {
  const std::size_t end = words_.At(at, knowledge_.discourse.generic).end;
  return end > at && MentionAt(end) == nullptr;
}

// 云川区柳河办事处, 竹溪社区的邻里协会: the last one is meant.
const RuleMention* Topics::NextIn(const RuleMention& mention) const {
  return MentionAt(words_.At(mention.folded.end, knowledge_.discourse.possessive).end);
}

std::size_t Topics::SkipOpening(std::size_t at) const {
  const std::string& text = view_.folded().text();
  for (int i = 0; i <= kMostOpenings; ++i) {
    while (at < text.size() && IsQuoteOrSpace(text[at])) ++at;
    const std::size_t behind = words_.At(at, knowledge_.discourse.opening).end;
    if (behind == at || i == kMostOpenings || MentionAt(at) != nullptr) break;
    at = behind;
  }
  return at;
}

// The outermost mention that begins at `at`, a quote passed over.
const RuleMention* Topics::MentionAt(std::size_t at) const {
  const auto first = std::lower_bound(
      outer_.begin(), outer_.end(), at,
      [](const RuleMention* mention, std::size_t place) { return mention->folded.begin < place; });
  if (first == outer_.end()) return nullptr;
  const std::size_t begin = (*first)->folded.begin;
  const bool adjoins = begin == at || (begin == at + 1 && view_.folded().text()[at] == '"');
  return adjoins ? *first : nullptr;
}

bool Topics::InsideMention(std::size_t at) const {
  const auto after = std::upper_bound(
      outer_.begin(), outer_.end(), at,
      [](std::size_t place, const RuleMention* mention) { return place < mention->folded.begin; });
  return after != outer_.begin() && (*std::prev(after))->folded.end > at;
}

bool Topics::IsSubject(const RuleMention& mention) const {
  const std::vector<std::string>& types = knowledge_.discourse.subject;
  return std::binary_search(types.begin(), types.end(), mention.type);
}

void Topics::ChooseMain(const std::vector<std::vector<Subject>>& subjects) {
  main_ = MainOfHeadline(subjects);
  if (main_ != nullptr) return;
  const std::vector<std::string>& types = knowledge_.discourse.main;
  std::map<EntityIndex, std::pair<std::size_t, const RuleMention*>> worth;
  const auto count = [&](const RuleMention& mention, std::size_t by) {
    if (!std::binary_search(types.begin(), types.end(), mention.type)) return;
    auto& [sum, first] = worth[mention.entity];
    sum += by;
    if (first == nullptr || mention.folded.begin < first->folded.begin) first = &mention;
  };
  for (const std::vector<Subject>& sentence : subjects) {
    for (const Subject& subject : sentence) {
      if (subject.mention != nullptr) count(*subject.mention, kSubjectWorth);
    }
  }
  for (const RuleMention* mention : outer_) {
    if (worth.contains(mention->entity)) count(*mention, 1);
  }
  std::size_t most = 0;
  for (const auto& [entity, counted] : worth) {
    const auto& [sum, first] = counted;
    const bool better = sum > most || (sum == most && first->folded.begin < main_->folded.begin);
    if (!better) continue;
    most = sum;
    main_ = first;
  }
}

const RuleMention* Topics::MainOfHeadline(const std::vector<std::vector<Subject>>& subjects) const {
  const std::vector<std::string>& types = knowledge_.discourse.main;
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    if (view_.document().blocks[view_.sentences()[i].block].zone != Zone::kHeadline) continue;
    for (const Subject& subject : subjects[i]) {
      if (subject.mention != nullptr &&
          std::binary_search(types.begin(), types.end(), subject.mention->type)) {
        return subject.mention;
      }
    }
  }
  return nullptr;
}

void Topics::NoteChanges(const std::vector<std::vector<Subject>>& subjects) {
  const RuleMention* of_paragraph = main_;
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    const Sentence& sentence = view_.sentences()[i];
    const bool opens = i == 0 || view_.sentences()[i - 1].block != sentence.block;
    if (opens) of_paragraph = main_;
    changes_.push_back({sentence.folded.begin, of_paragraph});
    for (const Subject& subject : subjects[i]) {
      changes_.push_back({subject.at, subject.mention});
      if (subject.mention == nullptr) continue;
      const bool main = main_ != nullptr && subject.mention->entity == main_->entity;
      if (opens || main) of_paragraph = subject.mention;
    }
  }
}

}  // namespace zhitu::extract

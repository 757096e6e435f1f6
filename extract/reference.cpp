// References, in the order of the text, so that one may be the antecedent of the next.
//
// Each word of the lexicons is looked at once: a head (办事处, 她), a title behind a family name
// (黄书记), a word that defines a short form (以下简称). A head is a reference if it is definite
// (该项目) or may stand bare, does not stand behind a quantifier (各社区), is no part of a longer
// word (社区治理), and has an antecedent. Left and right of it words of the preset decide, since a
// word such as 社区 is far more often said of no one community.
#include "extract/reference.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extract/antecedent.h"
#include "extract/entity_types.h"
#include "extract/extraction.h"
#include "extract/fold.h"
#include "extract/found_entities.h"
#include "extract/utf8.h"
#include "extract/word_boundary.h"
#include "extract/word_finder.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kLongestForm = 60;  // bytes of a form that the text gives a name
constexpr std::size_t kShortestForm = 2;  // characters of one
constexpr std::size_t kMostForms = 50;    // of one document
constexpr char kWhy[] = "reference";      // provenance of entities that only references name
constexpr double kDefinite = 0.9;
constexpr double kBare = 0.8;
constexpr double kByPronoun = 0.7;
constexpr double kTitled = 0.85;

bool IsQuote(char c) { return c == '"'; }

// A reference in the making.
struct Found {
  Span folded;
  Antecedent antecedent;
  EntityIndex entity = kNoEntity;
  MentionKind kind = MentionKind::kNominal;
  double confidence = 1;
  bool nested = false;
};

class Finder {
 public:
  Finder(const ReferenceScene& scene, std::vector<LinkedMention>& mentions,
         std::vector<Entity>& found)
      : scene_(scene),
        rules_(scene.knowledge.references),
        text_(scene.view.folded().text()),
        words_(scene.words),
        names_(mentions),
        found_(static_cast<EntityIndex>(scene.gazetteer.size()), found) {}

  std::vector<LinkedMention> Run() {
    for (const Lexicons::Hit& hit : words_.hits()) {
      const Span& word = hit.folded;
      if (!rules_.starts.Has(hit.word) || word.begin < taken_ || InName(word)) continue;
      LookAt(hit);
    }
    RepeatForms();
    return std::move(references_);
  }

 private:
  void LookAt(const Lexicons::Hit& hit) {
    if (Is(hit, rules_.exception)) {
      taken_ = hit.folded.end;
    } else if (Is(hit, rules_.defining)) {
      Define(hit.folded);
    } else if (Is(hit, rules_.title) && LinkTitle(hit.folded)) {
      return;
    } else {
      LookAtHeads(hit);
    }
  }

  void LookAtHeads(const Lexicons::Hit& hit) {
    const std::vector<std::uint32_t>& heads = rules_.heads_of[hit.word];
    if (heads.empty()) return;
    const Span& word = hit.folded;
    const Span determiner = words_.Before(word.begin, rules_.determiner);
    const bool definite = determiner.size() > 0 && determiner.begin >= FreeFrom();
    for (const std::uint32_t index : heads) {
      if (LinkHead(word, rules_.heads[index], definite ? determiner : Span{word.begin, word.begin}))
        break;
    }
    // A shorter head in it would be another word.
    taken_ = std::max(taken_, word.end);
  }

  bool Is(const Lexicons::Hit& hit, const WordSet& words) const {
    return scene_.knowledge.lexicons.Has(hit.word, words);
  }

  // Moves on through the names; words come in order.
  bool InName(const Span& word) {
    while (next_name_ < names_.size() &&
           (names_[next_name_].mention.nested || names_[next_name_].folded.end <= word.begin)) {
      if (!names_[next_name_].mention.nested) last_name_ = next_name_;
      ++next_name_;
    }
    return next_name_ < names_.size() && names_[next_name_].folded.Overlaps(word);
  }

  // The name that ends directly before a place, quotes passed over.
  const LinkedMention* NameBefore(std::size_t place) const {
    if (next_name_ == 0 || names_.empty()) return nullptr;
    const LinkedMention& name = names_[last_name_];
    while (place > name.folded.end && IsQuote(text_[place - 1])) --place;
    return name.folded.end == place ? &name : nullptr;
  }

  // Where a word that belongs to the one looked at may begin: behind names and references.
  std::size_t FreeFrom() const {
    return next_name_ == 0 ? taken_ : std::max(taken_, names_[last_name_].folded.end);
  }

  // True if a name shares a byte with a range.
  bool HoldsName(const Span& range) const {
    auto name = std::lower_bound(
        names_.begin(), names_.end(), range.end,
        [](const LinkedMention& one, std::size_t end) { return one.folded.begin < end; });
    while (name != names_.begin()) {
      --name;
      if (!name->mention.nested) return name->folded.end > range.begin;
    }
    return false;
  }

  // @param determiner  empty if there is none.
  bool LinkHead(const Span& word, const ReferenceHead& head, const Span& determiner) {
    const bool definite = determiner.size() > 0;
    if (!definite && (head.bare == ReferenceHead::Bare::kNever || !MayBeBare(word, head)))
      return false;
    if (words_.Before(word.begin, rules_.quantifier).size() > 0) return false;
    const bool free = definite || head.bare != ReferenceHead::Bare::kFree;
    if (!free && !MayStandFree(word.begin)) return false;
    Found found;
    found.folded = word;
    found.kind = head.kind;
    found.antecedent = antecedents().Choose(head, word.begin);
    found.entity = found.antecedent.entity;
    if (found.entity == kNoEntity) return false;
    if (!free && !StandsFree(found)) return false;
    if (definite) found.folded.begin = determiner.begin;
    found.confidence = definite ? kDefinite : kBare;
    if (head.kind == MentionKind::kPronoun) found.confidence = kByPronoun;
    const Span organ = OrganBehind(found);
    if (organ.size() == 0) Keep(found);
    if (head.types.names().size() == 1 && head.types.Has(kPerson)) LinkQuotedName(found);
    return true;
  }

  bool MayBeBare(const Span& word, const ReferenceHead& head) const {
    return head.before.empty() || words_.At(word.end, head.before).size() > 0;
  }

  // A bare head begins where a word can: at the beginning of a clause, behind a word that leads in,
  // or behind a name of the same entity (柳河办事处全办).
  bool StandsFree(const Found& found) const {
    const LinkedMention* name = NameBefore(found.folded.begin);
    return name == nullptr || name->mention.entity == found.entity;
  }
  // The part of this that is known before the entity is, which takes longer to find.
  bool MayStandFree(std::size_t begin) const {
    return NameBefore(begin) != nullptr || Begins(begin);
  }

  // True at the beginning of a clause and behind a word that leads in.
  bool Begins(std::size_t at) const {
    return OpensClause(at) || words_.Before(at, rules_.lead_in).size() > 0;
  }

  bool OpensClause(std::size_t at) const {
    while (at > 0 && (IsQuote(text_[at - 1]) || text_[at - 1] == ' ')) --at;
    if (at == 0 || text_[at - 1] == '\n' || text_[at - 1] == '(') return true;
    do {
      --at;
    } while (!IsLeadByte(text_[at]));
    const char32_t c = NextCodePoint(text_, at);
    return conventions().EndsClause(c) || conventions().EndsParagraph(c);
  }

  // 办事处 + 党工委: the whole is an entity of its own. Keeps both; gives the word, if there is
  // one.
  Span OrganBehind(Found found) {
    const std::size_t end = found.folded.end;
    for (const ReferenceOrgan& organ : rules_.organs) {
      const Span word = words_.At(end, organ.words);
      if (word.size() == 0 || !IsOrganOf(organ, found.entity)) continue;
      const std::string name =
          scene_.entities.Name(found.entity) + SurfaceOf(document(), scene_.view.Original(word));
      if (HoldsName(word)) continue;
      const EntityIndex whole = EntityNamed(name, organ);
      if (whole == kNoEntity) continue;
      Found outer = found;
      outer.folded.end = word.end;
      outer.entity = whole;
      found.nested = true;
      Keep(outer);
      Keep(found);
      taken_ = std::max(taken_, word.end);
      return word;
    }
    return {};
  }

  bool IsOrganOf(const ReferenceOrgan& organ, EntityIndex entity) const {
    return organ.of.empty() || organ.of.Has(scene_.entities.Type(entity));
  }

  EntityIndex EntityNamed(const std::string& name, const ReferenceOrgan& organ) {
    const std::vector<EntityIndex> readings = scene_.gazetteer.Readings(FoldName(name));
    if (readings.size() == 1) return readings.front();
    if (organ.known || !readings.empty()) return kNoEntity;
    return found_.Named(name, organ.type, kWhy);
  }

  // 叫她“丫头”: what stands in quotes behind a reference to a person whom somebody calls so.
  void LinkQuotedName(const Found& person) {
    if (words_.Before(person.folded.begin, rules_.naming).size() == 0) return;
    const std::size_t open = person.folded.end;
    if (open >= text_.size() || !IsQuote(text_[open])) return;
    Found name = person;
    name.folded = FormUpTo('"', open + 1);
    if (name.folded.size() == 0) return;
    name.kind = MentionKind::kNominal;
    Keep(name);
  }

  // 黄书记: links to a person of that family name, or makes a person known by it only.
  bool LinkTitle(const Span& title) {
    if (title.begin == 0 || text_[title.begin - 1] == '\n') return false;
    const Span surname = words_.Before(title.begin, rules_.surname);
    std::size_t begin = surname.begin;
    // Of a family name that the preset does not know one character is tried.
    while (begin == title.begin || !IsLeadByte(text_[begin])) --begin;
    if (begin < FreeFrom() || !Begins(begin)) return false;
    Found found;
    found.antecedent = antecedents().Person(text_.substr(begin, title.begin - begin), title.begin);
    if (found.antecedent.entity == kNoEntity && surname.size() == 0) return false;
    found.folded = {begin, title.end};
    found.entity = found.antecedent.entity;
    found.confidence = kTitled;
    if (found.entity == kNoEntity) {
      const std::string name = SurfaceOf(document(), scene_.view.Original(found.folded));
      found.entity = found_.Number(std::string(kPerson) + ':' + name + '@' + document().id, name,
                                   kPerson, kWhy);
    }
    Keep(found);
    return true;
  }

  // 柳河街道办事处（以下简称“柳河办”）: the form stands for the name from there on.
  void Define(const Span& word) {
    std::size_t open = word.begin;
    while (open > 0 && IsQuote(text_[open - 1])) --open;
    if (open == 0 || text_[open - 1] != '(') return;
    const LinkedMention* name = NameBefore(open - 1);
    if (name == nullptr || name->mention.entity == kNoEntity || forms_ >= kMostForms) return;
    const Span form = FormBehind(word.end);
    if (form.size() == 0 || CountCodePoints(form.In(text_)) < kShortestForm) return;
    ++forms_;
    Found found;
    found.entity = name->mention.entity;
    found.antecedent = {found.entity, name->mention.span};
    found.folded = form;
    found.confidence = kDefinite;
    Keep(found);
    taken_ = form.end;
    forms_found_.push_back(found);
  }

  // A form that the text defines stands for its name wherever it comes again: the longest form
  // there, of equal ones the last that was defined before.
  void RepeatForms() {
    if (forms_found_.empty()) return;
    std::stable_sort(forms_found_.begin(), forms_found_.end(), [](const Found& a, const Found& b) {
      if (a.folded.size() != b.folded.size()) return a.folded.size() > b.folded.size();
      return a.folded.begin > b.folded.begin;
    });
    for (const Found& form : forms_found_) {
      NoteTaken();
      Repeat(form);
    }
  }

  void Repeat(const Found& form) {
    const std::string_view word = form.folded.In(text_);
    for (std::size_t at = text_.find(word, form.folded.end); at != std::string_view::npos;
         at = text_.find(word, at + word.size())) {
      Found again = form;
      again.folded = {at, at + word.size()};
      if (IsFree(again.folded) && extract::StandsFree(text_, again.folded)) Keep(again);
    }
  }

  void NoteTaken() {
    spans_.clear();
    for (const std::vector<LinkedMention>* mentions : {&names_, &std::as_const(references_)}) {
      for (const LinkedMention& mention : *mentions) {
        if (!mention.mention.nested) spans_.push_back(mention.folded);
      }
    }
    std::sort(spans_.begin(), spans_.end());
  }

  // True if no mention shares a byte with a place. Outermost mentions do not overlap.
  bool IsFree(const Span& place) const {
    const auto after =
        std::lower_bound(spans_.begin(), spans_.end(), place.end,
                         [](const Span& span, std::size_t end) { return span.begin < end; });
    return after == spans_.begin() || std::prev(after)->end <= place.begin;
  }

  // The form in quotes, or up to the closing bracket.
  Span FormBehind(std::size_t at) const {
    if (at < text_.size() && text_[at] == ':') ++at;
    const bool quoted = at < text_.size() && IsQuote(text_[at]);
    if (quoted) ++at;
    return FormUpTo(quoted ? '"' : ')', at);
  }

  // What stands between a place and a closing character, if it can be a name of its own: it is not
  // too long, holds no name, and no mark that shows that something else was closed.
  Span FormUpTo(char close, std::size_t at) const {
    const std::size_t end = text_.substr(at, kLongestForm + 1).find(close);
    if (end == std::string_view::npos) return {};
    const Span form{at, at + end};
    for (std::size_t i = form.begin; i < form.end;) {
      const char32_t c = NextCodePoint(text_, i);
      if (c == U'\n' || c == U'(' || c == U'"') return {};
      if (conventions().EndsClause(c) || conventions().EndsSentence(c)) return {};
    }
    if (HoldsName(form)) return {};
    return form;
  }

  void Keep(const Found& found) {
    Mention mention = MentionAt(scene_.view, scene_.view.Original(found.folded), found.folded);
    mention.entity = found.entity;
    mention.kind = found.kind;
    mention.nested = found.nested;
    mention.confidence = found.confidence;
    mention.antecedent = found.antecedent.span;
    if (mention.antecedent.size() == 0) mention.why = "family name and title";
    references_.push_back({std::move(mention), found.folded});
    antecedents().Add(references_.back());
    taken_ = std::max(taken_, found.folded.end);
  }

  // Made when the first reference may stand somewhere.
  Antecedents& antecedents() {
    if (!antecedents_) antecedents_.emplace(scene_.view, conventions(), scene_.entities, names_);
    return *antecedents_;
  }

  const TextConventions& conventions() const { return scene_.knowledge.conventions; }
  const Document& document() const { return scene_.view.document(); }

  const ReferenceScene& scene_;
  const ReferenceRules& rules_;
  std::string_view text_;
  const WordFinder& words_;
  const std::vector<LinkedMention>& names_;
  FoundEntities found_;
  std::optional<Antecedents> antecedents_;
  std::vector<LinkedMention> references_;
  std::vector<Found> forms_found_;
  std::vector<Span> spans_;  // of outermost mentions, for forms that come again
  std::size_t forms_ = 0;
  std::size_t next_name_ = 0;
  std::size_t last_name_ = 0;
  std::size_t taken_ = 0;  // folded bytes before it are spoken for
};

}  // namespace

void FindReferences(const ReferenceScene& scene, std::vector<LinkedMention>& mentions,
                    std::vector<Entity>& found) {
  if (scene.knowledge.references.empty()) return;
  std::vector<LinkedMention> references = Finder(scene, mentions, found).Run();
  if (references.empty()) return;
  SortByFolded(references);
  MergeByFolded(std::move(references), mentions);
}

}  // namespace zhitu::extract

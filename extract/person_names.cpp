// A name is looked for only where a word beside it speaks of a person. Each sign adds to a score:
// the word before, the word behind, characters that given names like, an end where a name can end.
#include "extract/person_names.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "extract/characters.h"
#include "extract/entity_types.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr double kTitled = 1.0;     // a title or role beside it
constexpr double kSaying = 0.7;     // a word of saying behind it
constexpr double kListed = 0.9;     // a name before it
constexpr double kLikely = 0.25;    // each character that given names like
constexpr double kEnding = 0.35;    // an end where names end
constexpr double kUnlikely = -0.1;  // each other one
constexpr double kCommon = -0.5;    // a family name that is a word as well
constexpr double kEnough = 1.2;
constexpr double kSure = 2.2;  // as sure as a rule is
constexpr std::size_t kMostGiven = 2;
constexpr std::size_t kMostListed = 30;

class PersonFinder {
 public:
  explicit PersonFinder(const NameScene& scene)
      : scene_(scene), rules_(scene.knowledge.names.persons), text_(scene.view.folded().text()) {}

  std::vector<NameCandidate> Run() {
    for (const Lexicons::Hit& hit : scene_.words.hits()) {
      const unsigned signs = scene_.knowledge.names.SignsOf(hit.word);
      if ((signs & kBeforePerson) != 0) LookBehind(hit.folded.end);
      if ((signs & kAfterPerson) != 0) LookBefore(hit.folded.begin, kTitled);
      if ((signs & kSaysPerson) != 0) LookBefore(hit.folded.begin, kSaying);
    }
    return std::move(found_);
  }

 private:
  struct Name {
    Span folded;
    double score = 0;
  };

  // Names one after the other behind a title or role.
  void LookBehind(std::size_t at) {
    double context = kTitled;
    for (std::size_t listed = 0; listed < kMostListed; ++listed) {
      const std::optional<Name> name = BestAt(SkipSpace(at), context);
      if (!name) return;
      Keep(*name);
      at = SkipSeparator(name->folded.end);
      context = kListed;
    }
  }

  // A name that ends at a place.
  void LookBefore(std::size_t end, double context) {
    std::optional<Name> best;
    std::size_t at = end;
    for (std::size_t length = 1; length <= kMostGiven + 2 && at > 0; ++length) {
      if (!IsHan(CodePointBefore(text_, at))) break;
      const Span surname = scene_.words.At(at, rules_.surname);
      if (surname.size() == 0 || surname.end >= end) continue;
      std::optional<Name> name = Judge(surname, end, context + TitleBefore(at));
      if (name && (!best || name->score >= best->score)) best = name;
    }
    if (best) Keep(*best);
  }

  double TitleBefore(std::size_t at) const {
    return scene_.words.Before(at, rules_.before).size() > 0 ? kTitled : 0;
  }

  // The best name that begins at a place, if one is good enough; of equal ones the longer.
  std::optional<Name> BestAt(std::size_t begin, double context) const {
    if (begin >= text_.size()) return std::nullopt;
    const Span surname = scene_.words.At(begin, rules_.surname);
    if (surname.size() == 0) return std::nullopt;
    std::optional<Name> best;
    std::size_t end = surname.end;
    for (std::size_t given = 1; given <= kMostGiven && end < text_.size(); ++given) {
      NextCodePoint(text_, end);
      const std::optional<Name> name = Judge(surname, end, context + SignBehind(end));
      if (name && (!best || name->score >= best->score)) best = name;
    }
    return best;
  }

  double SignBehind(std::size_t end) const {
    if (scene_.words.At(end, rules_.after).size() > 0) return kTitled;
    return scene_.words.At(end, rules_.says).size() > 0 ? kSaying : 0;
  }

  // A name with that family name and end, if it is good enough with what stands around it.
  std::optional<Name> Judge(const Span& surname, std::size_t end, double context) const {
    if (scene_.words.At(surname.begin, rules_.word).size() > 0) return std::nullopt;
    // 李大妈 is a form of address; a dot joins the parts of a foreign name.
    if (scene_.words.At(surname.end, rules_.after).end == end) return std::nullopt;
    if (IsJoined(surname.begin, end)) return std::nullopt;
    double score = context;
    if (scene_.words.At(surname.begin, rules_.common).end == surname.end) score += kCommon;
    std::size_t given = 0;
    for (std::size_t at = surname.end; at < end; ++given) {
      const char32_t c = NextCodePoint(text_, at);
      if (!IsHan(c) || rules_.never.Has(c)) return std::nullopt;
      score += rules_.given.Has(c) ? kLikely : kUnlikely;
    }
    if (given == 0 || given > kMostGiven) return std::nullopt;
    if (EndsNames(end)) score += kEnding;
    if (score < kEnough) return std::nullopt;
    return Name{{surname.begin, end}, score};
  }

  bool IsJoined(std::size_t begin, std::size_t end) const {
    constexpr char32_t kDot = U'\u00B7';
    return (end < text_.size() && At(end) == kDot) ||
           (begin > 0 && CodePointBefore(text_, begin) == kDot);
  }

  // True where names usually end: before what is no Han character, and before certain words.
  bool EndsNames(std::size_t end) const {
    if (end >= text_.size() || !IsHan(At(end))) return true;
    for (const WordSet* words : {&rules_.next, &rules_.says, &rules_.after, &rules_.before}) {
      if (scene_.words.At(end, *words).size() > 0) return true;
    }
    return scene_.words.At(end, rules_.surname).size() > 0 && NameAfter(end);
  }
  // Another name behind this one, as in lists without separators.
  bool NameAfter(std::size_t begin) const {
    const Span surname = scene_.words.At(begin, rules_.surname);
    std::size_t end = surname.end;
    for (std::size_t given = 0; given < kMostGiven && end < text_.size(); ++given) {
      const char32_t c = NextCodePoint(text_, end);
      if (!IsHan(c) || rules_.never.Has(c)) return false;
      if (end >= text_.size() || !IsHan(At(end))) return true;
    }
    return false;
  }

  void Keep(const Name& name) {
    const double score = std::min(name.score / kSure, 1.0) * 0.9;
    found_.push_back({name.folded, kPerson, score, "name of a person"});
  }

  std::size_t SkipSpace(std::size_t at) const {
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == ':')) ++at;
    return at;
  }
  std::size_t SkipSeparator(std::size_t at) const {
    const std::size_t behind = SkipSpace(at);
    if (behind != at || behind >= text_.size()) return behind;
    std::size_t next = behind;
    NextCodePoint(text_, next);
    const bool separates =
        scene_.knowledge.conventions.Separates(text_.substr(behind, next - behind));
    return separates ? next : behind;
  }

  char32_t At(std::size_t at) const { return NextCodePoint(text_, at); }
  const NameScene& scene_;
  const PersonRules& rules_;
  std::string_view text_;
  std::vector<NameCandidate> found_;
};

}  // namespace

std::vector<NameCandidate> FindPersonNames(const NameScene& scene) {
  if (scene.knowledge.names.persons.surname.empty()) return {};
  return PersonFinder(scene).Run();
}

}  // namespace zhitu::extract

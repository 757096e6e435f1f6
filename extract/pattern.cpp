#include "extract/pattern.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "extract/entity_types.h"
#include "extract/fold.h"
#include "extract/spelling.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMostElements = 24;
constexpr std::size_t kFarthest = 1000;  // code points of one gap

bool IsNameCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

std::string DidYouMean(const std::string& name, const std::vector<std::string>& candidates) {
  const std::string close = Closest(name, candidates);
  return close.empty() ? "" : "; did you mean '" + close + "'?";
}

class PatternParser {
 public:
  PatternParser(std::string_view pattern, const PatternNames& names, const PatternFault& fault)
      : pattern_(pattern), names_(names), fault_(fault) {}

  std::vector<Element> Run() {
    for (SkipSpace(); at_ < pattern_.size() && !failed_; SkipSpace()) ParseElement();
    if (!failed_) CheckOrder();
    return std::move(elements_);
  }

 private:
  void ParseElement() {
    starts_.push_back(at_);
    elements_.emplace_back();
    Element& element = elements_.back();
    switch (pattern_[at_]) {
      case '{':
        ParseSlot(element);
        break;
      case '<':
        ParseLexicon(element);
        break;
      case '\'':
        ParseText(element);
        break;
      case '.':
        ParseGap(element);
        break;
      case '|':
      case '^':
      case '$':
        element.kind = AnchorKind(pattern_[at_++]);
        break;
      default:
        Fail(at_, "character is no part of a pattern; expected { < ' . | ^ or $");
    }
    element.optional = !failed_ && Take('?');
  }

  static Element::Kind AnchorKind(char c) {
    if (c == '|') return Element::Kind::kClause;
    return c == '^' ? Element::Kind::kBegin : Element::Kind::kEnd;
  }

  void ParseSlot(Element& element) {
    element.kind = Element::Kind::kSlot;
    ++at_;
    element.slot = ParseRole();
    if (Take('[')) {
      element.inner = ParseRole();
      Expect(']');
    }
    Expect('}');
    const std::size_t plus = at_;
    element.list = Take('+');
    if (!element.list) return;
    element.list_reach = ParseNumber();
    if (element.list_reach > kFarthest)
      Fail(plus, "list reaches too far; expected at most " + std::to_string(kFarthest));
  }

  // The number at this place, at most one past the farthest; 0 if there is none.
  std::size_t ParseNumber() {
    std::size_t number = 0;
    while (at_ < pattern_.size() && pattern_[at_] >= '0' && pattern_[at_] <= '9' &&
           number <= kFarthest) {
      number = number * 10 + static_cast<std::size_t>(pattern_[at_++] - '0');
    }
    return number;
  }

  Slot ParseRole() {
    Slot slot;
    const std::size_t begin = at_;
    slot.role = ParseName("a role");
    if (slot.role == kDocumentRole || slot.role == kTopicRole || slot.role == kMainRole)
      Fail(begin, "role '" + slot.role + "' is kept for what no slot fills; expected another name");
    Expect(':');
    std::vector<std::string> types;
    do {
      AddType(types);
    } while (!failed_ && Take('|'));
    slot.types = std::move(types);
    return slot;
  }

  void AddType(std::vector<std::string>& types) {
    const std::size_t begin = at_;
    const std::string name = ParseName("a type or group");
    if (failed_) return;
    const std::string fault = AddTypes(name, names_, types);
    if (!fault.empty()) Fail(begin, fault);
  }

  void ParseLexicon(Element& element) {
    element.kind = Element::Kind::kLexicon;
    ++at_;
    do {
      const std::size_t begin = at_;
      const std::string name = ParseName("a lexicon");
      if (failed_) return;
      const auto lexicon = names_.lexicons->Find(name);
      if (!lexicon) {
        Fail(begin, UnknownLexicon(name, *names_.lexicons));
        return;
      }
      element.lexicons.push_back(*lexicon);
    } while (Take('|'));
    std::sort(element.lexicons.begin(), element.lexicons.end());
    Expect('>');
  }

  void ParseText(Element& element) {
    element.kind = Element::Kind::kText;
    const std::size_t begin = at_++;
    const std::size_t end = pattern_.find('\'', at_);
    if (end == std::string_view::npos) {
      Fail(begin, "quote is never closed; expected a closing '");
      return;
    }
    element.text = FoldName(pattern_.substr(at_, end - at_));
    if (element.text.empty()) Fail(begin, "text is empty; expected characters between the quotes");
    at_ = end + 1;
  }

  void ParseGap(Element& element) {
    element.kind = Element::Kind::kGap;
    const std::size_t begin = at_;
    while (at_ < pattern_.size() && pattern_[at_] == '.') ++at_;
    const std::size_t dots = at_ - begin;
    if (dots != 2 && dots != 3)
      Fail(begin,
           "gap has " + std::to_string(dots) + " dots; expected .. (clause) or ... (sentence)");
    element.within_clause = dots == 2;
    element.reach = kFarthest;
    if (at_ == pattern_.size() || pattern_[at_] < '0' || pattern_[at_] > '9') return;
    element.reach = ParseNumber();
    if (element.reach > kFarthest)
      Fail(begin, "gap is too long; expected at most " + std::to_string(kFarthest));
  }

  // Refuses what could never match, or match anything.
  void CheckOrder() {
    using Kind = Element::Kind;
    if (elements_.empty()) {
      Fail(0, "pattern is empty; expected at least one element");
      return;
    }
    if (elements_.size() > kMostElements) {
      Fail(starts_[kMostElements],
           "pattern is too long; expected at most " + std::to_string(kMostElements) + " elements");
      return;
    }
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      const bool first = i == 0;
      const bool last = i + 1 == elements_.size();
      const Kind kind = elements_[i].kind;
      if (kind == Kind::kGap && (first || last || elements_[i + 1].kind == Kind::kGap)) {
        Fail(starts_[i],
             "gap stands at an end or beside a gap; expected it between two other elements");
      } else if (kind == Kind::kGap && elements_[i].optional) {
        Fail(starts_[i], "gap with ?; expected none, since a gap may be empty");
      } else if (kind == Kind::kGap && elements_[i + 1].optional) {
        Fail(starts_[i + 1], "optional element after a gap; expected one that must be there");
      } else if (((kind == Kind::kBegin || kind == Kind::kClause) && !first) ||
                 (kind == Kind::kEnd && !last)) {
        Fail(starts_[i], "anchor can match nowhere here; expected | or ^ first and $ last");
      } else if (first && elements_[i].optional) {
        Fail(starts_[i], "optional element first; expected one that must be there");
      }
      if (failed_) return;
    }
    CheckRoles();
  }

  void CheckRoles() {
    std::set<std::string> roles;
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      if (elements_[i].kind != Element::Kind::kSlot) continue;
      const std::optional<Slot>& inner = elements_[i].inner;
      bool fresh = roles.insert(elements_[i].slot.role).second;
      if (inner) fresh = roles.insert(inner->role).second && fresh;
      if (!fresh) Fail(starts_[i], "role stands twice; expected each role once");
    }
  }

  std::string ParseName(const std::string& what) {
    const std::size_t begin = at_;
    while (at_ < pattern_.size() && IsNameCharacter(pattern_[at_])) ++at_;
    if (begin == at_) Fail(begin, "name is missing; expected " + what);
    return std::string(pattern_.substr(begin, at_ - begin));
  }

  void SkipSpace() {
    while (at_ < pattern_.size() && (pattern_[at_] == ' ' || pattern_[at_] == '\n')) ++at_;
  }

  bool Take(char c) {
    if (failed_ || at_ >= pattern_.size() || pattern_[at_] != c) return false;
    ++at_;
    return true;
  }

  void Expect(char c) {
    if (failed_ || Take(c)) return;
    Fail(std::min(at_, pattern_.size()), std::string("bracket is not closed; expected ") + c);
  }

  void Fail(std::size_t at, const std::string& what) {
    if (failed_) return;
    failed_ = true;
    fault_(at, what);
  }

  std::string_view pattern_;
  const PatternNames& names_;
  const PatternFault& fault_;
  std::size_t at_ = 0;
  bool failed_ = false;
  std::vector<Element> elements_;
  std::vector<std::size_t> starts_;  // parallel to `elements_`
};

}  // namespace

bool IsPatternName(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), IsNameCharacter);
}

// A type that nothing has would never match. Types of one's own are declared as a group.
std::string AddTypes(const std::string& name, const PatternNames& names,
                     std::vector<std::string>& types) {
  if (const auto group = names.groups.find(name); group != names.groups.end()) {
    types.insert(types.end(), group->second.begin(), group->second.end());
    return {};
  }
  if (!IsTypeName(name)) {
    return "'" + name + "' is no type name; expected small letters, digits and _";
  }
  const auto& known = KnownTypes();
  if (std::binary_search(known.begin(), known.end(), name)) {
    types.push_back(name);
    return {};
  }
  std::vector<std::string> candidates = known;
  for (const auto& group : names.groups) candidates.push_back(group.first);
  return "'" + name +
         "' is neither a known type nor a group; expected one of them, or a group that declares "
         "it" +
         DidYouMean(name, candidates);
}

std::string UnknownLexicon(const std::string& name, const Lexicons& lexicons) {
  std::vector<std::string> candidates;
  std::copy_if(lexicons.names().begin(), lexicons.names().end(), std::back_inserter(candidates),
               IsPatternName);
  return "lexicon '" + name + "' is unknown; expected one of `lexicons`" +
         DidYouMean(name, candidates);
}

std::vector<Element> ParsePattern(std::string_view pattern, const PatternNames& names,
                                  const PatternFault& fault) {
  return PatternParser(pattern, names, fault).Run();
}

}  // namespace zhitu::extract

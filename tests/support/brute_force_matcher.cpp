#include "tests/support/brute_force_matcher.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <map>
#include <ostream>

#include "extract/characters.h"
#include "extract/fold.h"
#include "extract/utf8.h"
#include "extract/word_boundary.h"

namespace zhitu::extract {
namespace {

using Boundary = SurfaceRule::Boundary;

// The characters of a text without joiners and combining marks.
std::u32string BaseCharacters(std::string_view text) {
  std::u32string base;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, at);
    const bool joiner = u_charType(static_cast<UChar32>(c)) == U_FORMAT_CHAR && c != 0x200B;
    if (!joiner && !IsCombiningMark(c)) base += c;
  }
  return base;
}

bool InsideWord(std::string_view text, std::size_t at) {
  const std::u32string before = BaseCharacters(text.substr(0, at));
  const std::u32string after = BaseCharacters(text.substr(at));
  return !before.empty() && !after.empty() && IsSpacedLetter(before.back()) &&
         IsSpacedLetter(after.front());
}

bool FitsRule(const PlainName& name, std::string_view text, const Span& span) {
  if (name.rule.exact_case && CasePattern(name.surface) != CasePattern(span.In(text))) return false;
  if (name.rule.boundary == Boundary::kNone) return true;
  if (name.rule.boundary == Boundary::kWord) return IsWord(text, span);
  return !InsideWord(text, span.begin) && !InsideWord(text, span.end);
}

bool BelongsToTheOneBefore(char32_t c) {
  const int syllable = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_HANGUL_SYLLABLE_TYPE);
  return IsCombiningMark(c) || syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO;
}

}  // namespace

struct BruteForceMatcher::Text {
  std::string_view original;
  std::vector<Character> characters;

  std::string Folded(const Range& range) const {
    std::string folded;
    for (std::size_t i = range.begin; i < range.end; ++i) folded += characters[i].folded;
    return folded;
  }
};

void PrintTo(const PlainName& name, std::ostream* out) {
  *out << name.surface << '=' << name.entity << (name.rule.exact_case ? " exact" : "")
       << (name.rule.boundary == Boundary::kNone ? " none" : "");
}

Gazetteer BuildGazetteer(const std::vector<PlainName>& names) {
  GazetteerBuilder builder;
  const std::uint32_t file = builder.AddFile("names", "");
  std::map<EntityIndex, std::pair<Entity, SurfaceRule>> entities;
  for (const PlainName& name : names) {
    if (name.entity == kNoEntity) {
      builder.Ignore(name.surface, name.rule);
      continue;
    }
    auto& [entity, rule] = entities[name.entity];
    rule = name.rule;
    entity.id = entity.type = "e" + std::to_string(name.entity);
    if (entity.name.empty()) {
      entity.name = name.surface;
    } else {
      entity.aliases.push_back(name.surface);
    }
  }
  for (const auto& [number, known] : entities) builder.Add(known.first, known.second, file, 1);
  return builder.Build();
}

std::vector<Match> FindWhole(const Gazetteer& gazetteer, std::string_view text) {
  return gazetteer.Find(FoldBlocks(text, {{Zone::kBody, {{0, text.size()}}}}), text);
}

void PrintTo(const OuterMatch& match, std::ostream* out) {
  *out << match.span.begin << '-' << match.span.end;
  for (const EntityIndex entity : match.readings) *out << " e" << entity;
}

std::vector<OuterMatch> FindOuter(const Gazetteer& gazetteer, std::string_view text) {
  std::vector<OuterMatch> found;
  gazetteer.FindOuter(text, [&](const Span& span, std::span<const EntityIndex> readings) {
    found.push_back({span, {readings.begin(), readings.end()}});
  });
  return found;
}

std::vector<OuterMatch> OuterOf(const std::vector<Match>& matches) {
  std::vector<OuterMatch> outer;
  for (const Match& match : matches) {
    if (!match.nested)
      outer.push_back({match.span, {match.readings.begin(), match.readings.end()}});
  }
  return outer;
}

BruteForceMatcher::BruteForceMatcher(const std::vector<PlainName>& names) {
  for (const PlainName& name : names) {
    Form form{"", name};
    for (const Character& character : TakeApart(name.surface)) form.folded += character.folded;
    if (!form.folded.empty()) forms_.push_back(form);
  }
  std::stable_sort(forms_.begin(), forms_.end(),
                   [](const Form& a, const Form& b) { return a.name.entity < b.name.entity; });
}

std::vector<BruteForceMatcher::Character> BruteForceMatcher::TakeApart(std::string_view text) {
  std::vector<Character> characters;
  char32_t previous = 0;  // the last visible one
  Span space;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = NextCodePoint(text, at);
    const Span original{begin, at};
    if (IsSpace(c)) {
      space = {space.size() == 0 ? begin : space.begin, at};
      continue;
    }
    const std::string folded = FoldName(original.In(text));
    if (folded.empty()) continue;
    if (space.size() > 0 && previous != 0 && !(IsHan(previous) && IsHan(c))) {
      characters.push_back({" ", space});
    }
    space = {};
    std::size_t first = 0;
    characters.push_back({folded, original, BelongsToTheOneBefore(NextCodePoint(folded, first))});
    if (previous == 0 || !IsCombiningMark(c)) previous = c;
  }
  return characters;
}

bool BruteForceMatcher::Fits(const Text& text, const Range& range,
                             std::vector<EntityIndex>& readings) const {
  const bool cut = range.end < text.characters.size() && text.characters[range.end].continues;
  if (cut) return false;
  const Span span{text.characters[range.begin].original.begin,
                  text.characters[range.end - 1].original.end};
  const std::string folded = text.Folded(range);
  std::vector<const Form*> fitting;
  std::vector<const Form*> literal;  // written just like the text
  for (const Form& form : forms_) {
    if (form.folded != folded || !FitsRule(form.name, text.original, span)) continue;
    fitting.push_back(&form);
    if (form.name.surface == span.In(text.original)) literal.push_back(&form);
  }
  const bool ignored = !fitting.empty() && fitting.back()->name.entity == kNoEntity;
  for (const Form* const form : literal.empty() || ignored ? fitting : literal) {
    const EntityIndex entity = form->name.entity;
    if (readings.empty() || readings.back() != entity) readings.push_back(entity);
  }
  return !readings.empty();
}

void BruteForceMatcher::FindIn(const Text& text, const Range& range, bool nested,
                               std::vector<Match>& found) const {
  for (std::size_t begin = range.begin; begin < range.end;) {
    std::vector<EntityIndex> readings;
    std::size_t end = range.end;
    const auto itself = [&] { return nested && begin == range.begin && end == range.end; };
    while (end > begin && (itself() || !Fits(text, {begin, end}, readings))) --end;
    if (end == begin) {
      ++begin;
      continue;
    }
    if (readings.back() != kNoEntity) {  // the last, since `kNoEntity` is the largest number
      const std::size_t before = text.Folded({0, begin}).size();
      const Span span{text.characters[begin].original.begin, text.characters[end - 1].original.end};
      found.push_back(
          {span, {before, before + text.Folded({begin, end}).size()}, readings, nested});
      FindIn(text, {begin, end}, true, found);
    }
    begin = end;
  }
}

std::vector<Match> BruteForceMatcher::Find(std::string_view text) const {
  const Text parts{text, TakeApart(text)};
  std::vector<Match> found;
  FindIn(parts, {0, parts.characters.size()}, false, found);
  std::stable_sort(found.begin(), found.end(), [](const Match& a, const Match& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return found;
}

}  // namespace zhitu::extract

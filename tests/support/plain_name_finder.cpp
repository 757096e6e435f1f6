#include "tests/support/plain_name_finder.h"

#include <ostream>

#include "extract/characters.h"
#include "extract/fold.h"
#include "extract/name_index_builder.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr char32_t kLineBreak = U'\n';  // no name holds one

}  // namespace

NameIndex IndexOf(const NameValues& names) {
  NameIndexBuilder builder;
  for (const auto& [name, value] : names) builder.Add(name, value);
  return builder.Build([](std::string_view, std::span<const std::uint32_t> values) {
    return values.front();  // no name comes twice
  });
}

NameValues Numbered(const std::set<std::string>& names) {
  NameValues numbered;
  for (const std::string& name : names) {
    numbered.emplace(name, static_cast<std::uint32_t>(numbered.size()));
  }
  return numbered;
}

void PrintTo(const FoundName& found, std::ostream* out) {
  *out << found.value << '@' << found.span.begin << '-' << found.span.end;
}

std::vector<NamesAtPlace> ScanWhole(NameScanner& scanner, std::string_view text,
                                    UnitTable::Reading reading) {
  const std::vector<char> exact(text.begin(), text.end());
  scanner.Start(std::string_view(exact.data(), exact.size()), reading);
  std::vector<NamesAtPlace> places;
  while (scanner.Next()) {
    for (const NameHit& hit : scanner.hits()) {
      NameIndex::Found found = scanner.Longest(hit);
      if (found.length == 0) continue;
      NamesAtPlace& names = places.emplace_back();
      for (; found.length > 0; found = scanner.Shorter(hit, found.length)) {
        names.push_back({found.value, scanner.SpanOf(hit, found.length)});
      }
    }
  }
  return places;
}

PlainNameFinder::PlainNameFinder(const NameValues& names) {
  for (const auto& [name, value] : names) {
    if (name.empty()) continue;
    const std::u32string characters = CodePointsOf(name);
    lengths_.insert(characters.size());
    names_.emplace(characters, value);
  }
}

void PlainNameFinder::Characters::Add(std::u32string_view folded, const Span& span) {
  text += folded;
  spans.resize(text.size(), span);
}

PlainNameFinder::Characters PlainNameFinder::TakeApart(std::string_view text) {
  Characters characters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = NextCodePoint(text, at);
    characters.Add({&c, 1}, {begin, at});
  }
  return characters;
}

PlainNameFinder::Characters PlainNameFinder::Fold(std::string_view text) {
  Characters characters;
  char32_t previous = 0;  // the last visible one of the line
  Span space;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = NextCodePoint(text, at);
    if (c == U'\n' || c == U'\r') {
      characters.Add({&kLineBreak, 1}, {begin, at});
      previous = 0;
      space = {};
      continue;
    }
    if (IsSpace(c)) {
      space = {space.size() == 0 ? begin : space.begin, at};
      continue;
    }
    const std::u32string folded = CodePointsOf(FoldName(text.substr(begin, at - begin)));
    if (folded.empty()) continue;
    const bool keeps_space = previous != 0 && !(IsHan(previous) && IsHan(c));
    if (space.size() > 0 && keeps_space) characters.Add(U" ", space);
    space = {};
    characters.Add(folded, {begin, at});
    if (previous == 0 || !IsCombiningMark(c)) previous = c;
  }
  return characters;
}

std::vector<NamesAtPlace> PlainNameFinder::Find(std::string_view text,
                                                UnitTable::Reading reading) const {
  const Characters characters =
      reading == UnitTable::Reading::kPlain ? TakeApart(text) : Fold(text);
  const std::vector<Span>& spans = characters.spans;
  const std::size_t size = spans.size();
  std::vector<NamesAtPlace> places;
  for (std::size_t begin = 0; begin < size; ++begin) {
    NamesAtPlace names;
    for (auto length = lengths_.rbegin(); length != lengths_.rend(); ++length) {
      const std::size_t end = begin + *length;
      if (end > size) continue;
      const auto name = names_.find(characters.text.substr(begin, *length));
      if (name == names_.end()) continue;
      const bool cut = (begin > 0 && spans[begin - 1] == spans[begin]) ||
                       (end < size && spans[end] == spans[end - 1]);
      names.push_back({name->second, cut ? Span{} : Span{spans[begin].begin, spans[end - 1].end}});
    }
    if (!names.empty()) places.push_back(names);
  }
  return places;
}

std::u32string CodePointsOf(std::string_view text) {
  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) characters += NextCodePoint(text, at);
  return characters;
}

std::string Utf8Of(std::u32string_view text) {
  std::string bytes;
  for (const char32_t c : text) AppendUtf8(c, bytes);
  return bytes;
}

}  // namespace zhitu::extract

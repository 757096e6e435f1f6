#pragma once

#include <cstdint>
#include <iosfwd>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extract/name_index.h"
#include "extract/name_scanner.h"
#include "extract/span.h"
#include "extract/unit_table.h"

namespace zhitu::extract {

// Names, each with its value.
using NameValues = std::map<std::string, std::uint32_t>;

// An index of names, and names numbered in their order.
NameIndex IndexOf(const NameValues& names);
NameValues Numbered(const std::set<std::string>& names);

// A name found, and the bytes it stands on: an empty span where it would cut a character.
struct FoundName {
  std::uint32_t value = 0;
  Span span;

  friend bool operator==(const FoundName&, const FoundName&) = default;
};
void PrintTo(const FoundName& found, std::ostream* out);

// The names that begin at a place, the longest first; never none.
using NamesAtPlace = std::vector<FoundName>;

// All that a scanner finds in a text, place by place. The text is copied to memory of its own size,
// so that sanitizers see a read beside it.
std::vector<NamesAtPlace> ScanWhole(NameScanner& scanner, std::string_view text,
                                    UnitTable::Reading reading);

// The slow twin of `NameIndex` and `NameScanner`: takes a text apart into characters, folds each
// alone, and compares what stands at each place with all names, length by length.
class PlainNameFinder {
 public:
  explicit PlainNameFinder(const NameValues& names);

  // What `ScanWhole` should give.
  std::vector<NamesAtPlace> Find(std::string_view text, UnitTable::Reading reading) const;

 private:
  // A text as a scanner sees it: characters, and the bytes each comes from.
  struct Characters {
    std::u32string text;
    std::vector<Span> spans;

    void Add(std::u32string_view folded, const Span& span);
  };
  static Characters TakeApart(std::string_view text);
  static Characters Fold(std::string_view text);

  std::map<std::u32string, std::uint32_t> names_;
  std::set<std::size_t> lengths_;  // of names, in characters
};

// The characters of valid UTF-8, and the other way round.
std::u32string CodePointsOf(std::string_view text);
std::string Utf8Of(std::u32string_view text);

}  // namespace zhitu::extract

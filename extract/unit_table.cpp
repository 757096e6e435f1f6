#include "extract/unit_table.h"

#include <algorithm>
#include <bit>

#include "extract/characters.h"
#include "extract/fold.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kBmp = 0x10000;
// Two units: one of the leads, one of the trails.
constexpr std::uint32_t kTrails = 1024;
constexpr std::uint32_t kLeads = 0x110000 / kTrails + 1;
constexpr std::uint32_t kFirstLead = UnitTable::kSingles + 1;
constexpr std::uint32_t kFirstTrail = kFirstLead + kLeads;

// Code points that no text holds: what does not fold to one character of the BMP, and what ends a
// line.
constexpr std::uint16_t kNotOne = 0xD800;
constexpr std::uint16_t kLineBreak = 0xD801;

std::uint16_t FoldInBmp(char32_t c) {
  if (c == U'\n' || c == U'\r' || (c >= 0xD800 && c < 0xE000)) return kLineBreak;
  const FoldedCharacter folded = FoldCharacter(c);
  if (IsSpace(c) || folded.count != 1 || folded.first >= kBmp) return kNotOne;
  return static_cast<std::uint16_t>(folded.first);
}

// What each code point of the BMP folds to; the same for all tables, so made only once.
const std::vector<std::uint16_t>& FoldedBmp() {
  static const std::vector<std::uint16_t> folded = [] {
    std::vector<std::uint16_t> all(kBmp);
    for (std::size_t c = 0; c < kBmp; ++c) all[c] = FoldInBmp(static_cast<char32_t>(c));
    return all;
  }();
  return folded;
}

}  // namespace

UnitTable::UnitTable() : plain_(kBmp + 1, 0), folding_(kBmp + 1, 0) { FoldPages(); }

UnitTable::UnitTable(FlatArray<std::uint32_t> alphabet)
    : alphabet_(std::move(alphabet)), plain_(kBmp + 1, 0), folding_(kBmp + 1, 0) {
  for (std::uint32_t rank = 0; rank < alphabet_.size(); ++rank) Learn(alphabet_[rank], rank);
  std::sort(wide_.begin(), wide_.end());
  const bool pairs = alphabet_.size() > kSingles;
  const std::size_t last = pairs ? kFirstTrail + kTrails - 1 : alphabet_.size();
  bits_ = std::max(1U, static_cast<unsigned>(std::bit_width(last)));
  FoldPages();
}

void UnitTable::Learn(std::uint32_t code_point, std::uint32_t rank) {
  const bool single = rank < kSingles;
  if (code_point < kBmp) plain_[code_point] = single ? static_cast<Unit>(rank + 1) : kSpecial;
  if (code_point >= kBmp || !single) wide_.push_back({code_point, rank});
}

void UnitTable::FoldPages() {
  const std::vector<std::uint16_t>& folded = FoldedBmp();
  for (std::size_t c = 0; c < kBmp; ++c) {
    folding_[c] = folded[c] == kNotOne ? kSpecial : plain_[folded[c]];
  }
}

void UnitTable::AppendUnits(char32_t code_point, std::vector<Unit>& out) const {
  if (code_point < kBmp && plain_[code_point] != kSpecial) {
    out.push_back(plain_[code_point]);
    return;
  }
  const auto wide = std::lower_bound(
      wide_.begin(), wide_.end(), code_point,
      [](const Wide& entry, char32_t sought) { return entry.code_point < sought; });
  if (wide == wide_.end() || wide->code_point != code_point) {
    out.push_back(0);
  } else if (wide->rank < kSingles) {
    out.push_back(static_cast<Unit>(wide->rank + 1));
  } else {
    const std::uint32_t number = wide->rank - static_cast<std::uint32_t>(kSingles);
    out.push_back(static_cast<Unit>(kFirstLead + number / kTrails));
    out.push_back(static_cast<Unit>(kFirstTrail + number % kTrails));
  }
}

void UnitTable::AppendUnits(std::string_view text, std::vector<Unit>& out) const {
  for (std::size_t at = 0; at < text.size();) AppendUnits(NextCodePoint(text, at), out);
}

}  // namespace zhitu::extract

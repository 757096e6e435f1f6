#include "extract/scan_kernel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "extract/name_index_impl.h"
#include "extract/utf8.h"
#include "tests/support/letters.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kSlack = ScanKernel::kSlack;

// The table's unit of each character, and its first byte.
struct Decoded {
  std::vector<Unit> units;
  std::vector<std::uint32_t> begins;

  friend bool operator==(const Decoded&, const Decoded&) = default;
};
void PrintTo(const Decoded& decoded, std::ostream* out) {
  *out << testing::PrintToString(decoded.units) << " at " << testing::PrintToString(decoded.begins);
}

// The unit of the character at `at`, which moves on.
Unit UnitAt(const Unit* table, std::string_view text, std::size_t& at) {
  const char32_t c = NextCodePoint(text, at);
  return c < 0x10000 ? table[c] : UnitTable::kSpecial;
}

Decoded DecodeSlowly(const Unit* table, std::string_view text, std::size_t at) {
  Decoded decoded;
  while (at < text.size()) {
    decoded.begins.push_back(static_cast<std::uint32_t>(at));
    decoded.units.push_back(UnitAt(table, text, at));
  }
  return decoded;
}

// Decodes all from `at` on, in pieces of about `room` characters; special ones, before which
// kernels stop, are read here. The text is copied to memory of its own size, and so are the arrays.
Decoded DecodeBy(const ScanKernel& kernel, const Unit* table, std::string_view text, std::size_t at,
                 std::size_t room) {
  const std::vector<char> exact(text.begin(), text.end());
  Decoded decoded;
  while (at < exact.size()) {
    std::vector<Unit> units(room + kSlack);
    std::vector<std::uint32_t> begins(room + kSlack);
    const DecodedUnits some = kernel.decode(table, {exact.data(), exact.size()}, at, exact.size(),
                                            room, units.data(), begins.data());
    EXPECT_LE(some.count, room + kSlack);
    const auto count = static_cast<std::ptrdiff_t>(some.count);
    decoded.units.insert(decoded.units.end(), units.begin(), units.begin() + count);
    decoded.begins.insert(decoded.begins.end(), begins.begin(), begins.begin() + count);
    at = some.next;
    if (at == exact.size() || some.count >= room) continue;
    decoded.begins.push_back(static_cast<std::uint32_t>(at));
    decoded.units.push_back(UnitAt(table, text, at));
    EXPECT_EQ(decoded.units.back(), UnitTable::kSpecial) << "stopped before " << at;
  }
  return decoded;
}

class EachKernel : public testing::TestWithParam<const ScanKernel*> {
 protected:
  // Units that depend on the code point in all bits; some are special.
  EachKernel() : table_(0x10000 + 1) {
    for (std::size_t c = 0; c < table_.size(); ++c) {
      table_[c] = static_cast<Unit>(c % 101 == 100 ? UnitTable::kSpecial : (c * 40503U) % 60000);
    }
  }
  void ExpectDecodes(std::string_view text, std::size_t room = 2048) {
    ASSERT_EQ(DecodeBy(*GetParam(), table_.data(), text, 0, room),
              DecodeSlowly(table_.data(), text, 0))
        << text;
  }

  std::vector<Unit> table_;
};
INSTANTIATE_TEST_SUITE_P(ScanKernels, EachKernel, testing::ValuesIn(ScanKernels()),
                         [](const auto& c) { return std::string(c.param->name); });

const Letters kOfEachSize = {"a", "é", "水", "𠮷"};

TEST(ScanKernels, EndWithThePortableOne) {
  ASSERT_FALSE(ScanKernels().empty());
  EXPECT_STREQ(ScanKernels().back()->name, "portable");
}

TEST_P(EachKernel, DecodesTextsOfEverySize) {
  for (const std::string& letter : kOfEachSize) {
    std::string text;
    for (; text.size() <= 200 && !HasFatalFailure(); text += letter) ExpectDecodes(text);
  }
}

// A character of each size at each place of two blocks of 64 bytes, between those of other sizes.
TEST_P(EachKernel, DecodesCharactersAtEveryPlace) {
  for (const std::string& filler : kOfEachSize) {
    for (const std::string& letter : kOfEachSize) {
      for (std::size_t at = 0; at < 140 && !HasFatalFailure(); ++at) {
        std::string text(at % filler.size(), 'x');
        while (text.size() + filler.size() <= at) text += filler;
        text += letter + letter;
        for (std::size_t behind = 0; behind < 80; behind += 1 + behind / 4) {
          std::string whole = text;
          for (std::size_t i = 0; i < behind; ++i) whole += filler;
          ExpectDecodes(whole);
        }
      }
    }
  }
}

TEST_P(EachKernel, DecodesEveryCharacter) {
  std::string text;
  for (char32_t c = 0; c < 0x110000; c += c < 0x11000 ? 1 : 37) {
    if (c < 0xD800 || c >= 0xE000) AppendUtf8(c, text);
  }
  ExpectDecodes(text);
  ExpectDecodes(text.substr(1), 7);
}

TEST_P(EachKernel, DecodesFromAnyPlaceInAnyRoom) {
  std::mt19937 random(11);
  for (int round = 0; round < 2000 && !HasFatalFailure(); ++round) {
    const Letters letters = SomeOf(random, EveryKindOfLetter(), 1 + random() % 6);
    const std::string text = RandomText(random, letters, random() % 300);
    std::size_t at = text.empty() ? 0 : random() % text.size();
    while (at < text.size() && !IsLeadByte(text[at])) ++at;
    const std::size_t room = 1 + random() % 200;
    ASSERT_EQ(DecodeBy(*GetParam(), table_.data(), text, at, room),
              DecodeSlowly(table_.data(), text, at))
        << text << " from " << at << " by " << room;
  }
}

// Regression of the order in which lanes are looked at: one special among many.
TEST_P(EachKernel, StopsAtOneSpecialCharacterAtEveryPlace) {
  for (std::size_t at = 0; at < 150; ++at) {
    std::string text(150, 'a');  // 97
    text[at] = 'd';              // 100
    ExpectDecodes(text);
    std::string han;
    for (std::size_t i = 0; i < 150; ++i) AppendUtf8(i == at ? 101 * 200 + 100 : 101 * 200, han);
    ExpectDecodes(han);
  }
}

// A filter with some bits, and whether it lets a hash by, as one of starts or as another one.
struct Filter {
  std::vector<std::uint32_t> words;

  Filter(std::mt19937& random, std::size_t size, std::size_t density) : words(size) {
    for (std::uint32_t& word : words) {
      for (std::size_t i = 0; i < density; ++i) word |= std::uint32_t{1} << (random() % 32);
    }
  }
  FilterView view() const {
    return {words.data(), 32 - static_cast<unsigned>(std::countr_zero(words.size()))};
  }
  bool HasStart(std::uint32_t hash) const {
    const std::uint32_t bit = NameLookup::StartBit(hash, view().shift);
    return ((words[bit / 32] >> (bit % 32)) & 1U) != 0;
  }
  bool Passes(std::uint32_t hash) const {
    const std::uint32_t bits = NameLookup::FilterBits(hash);
    return (words[hash >> view().shift] & bits) == bits;
  }
};

struct Batch {
  std::vector<Unit> units;  // `count` of them, then as many as may be read
  std::size_t count = 0;
};

Batch RandomBatch(std::mt19937& random) {
  Batch batch;
  batch.count = random() % 8 == 0 ? 2048 + random() % 100 : random() % 100;
  const std::size_t most = random() % 3 == 0 ? 62'200 : 1 + random() % 40;
  batch.units.resize(batch.count + kSlack);
  for (Unit& unit : batch.units) unit = static_cast<Unit>(random() % (most + 1));
  return batch;
}

std::vector<std::uint32_t> StartsSlowly(const Batch& batch, const Filter& starts) {
  std::vector<std::uint32_t> found;
  for (std::size_t i = 0; i < batch.count; ++i) {
    const std::uint32_t pair = NameLookup::Pair(&batch.units[i]);
    if (starts.HasStart(NameLookup::HashPair(pair))) found.push_back(static_cast<std::uint32_t>(i));
  }
  return found;
}

std::vector<std::uint32_t> FilterSlowly(const Batch& batch,
                                        const std::vector<std::uint32_t>& places,
                                        const Filter& pairs, const Filter& triples) {
  std::vector<std::uint32_t> found;
  for (const std::uint32_t place : places) {
    const std::uint32_t pair = NameLookup::Pair(&batch.units[place]);
    std::uint32_t marks = 0;
    if (pairs.Passes(NameLookup::HashPair(pair))) marks |= ScanKernel::kMayBePair;
    if (triples.Passes(NameLookup::HashTriple(pair, batch.units[place + 2]))) {
      marks |= ScanKernel::kMayGoOn;
    }
    if (marks != 0) found.push_back(place | marks);
  }
  return found;
}

TEST_P(EachKernel, FiltersAsItShould) {
  std::mt19937 random(13);
  for (int round = 0; round < 400 && !HasFatalFailure(); ++round) {
    const Batch batch = RandomBatch(random);
    const std::size_t size = std::size_t{64} << (random() % 8);
    const Filter starts(random, size, random() % 40);
    const Filter pairs(random, size, random() % 40);
    const Filter triples(random, size * 2, random() % 40);
    std::vector<std::uint32_t> found(batch.count + kSlack);
    const std::size_t count =
        GetParam()->find_starts(batch.units.data(), batch.count, starts.view(), found.data());
    const std::vector<std::uint32_t> expected = StartsSlowly(batch, starts);
    found.resize(count);
    ASSERT_EQ(found, expected) << "round " << round;
    found.resize(count + kSlack);
    const std::size_t kept = GetParam()->filter_starts(batch.units.data(), count, pairs.view(),
                                                       triples.view(), found.data());
    found.resize(kept);
    ASSERT_EQ(found, FilterSlowly(batch, expected, pairs, triples)) << "round " << round;
  }
}

}  // namespace
}  // namespace zhitu::extract

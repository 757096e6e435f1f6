#include "graph/sqlite_record.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>

#include "extract/error.h"

namespace zhitu::graph {
namespace {

std::string Hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    hex += kDigits[byte >> 4U];
    hex += kDigits[byte & 0x0FU];
  }
  return hex;
}

struct VarintCase {
  const char* name;
  std::uint64_t value;
  const char* expected;
};
void PrintTo(const VarintCase& c, std::ostream* out) { *out << c.name; }
class Varint : public testing::TestWithParam<VarintCase> {};

TEST_P(Varint, HasTheBytesOfTheFormat) {
  std::array<char, kLongestVarint> bytes{};
  const std::size_t size = PutVarint(GetParam().value, bytes.data());
  EXPECT_EQ(Hex({bytes.data(), size}), GetParam().expected);
}

const VarintCase kVarintCases[] = {
    {"Zero", 0, "00"},
    {"LastOfOne", 0x7F, "7f"},
    {"FirstOfTwo", 0x80, "8100"},
    {"LastOfTwo", 0x3FFF, "ff7f"},
    {"FirstOfThree", 0x4000, "818000"},
    {"FirstOfEight", std::uint64_t{1} << 49U, "8180808080808000"},
    {"LastOfEight", (std::uint64_t{1} << 56U) - 1, "ffffffffffffff7f"},
    {"FirstOfNine", std::uint64_t{1} << 56U, "80c080808080808000"},
    {"Greatest", std::numeric_limits<std::uint64_t>::max(), "ffffffffffffffffff"},
};
INSTANTIATE_TEST_SUITE_P(Basics, Varint, testing::ValuesIn(kVarintCases),
                         [](const auto& c) { return std::string(c.param.name); });

struct IntegerCase {
  const char* name;
  std::int64_t value;
  const char* expected;  // size of the header, type, value
};
void PrintTo(const IntegerCase& c, std::ostream* out) { *out << c.name; }
class RecordInteger : public testing::TestWithParam<IntegerCase> {};

TEST_P(RecordInteger, TakesAsFewBytesAsItNeeds) {
  Record record("test");
  EXPECT_EQ(Hex(record.Clear().Integer(GetParam().value).Bytes()), GetParam().expected);
}

const IntegerCase kIntegerCases[] = {
    {"Zero", 0, "0208"},
    {"One", 1, "0209"},
    {"Two", 2, "020102"},
    {"MinusOne", -1, "0201ff"},
    {"LastOfOne", 127, "02017f"},
    {"FirstOfTwo", 128, "02020080"},
    {"SmallestOfOne", -128, "020180"},
    {"SmallestOfTwo", -32768, "02028000"},
    {"FirstOfThree", 32768, "0203008000"},
    {"FirstOfFour", 8388608, "020400800000"},
    {"FirstOfSix", 2147483648, "0205000080000000"},
    {"LastOfSix", 140737488355327, "02057fffffffffff"},
    {"FirstOfEight", 140737488355328, "02060000800000000000"},
    {"Smallest", std::numeric_limits<std::int64_t>::min(), "02068000000000000000"},
    {"Greatest", std::numeric_limits<std::int64_t>::max(), "02067fffffffffffffff"},
};
INSTANTIATE_TEST_SUITE_P(Basics, RecordInteger, testing::ValuesIn(kIntegerCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(Record, HoldsColumnsInTheirOrder) {
  Record record("test");
  record.Clear().Integer(5).Text("gone");
  record.Clear().Null().Text("ab").Integer(7).Blob(std::string_view("\0x", 2)).Text("");
  EXPECT_EQ(Hex(record.Bytes()),
            "060011"
            "01"
            "100d"
            "6162"
            "07"
            "0078");
}

TEST(Record, KeepsNulAsReplacementCharacter) {
  Record record("test");
  record.Clear().Text(std::string_view("a\0b", 3));
  EXPECT_EQ(Hex(record.Bytes()),
            "0217"
            "61efbfbd62");
  std::string longer(100, 'a');
  longer[99] = '\0';
  record.Clear().Text(longer);
  EXPECT_EQ(record.Bytes().size(), 3U + 102U);
}

TEST(Record, TakesNoMoreThanSqliteReads) {
  Record record("a.zhitu");
  record.Clear();
  std::string problem;
  try {
    // The bytes are not looked at, so that there need not be so many.
    record.Blob({"", Record::kMostBytes + 1});
  } catch (const extract::LimitError& error) {
    problem = error.what();
  }
  EXPECT_EQ(problem, "a.zhitu: a text or list of 1 GB or more does not fit into a graph file");
}

}  // namespace
}  // namespace zhitu::graph

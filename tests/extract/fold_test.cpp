#include "extract/fold.h"

#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "extract/characters.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

FoldedText FoldWhole(std::string_view text) {
  return FoldBlocks(text, {{Zone::kBody, {{0, text.size()}}}});
}

std::string Utf8(char32_t c) {
  std::string text;
  AppendUtf8(c, text);
  return text;
}

struct AlikeCase {
  const char* name;
  const char* folded;
  std::vector<std::string> variants;  // all fold to `folded`
};
void PrintTo(const AlikeCase& c, std::ostream* out) { *out << c.name; }
class FoldAlike : public testing::TestWithParam<AlikeCase> {};

TEST_P(FoldAlike, Names) {
  EXPECT_EQ(FoldName(GetParam().folded), GetParam().folded);
  for (const std::string& variant : GetParam().variants) {
    EXPECT_EQ(FoldName(variant), GetParam().folded) << variant;
  }
}

const AlikeCase kVariants[] = {
    {"Case", "who", {"WHO", "Who", "wHO"}},
    {"Width", "abc123!()", {"ＡＢＣ１２３！（）", "ａBc１2３！(）"}},
    {"HalfwidthKana", "アカ", {"ｱｶ"}},
    {"Traditional", "郑州台湾党书记", {"鄭州臺灣黨書記", "郑州台灣党書记"}},
    {"SimplifiedInSteps", "苎", {"薴", "苧"}},
    {"CompatibilityIdeographs", "岂更", {"豈更", "\uF900\uF901"}},
    {"Quotes",
     "\"a\"",
     {"“a”", "‘a’", "「a」", "『a』", "＂a＂", "'a'", "〝a〞", "«a»", "｢a｣", "﹁a﹂"}},
    {"Dashes", "a-b", {"a–b", "a—b", "a―b", "a‐b", "a‑b", "a−b", "a－b", "a─b", "a﹣b"}},
    {"MiddleDots", "a·b", {"a•b", "a・b", "a･b", "a‧b", "a∙b", "a⋅b"}},
    {"Tildes", "a~b", {"a～b", "a〜b", "a∼b"}},
    {"NotComposed", "cafe\u0301", {"café", "CAFÉ", "cafe\u0301", "CAFE\u0301"}},
    {"SharpS", "strasse", {"straße", "STRASSE", "STRAẞE"}},
    {"Ligature", "find", {"ﬁnd"}},
    {"Korean", "\u1112\u1161\u11AB", {"한"}},
    {"Squared", "株式会社", {"㍿"}},
    {"Roman", "viii", {"Ⅷ", "VIII"}},
};
const AlikeCase kSpaces[] = {
    {"EndsAreDropped", "a", {" a", "a\t", "\u3000a\u00A0", "\n\na\r\n"}},
    {"RunsBecomeOne", "a b", {"a  b", "a\u3000b", "a\u00A0\t b", "a\r\nb"}},
    {"NoneBetweenHan", "黄蓉蓉", {"黄 蓉 蓉", "黄\u3000蓉蓉", "黄\n蓉\r\n蓉"}},
    {"NoneBetweenSupplementaryHan", "𠮷黄", {"𠮷 黄"}},
    {"KeptBesideOthers", "a 翰林, b アカ c", {"a 翰 林, b アカ c"}},
    {"OnlySpaces", "", {" ", "\u3000\n", "\u2028"}},
};
const AlikeCase kInvisible[] = {
    {"ZeroWidth", "翰林", {"翰\u200B林", "\uFEFF翰林", "翰林\u200D", "翰\u2060林"}},
    {"SoftHyphen", "program", {"pro\u00ADgram"}},
    {"VariationSelector", "葛", {"葛\uFE00", "葛\U000E0100"}},
    {"BesideSpaces", "翰林", {"翰 \u200B林", "翰\u200B 林", "翰 \u200B 林", "翰\u200B \u200B林"}},
    {"SelectorBeforeSpace", "葛林", {"葛\U000E0100 林"}},
    {"Nothing", "", {"\u200B", "\u200B \uFEFF", "\u00AD"}},
};
constexpr auto kName = [](const auto& c) { return std::string(c.param.name); };
INSTANTIATE_TEST_SUITE_P(Variants, FoldAlike, testing::ValuesIn(kVariants), kName);
INSTANTIATE_TEST_SUITE_P(Spaces, FoldAlike, testing::ValuesIn(kSpaces), kName);
INSTANTIATE_TEST_SUITE_P(Invisible, FoldAlike, testing::ValuesIn(kInvisible), kName);

TEST(FoldName, KeepsWhatOnlyLooksAlike) {
  EXPECT_NE(FoldName("翰林"), FoldName("瀚林"));
  EXPECT_NE(FoldName("O"), FoldName("0"));
  EXPECT_NE(FoldName("A"), FoldName("А"));  // Latin, Cyrillic
  EXPECT_NE(FoldName("e"), FoldName("é"));
  EXPECT_NE(FoldName("，"), FoldName("。"));
}

// A folded text as its smallest pieces that have an original: `folded<original>`.
std::string Pieces(const std::string& text) {
  const FoldedText folded = FoldWhole(text);
  std::string shown;
  std::size_t begin = 0;
  for (std::size_t end = 1; end < folded.text().size(); ++end) {  // the last byte ends the block
    if (!IsLeadByte(folded.text()[end])) continue;
    const Span span = folded.Original(begin, end);
    if (span.size() == 0) continue;
    shown.append(folded.text(), begin, end - begin).append("<").append(span.In(text)).append(">");
    begin = end;
  }
  return shown;
}

struct PiecesCase {
  const char* name;
  const char* text;
  const char* pieces;
};
void PrintTo(const PiecesCase& c, std::ostream* out) { *out << c.name; }
class FoldPieces : public testing::TestWithParam<PiecesCase> {};

TEST_P(FoldPieces, StandForTheirOriginal) { EXPECT_EQ(Pieces(GetParam().text), GetParam().pieces); }

const PiecesCase kWays[] = {
    {"Same", "a汉𠮷", "a<a>汉<汉>𠮷<𠮷>"},
    {"SameLength", "A鄭b", "a<A>郑<鄭>b<b>"},
    {"Shorter", "aＢ，c", "a<a>b<Ｂ>,<，>c<c>"},
    {"Longer", "ȺaȾ", "ⱥ<Ⱥ>a<a>ⱦ<Ⱦ>"},
    {"SupplementaryPlane", "𠮷𝐀𐐀", "𠮷<𠮷>a<𝐀>𐐨<𐐀>"},
    {"SpaceRun", "a \t b", "a<a> < \t >b<b>"},
    {"SpaceBetweenHan", "翰 林", "翰<翰>林<林>"},
    {"InvisibleBetween", "翰\u200B林", "翰<翰>林<林>"},
    {"OpeningSpace", "\u3000\u3000翰", "翰<翰>"},
};
const PiecesCase kNeverCut[] = {
    {"Ligature", "aﬁb", "a<a>fi<ﬁ>b<b>"},
    {"SquaredWord", "㍿A", "株式会社<㍿>a<A>"},
    {"Composed", "xéy", "x<x>e\u0301<é>y<y>"},
    {"Decomposed", "xe\u0301y", "x<x>e\u0301<e\u0301>y<y>"},
    {"SeveralMarks", "e\u0323\u0301y", "e\u0323\u0301<e\u0323\u0301>y<y>"},
    {"ComposedAndMark", "ẹ\u0301y", "e\u0323\u0301<ẹ\u0301>y<y>"},
    {"Korean", "한국", "\u1112\u1161\u11AB<한>\u1100\u116E\u11A8<국>"},
    {"KoreanByLetters", "\u1112\u1161\u11AB\u1100\u116E",
     "\u1112\u1161\u11AB<\u1112\u1161\u11AB>"
     "\u1100\u116E<\u1100\u116E>"},
    {"KoreanSyllableAndFinal", "하\u11AB", "\u1112\u1161\u11AB<하\u11AB>"},
};
// Characters that fold to several of the same length in bytes together.
const PiecesCase kRegression[] = {
    {"SharpS", "ßa", "ss<ß>a<a>"},    {"DutchIj", "aĲ", "a<a>ij<Ĳ>"},
    {"Ellipsis", "…a", "...<…>a<a>"}, {"SquareKilometre", "5㎢", "5<5>km2<㎢>"},
    {"Celsius", "℃a", "°c<℃>a<a>"},
};
INSTANTIATE_TEST_SUITE_P(Ways, FoldPieces, testing::ValuesIn(kWays), kName);
INSTANTIATE_TEST_SUITE_P(NeverCut, FoldPieces, testing::ValuesIn(kNeverCut), kName);
INSTANTIATE_TEST_SUITE_P(Regression, FoldPieces, testing::ValuesIn(kRegression), kName);

// The lines of a text as the pieces of one block.
std::vector<Span> LinesOf(std::string_view text) {
  std::vector<Span> pieces;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    pieces.push_back({begin, end});
    begin = end + 1;
  }
  return pieces;
}

const AlikeCase kSeams[] = {
    {"Han", "对照\n", {"对\n照", "对 \n照", "对\n\u3000照"}},
    {"HanAndLatin", "用5g\n", {"用\n5G"}},
    {"LatinAndHan", "5g用\n", {"5G\n用"}},
    {"Words", "joint venture\n", {"joint\nventure", "joint \nventure", "joint\n  venture"}},
    {"AccentBeforeTheSeam", "cafe\u0301 noir\n", {"café\nnoir", "cafe\u0301\nnoir"}},
    {"NumberGoesOn", "54 1,200\n", {"5\n4 1,\n200"}},
    {"Comma", "smith, jones\n", {"Smith,\nJones"}},
    {"FullStop", "end. next\n", {"end.\nnext"}},
    {"Ampersand", "procter & gamble\n", {"Procter &\nGamble", "Procter\n& Gamble"}},
    {"Brackets", "bank (north) of\n", {"bank\n(north)\nof"}},
    {"Hyphen", "well-known\n", {"well-\nknown"}},
    {"ChinesePunctuation", "他说,翰林\n", {"他说，\n翰林", "他说\n，翰林"}},
    {"PunctuationAndHan", "说,翰\n", {"说,\n翰"}},
    {"ThreePieces", "一二三\n", {"一\n二\n三"}},
    {"EmptyPiece", "一二\n", {"一\n\n二"}},
};
class FoldSeams : public testing::TestWithParam<AlikeCase> {};

TEST_P(FoldSeams, JoinPieces) {
  for (const std::string& lines : GetParam().variants) {
    EXPECT_EQ(FoldBlocks(lines, {{Zone::kBody, LinesOf(lines)}}).text(), GetParam().folded)
        << lines;
  }
}

TEST_P(FoldSeams, ReadTheSameOnOneLine) {
  for (const std::string& lines : GetParam().variants)
    EXPECT_EQ(FoldName(JoinPieces(lines, LinesOf(lines))) + '\n', GetParam().folded) << lines;
}
INSTANTIATE_TEST_SUITE_P(Basics, FoldSeams, testing::ValuesIn(kSeams), kName);

TEST(JoinPieces, KeepsTheWordsAsTheyStand) {
  EXPECT_EQ(JoinPieces("Smith,\nＪones  Ａ", LinesOf("Smith,\nＪones  Ａ")), "Smith, Ｊones  Ａ");
  EXPECT_EQ(JoinPieces("甲\n乙", {}), "");
}

TEST(FoldBlocks, KeepsBlocksApartAndOffsetsExact) {
  const std::string text = "标题\n\n  翰 林，\n社区 ×\n尾";
  const std::vector<Block> blocks = {
      {Zone::kHeadline, {{0, 6}}}, {Zone::kBody, {{8, 20}, {21, 30}}}, {Zone::kBody, {{31, 34}}}};
  const FoldedText folded = FoldBlocks(text, blocks);
  EXPECT_EQ(folded.text(), "标题\n翰林,社区 ×\n尾\n");
  const auto original = [&](std::string_view part) {
    const std::size_t begin = folded.text().find(part);
    return folded.Original(begin, begin + part.size()).In(text);
  };
  EXPECT_EQ(original("标题"), "标题");
  EXPECT_EQ(original("翰林"), "翰 林");
  EXPECT_EQ(original(",社"), "，\n社");
  EXPECT_EQ(original("×"), "×");
  EXPECT_EQ(original("尾"), "尾");
}

TEST(FoldBlocks, GivesNothingForNoBlocks) { EXPECT_EQ(FoldBlocks("text", {}).text(), ""); }

// The slow twin: a line folded character by character, each folded byte with its original.
struct SlowlyFolded {
  std::string text;
  std::vector<Span> originals;  // by byte
  std::vector<bool> plain;      // by byte: it may stand outside the stretches of others
};

SlowlyFolded FoldSlowly(std::string_view line) {
  SlowlyFolded slow;
  const auto add = [&](std::string_view bytes, const Span& original, bool plain) {
    slow.text += bytes;
    slow.originals.resize(slow.text.size(), original);
    slow.plain.resize(slow.text.size(), plain);
  };
  std::optional<Span> space;
  char32_t previous = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    const char32_t c = NextCodePoint(line, at);
    if (IsSpace(c)) {
      space = {space ? space->begin : begin, at};
      continue;
    }
    const FoldedCharacter folded = FoldCharacter(c);
    if (folded.count == 0) continue;
    if (space && previous != 0 && !(IsHan(previous) && IsHan(c))) add(" ", *space, false);
    space.reset();
    const bool stays = folded.count == 1 && folded.first == c;
    add(stays ? line.substr(begin, at - begin) : folded.bytes, {begin, at},
        stays && IsCommonHan(c));
    if (previous == 0 || !IsCombiningMark(c)) previous = c;
  }
  add("\n", {line.size(), line.size() + 1}, true);
  return slow;
}

std::string RandomLine(std::mt19937& random) {
  const std::vector<std::string> kLetters = {
      "中",     "国",     "社", "臺", "會", "，", "。",     "“",  "”",  "！",
      "…",      "、",     "a",  "B",  "1",  "２", " ",      "　", "\t", "é",
      "\u0301", "\u200B", "㍿", "𠮷", "한", "ｱ",  "\u3099", "Ⅷ",  "·",  "~"};
  std::string line;
  for (std::size_t length = random() % 40; length > 0; --length) {
    const std::string& letter = kLetters[random() % kLetters.size()];
    for (std::size_t times = 1 + (random() % 4 == 0 ? random() % 12 : 0); times > 0; --times)
      line += letter;
  }
  return line;
}

TEST(FoldBlocksTwin, AgreesOnRandomLines) {
  std::mt19937 random(20);
  for (int round = 0; round < 20000; ++round) {
    const std::string line = RandomLine(random);
    const SlowlyFolded slow = FoldSlowly(line);
    const FoldedText folded = FoldWhole(line);
    ASSERT_EQ(folded.text(), slow.text) << line;
    for (std::size_t at = 0; at + 1 < slow.text.size();) {
      const std::size_t begin = at;
      NextCodePoint(slow.text, at);
      ASSERT_EQ(folded.Around(begin, at), slow.originals[begin]) << line << " at " << begin;
    }
    std::vector<bool> plain(slow.text.size(), true);
    for (const Span& other : folded.others())
      std::fill(plain.begin() + static_cast<std::ptrdiff_t>(other.begin),
                plain.begin() + static_cast<std::ptrdiff_t>(other.end), false);
    for (std::size_t at = 0; at < plain.size(); ++at)
      ASSERT_TRUE(slow.plain[at] || !plain[at]) << line << " at " << at;
    ASSERT_TRUE(std::is_sorted(folded.others().begin(), folded.others().end())) << line;
  }
}

TEST(FoldBlocks, KnowsThePlacesInEachBlock) {
  const std::string text = "甲，\n乙丙\n\n，丁";  // lines of 6, 6 and 6 bytes
  const FoldedText folded = FoldBlocks(
      text, {{Zone::kBody, {{0, 6}}}, {Zone::kBody, {{7, 13}}}, {Zone::kBody, {{15, 21}}}});
  ASSERT_EQ(folded.text(), "甲,\n乙丙\n,丁\n");
  EXPECT_EQ(folded.Original(3, 4), (Span{3, 6}));
  EXPECT_EQ(folded.Original(5, 8), (Span{7, 10}));
  EXPECT_EQ(folded.Original(8, 11), (Span{10, 13}));
  EXPECT_EQ(folded.Original(12, 16), (Span{15, 21}));
  EXPECT_EQ(folded.Original(13, 16), (Span{18, 21}));
  EXPECT_EQ(folded.Around(0, 16), (Span{0, 21}));
}

TEST(AroundFolded, TakesCutCharactersWhole) {
  const std::string text = "aﬁbß";
  const FoldedText folded = FoldWhole(text);
  ASSERT_EQ(folded.text(), "afibss\n");
  EXPECT_EQ(folded.Around(0, 2).In(text), "aﬁ");
  EXPECT_EQ(folded.Around(2, 3).In(text), "ﬁ");
  EXPECT_EQ(folded.Around(2, 5).In(text), "ﬁbß");
  EXPECT_EQ(folded.Around(3, 4).In(text), "b");
}

// All of Unicode that holds characters, one code point at a time: planes 0 to 3 and 14.
class EveryCodePoint : public testing::Test {
 protected:
  template <typename Check>
  static void ForEach(Check check) {
    for (char32_t c = 1; c <= 0x10FFFF && !HasFailure(); ++c) {
      if ((c >= 0xD800 && c <= 0xDFFF) || (c > 0x3FFFF && c >> 16U != 14)) continue;
      SCOPED_TRACE(testing::Message() << "U+" << std::hex << static_cast<unsigned>(c));
      check(c);
    }
  }
};

TEST_F(EveryCodePoint, FoldsOnceAndForAll) {
  ForEach([](char32_t c) {
    const std::string folded = FoldName(Utf8(c));
    ASSERT_EQ(WellFormedPrefix(folded), folded.size());
    // ¨ and its kin become a space and a mark; white space at the ends of a name is dropped.
    if (folded.starts_with(' ')) return;
    ASSERT_EQ(FoldName(folded), folded);
  });
}

TEST_F(EveryCodePoint, FoldsAsItsComposedAndDecomposedForms) {
  UErrorCode status = U_ZERO_ERROR;
  for (const auto* form :
       {icu::Normalizer2::getNFCInstance(status), icu::Normalizer2::getNFDInstance(status)}) {
    ASSERT_TRUE(U_SUCCESS(status));
    ForEach([&](char32_t c) {
      if (form->isInert(static_cast<UChar32>(c)) != 0) return;
      std::string other;
      form->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status).toUTF8String(other);
      ASSERT_EQ(FoldName(other), FoldName(Utf8(c)));
    });
  }
}

TEST_F(EveryCodePoint, IsMatchedWholeOrNotAtAll) {
  ForEach([](char32_t c) {
    const std::string text = '<' + Utf8(c) + '>';
    const FoldedText folded = FoldWhole(text);
    const std::string& bytes = folded.text();
    const std::size_t last = bytes.find('>', bytes.size() > 3 ? 1 : 0);
    for (std::size_t begin = 1; begin < last; ++begin) {
      for (std::size_t end = begin + 1; end <= last; ++end) {
        if (!IsLeadByte(bytes[begin]) || !IsLeadByte(bytes[end])) continue;
        const Span span = folded.Original(begin, end);
        if (begin == 1 && end == last) {
          ASSERT_EQ(span.In(text), Utf8(c));
        } else {
          ASSERT_EQ(span.size(), 0U) << begin << ' ' << end;
        }
      }
    }
  });
}

TEST(FoldsToNothing, SaysWhatFoldNameDoes) {
  EXPECT_TRUE(FoldsToNothing(""));
  for (char32_t c = 0; c < 0x30000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string name;
    AppendUtf8(c, name);
    ASSERT_EQ(FoldsToNothing(name), FoldName(name).empty()) << static_cast<std::uint32_t>(c);
    name = " \u200B" + name + "\u3000";
    ASSERT_EQ(FoldsToNothing(name), FoldName(name).empty()) << static_cast<std::uint32_t>(c);
  }
}

}  // namespace
}  // namespace zhitu::extract

#include "export/page_letters.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <map>

#include "extract/fold.h"
#include "extract/utf8.h"

namespace zhitu::xport {
namespace {

using Pairs = std::map<std::string, std::string>;

Pairs PairsOf(const rapidjson::Value& list) {
  Pairs pairs;
  for (rapidjson::SizeType i = 0; i + 1 < list.Size(); i += 2) {
    pairs.emplace(list[i].GetString(), list[i + 1].GetString());
  }
  return pairs;
}

// Folds and readings of the characters of names.
std::pair<Pairs, Pairs> Letters(std::initializer_list<const char*> names) {
  PageLetters letters;
  for (const char* name : names) letters.Add(name);
  rapidjson::Document json;
  json.Parse(letters.Take().c_str());
  EXPECT_FALSE(json.HasParseError());
  return {PairsOf(json["fold"]), PairsOf(json["pinyin"])};
}

TEST(PageLetters, HoldReadingsOfTheCharactersInNames) {
  EXPECT_EQ(Letters({"紫竹a", "紫單"}).second,
            (Pairs{{"单", "dan shan chan"}, {"竹", "zhu"}, {"紫", "zi"}}));
}

TEST(PageLetters, HoldWhatFoldsToTheCharactersInNames) {
  const Pairs folds = Letters({"东A“"}).first;
  EXPECT_EQ(folds.at("東"), "东");
  EXPECT_EQ(folds.at("Ａ"), "a");
  EXPECT_EQ(folds.at("A"), "a");
  EXPECT_EQ(folds.at("「"), "\"");
  EXPECT_FALSE(folds.contains("B"));
  EXPECT_FALSE(folds.contains("國"));
}

// With them a page folds each character that can be part of a name as the program does.
TEST(PageLetters, FoldAsTheProgramDoes) {
  const std::string names = "重慶ﬁ½Å東区々〇“—·ｶﾞ㍿";
  const Pairs folds = Letters({names.c_str()}).first;
  const std::string folded = extract::FoldName(names);
  std::string again;
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t begin = at;
    extract::NextCodePoint(names, at);
    const std::string character = names.substr(begin, at - begin);
    again += folds.contains(character) ? folds.at(character) : character;
  }
  EXPECT_EQ(again, folded);
}

TEST(PageLetters, OfNoNamesAreNone) {
  const auto [folds, readings] = Letters({});
  EXPECT_TRUE(folds.empty());
  EXPECT_TRUE(readings.empty());
}

}  // namespace
}  // namespace zhitu::xport

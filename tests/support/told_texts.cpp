#include "tests/support/told_texts.h"

#include <array>
#include <sstream>
#include <utility>

namespace zhitu {
namespace {

struct Told {
  std::string text;
  std::string triples;
};

// What the i-th line says of a work and two persons.
Told TextOf(std::size_t i, const std::string& work, const std::string& one,
            const std::string& other) {
  const auto triple = [&](const char* predicate, const std::string& person) {
    return "[\"" + work + "\",\"" + predicate + "\",\"" + person + "\"]";
  };
  switch (i % 5) {
    case 0:
      return {"《" + work + "》由" + one + "写，由" + other + "导演。",
              triple("wrote", one) + ',' + triple("directed", other)};
    case 1:
      return {other + "导演的《" + work + "》，作者是" + one + "。",
              triple("wrote", one) + ',' + triple("directed", other)};
    case 2:
      return {"昨天" + one + "和" + other + "看了《" + work + "》。", ""};
    case 3:
      return {one + "自写自导《" + work + "》，" + other + "看了。",
              triple("wrote", one) + ',' + triple("directed", one)};
    default:
      return {"《" + work + "》是" + one + "写的小说，" + other + "看了。", triple("wrote", one)};
  }
}

}  // namespace

std::string ToldGold(std::size_t count) {
  constexpr std::array kFamily = {"张", "王", "李", "赵", "陈", "周", "吴"};
  constexpr std::array kGiven = {"三", "小明", "建国", "伟", "丽华"};
  constexpr std::array kWorks = {"长河",   "北方", "夜色", "山那边",
                                 "旧时光", "小城", "灯塔", "远行"};
  std::string lines;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string one = std::string(kFamily[i % 7]) + kGiven[i % 5];
    const std::string other = std::string(kFamily[(i + 3) % 7]) + kGiven[(i + 2) % 5];
    const std::string work = kWorks[i % 8];
    const Told told = TextOf(i, work, one, other);
    lines += R"({"text":")" + told.text + R"(","triples":[)" + told.triples + R"(],"types":{")" +
             work + R"(":"work",")" + one + R"(":"person",")" + other + R"(":"person"}})" + "\n";
  }
  return lines;
}

std::vector<extract::GivenDocument> GivenTexts(const std::string& gold) {
  static const extract::Gazetteer empty;
  std::istringstream lines(gold);
  return extract::GiveDocuments(extract::ReadGold(lines, "gold.jsonl"), "gold.jsonl", {}, empty);
}

std::vector<extract::StatementText> ToldTexts(std::size_t count) {
  std::vector<extract::StatementText> texts;
  for (extract::GivenDocument& document : GivenTexts(ToldGold(count)))
    texts.push_back(std::move(document.text));
  return texts;
}

}  // namespace zhitu

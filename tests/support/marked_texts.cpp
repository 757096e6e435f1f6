#include "tests/support/marked_texts.h"

#include <array>

#include "extract/utf8.h"

namespace zhitu {

extract::TrainingText MarkedText(const std::string& marked) {
  extract::TrainingText result;
  for (std::size_t at = 0; at < marked.size();) {
    if (marked[at] != '[') {
      result.text += marked[at++];
      continue;
    }
    const std::size_t space = marked.find(' ', at);
    const std::size_t end = marked.find(']', space);
    const std::size_t begin = result.text.size();
    result.text += marked.substr(space + 1, end - space - 1);
    result.names.push_back({{begin, result.text.size()}, marked.substr(at + 1, space - at - 1)});
    at = end + 1;
  }
  return result;
}

std::vector<extract::TrainingText> MarkedTexts(std::size_t count) {
  constexpr std::array kFamily = {"张", "王", "李", "赵", "陈"};
  constexpr std::array kGiven = {"三", "小明", "建国", "伟", "丽华", "强", "桂英"};
  constexpr std::array kPlaces = {"郑州市", "洛阳市", "金水区", "高新区"};
  constexpr std::array kVerbs = {"昨天去了", "回到", "介绍了", "离开"};
  std::vector<extract::TrainingText> texts;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string person =
        std::string("[PER ") + kFamily[i % kFamily.size()] + kGiven[i % kGiven.size()] + ']';
    const std::string place = std::string("[LOC ") + kPlaces[i % kPlaces.size()] + ']';
    texts.push_back(MarkedText("记者" + person + kVerbs[i / 3 % kVerbs.size()] + place +
                               (i % 2 == 0 ? "，天气很好。" : "的办事处。")));
  }
  return texts;
}

std::string MarkedGold(std::size_t count) {
  std::string lines;
  for (const extract::TrainingText& text : MarkedTexts(count)) {
    const extract::OffsetIndex offsets(text.text);
    lines += R"({"text":")" + text.text + R"(","ents":[)";
    for (const extract::TrainingName& name : text.names) {
      if (&name != &text.names.front()) lines += ',';
      lines += '[' + std::to_string(offsets.CodePoints(name.span.begin)) + ',' +
               std::to_string(offsets.CodePoints(name.span.end)) + ",\"" + name.type + "\"]";
    }
    lines += "]}\n";
  }
  return lines;
}

}  // namespace zhitu

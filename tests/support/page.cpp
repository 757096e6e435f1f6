#include "tests/support/page.h"

namespace zhitu::extract {
namespace {

const std::vector<std::string> kParts = {
    "国",
    "社区",
    "郑州高新区",
    "老人",
    "。",
    "！",
    "，",
    "、",
    "：",
    "…",
    "“",
    "”",
    "（",
    "）",
    "a",
    "Green Week",
    "e\u0301",
    ".",
    ",",
    " ",
    "\u3000",
    "\u3000\u3000",
    "\t",
    "\u200B",
    "5",
    "𠮷",
    "\u2028",
    "本报记者",
    "记者",
    "By ",
    "图为",
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    "\n\n\n\n",
    "\r\n",
    "\r",
    "\n\u3000\u3000",
    "\n本报记者 ",
    "推进基层社会治理一体化建设，全面提升服务效能",
    "聚力奋进，办好实事。今年以来，办事处把创建工作作为总抓手，紧盯创建目标，取得显著成效"};

}  // namespace

TextConventions ChineseNews() {
  TextConventions conventions;
  conventions.sentence_end = U"。！？；!?";
  conventions.clause_end = U"，、：,";
  conventions.paragraph_end = U"。！？；…：:";
  conventions.openers = U"“‘「（《";
  conventions.closers = U"”’」）》";
  conventions.no_line_start = U"，、：·％";
  conventions.byline = {"本报记者", "记者", "通讯员", "文/"};
  conventions.caption = {"图为", "图："};
  conventions.join_lines = true;
  return conventions;
}

TextConventions EnglishNews() {
  TextConventions conventions;
  conventions.sentence_end = U".!?;";
  conventions.clause_end = U",:";
  conventions.paragraph_end = U".!?;:…";
  conventions.openers = U"“‘([";
  conventions.closers = U"”’)]";
  conventions.no_line_start = U",;:";
  conventions.byline = {"By "};
  conventions.caption = {"Photo:"};
  conventions.join_lines = true;
  return conventions;
}

TextConventions PlainText() { return {}; }

std::string ShowBlocks(std::string_view text, const std::vector<Block>& blocks) {
  std::string shown;
  for (const Block& block : blocks) {
    shown += ZoneName(block.zone);
    char before = ' ';
    for (const Span& piece : block.pieces) {
      shown += before;
      shown += piece.In(text);
      before = '|';
    }
    shown += '\n';
  }
  return shown;
}

std::string WithLineBreaks(std::string_view text, std::string_view line_break) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += line_break;
    } else {
      out += c;
    }
  }
  return out;
}

std::string Repeat(std::string_view text, std::size_t count) {
  std::string out;
  for (; count > 0; --count) out += text;
  return out;
}

std::string RandomPage(std::mt19937& random) {
  std::string page;
  for (std::size_t parts = random() % 60; parts > 0; --parts)
    page += kParts[random() % kParts.size()];
  return page;
}

}  // namespace zhitu::extract

#include "extract/articles.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

#include "extract/fold.h"
#include "extract/reflow.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

bool IsTitle(const Block& block) {
  return block.zone == Zone::kSubhead || block.zone == Zone::kHeadline;
}
bool IsBody(const Block& block) { return block.zone == Zone::kBody; }
bool IsByline(const Block& block) { return block.zone == Zone::kByline; }

// Finds where each article begins, as numbers of blocks.
class Splitter {
 public:
  explicit Splitter(const std::vector<Block>& blocks) : blocks_(blocks) {
    ends_.reserve(blocks.size());
    for (const Block& block : blocks) {
      ends_.push_back(std::max(ends_.empty() ? 0 : ends_.back(), block.span().end));
    }
  }

  std::vector<std::size_t> Run() {
    std::vector<std::size_t> starts = {0};
    const std::size_t first_body = Next(0, IsBody);
    const bool byline_first = Next(0, IsByline) < first_body;
    for (std::size_t at = first_body; at < blocks_.size();) {
      const std::size_t byline = Next(at, IsByline);
      const std::size_t body = Next(byline, IsBody);
      if (body >= blocks_.size()) break;
      starts.push_back(byline_first ? AfterBody(byline) : AfterByline(starts.back(), byline, body));
      at = body;
    }
    return starts;
  }

 private:
  template <typename Test>
  std::size_t Next(std::size_t from, Test test) const {
    while (from < blocks_.size() && !test(blocks_[from])) ++from;
    return from;
  }

  // By-lines stand at the top: an article begins with the titles before its by-line.
  std::size_t AfterBody(std::size_t byline) const {
    std::size_t start = byline;
    while (start > 0 && !IsBody(blocks_[start - 1])) --start;
    while (!CanCutBefore(start)) ++start;
    return start;
  }

  // By-lines stand at the end: what lies between one and the next body belongs to the article that
  // lacks a headline.
  std::size_t AfterByline(std::size_t start, std::size_t byline, std::size_t body) const {
    std::size_t after = byline;
    while (after < body && IsByline(blocks_[after])) ++after;
    const bool has_title = HasTitle(start, Next(start, IsBody));
    const std::size_t next_byline = Next(body, IsByline);
    const std::size_t next_body = Next(next_byline, IsBody);
    const bool next_has_title = HasTitle(next_byline, next_body);
    return !has_title && next_has_title ? body : after;
  }

  bool HasTitle(std::size_t from, std::size_t to) const {
    return std::any_of(blocks_.begin() + static_cast<std::ptrdiff_t>(from),
                       blocks_.begin() + static_cast<std::ptrdiff_t>(to), IsTitle);
  }

  // Captions that stand inside a paragraph are not cut off from it.
  bool CanCutBefore(std::size_t block) const {
    return block == 0 || ends_[block - 1] <= blocks_[block].span().begin;
  }

  const std::vector<Block>& blocks_;
  std::vector<std::size_t> ends_;  // for each block the last byte of all up to it
};

// Titles before the first body text or after the last are headlines. A text that has no body is all
// body.
void NameHeadlines(std::vector<Block>& blocks) {
  const auto first = std::find_if(blocks.begin(), blocks.end(), IsBody);
  if (first == blocks.end()) {
    for (Block& block : blocks) block.zone = IsByline(block) ? Zone::kByline : Zone::kBody;
    return;
  }
  const auto last = std::find_if(blocks.rbegin(), blocks.rend(), IsBody).base();
  const auto name = [](Block& block) {
    if (IsTitle(block)) block.zone = Zone::kHeadline;
  };
  std::for_each(blocks.begin(), first, name);
  std::for_each(last, blocks.end(), name);
}

std::string TitleOf(const Document& document) {
  std::string title;
  for (const Block& block : document.blocks) {
    if (block.zone != Zone::kHeadline) continue;
    if (!title.empty()) title += ' ';
    title += JoinPieces(document.text, block.pieces);
  }
  return title;
}

// The first byte of the line after the one that ends at `at`.
std::size_t AfterLine(std::string_view text, std::size_t at) {
  at = std::min(text.find_first_of("\r\n", at), text.size());
  if (at == text.size()) return at;
  const bool pair = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
  return at + (pair ? 2 : 1);
}

std::vector<Block> Shifted(std::vector<Block> blocks, std::size_t by) {
  for (Block& block : blocks) {
    for (Span& piece : block.pieces) piece = {piece.begin - by, piece.end - by};
  }
  return blocks;
}

// Where a part of a text begins, as `Document` tells it.
struct Start {
  std::size_t byte = 0;
  std::size_t code_point = 0;
  std::size_t line = 1;
};

std::size_t EndOf(const std::vector<Block>& blocks) {
  std::size_t end = 0;
  for (const Block& block : blocks) end = std::max(end, block.span().end);
  return end;
}

Document MakeDocument(const SourceText& source, const Start& start, std::size_t end,
                      std::vector<Block> blocks) {
  Document document;
  document.id = source.name;
  document.file = source.file;
  document.title = source.title;
  document.date = source.date;
  document.source = source.source;
  document.record = source.record;
  document.begin_code_point = start.code_point;
  document.begin_line = source.record ? source.line : start.line;
  document.blocks = Shifted(std::move(blocks), start.byte);
  NameHeadlines(document.blocks);
  document.text = Span{start.byte, end}.In(source.text);
  if (document.title.empty()) document.title = TitleOf(document);
  return document;
}

// The documents of a text whose articles begin with these blocks, the first with the text.
std::vector<Document> Cut(const SourceText& text, std::vector<Block> blocks,
                          const std::vector<std::size_t>& starts) {
  const OffsetIndex offsets(text.text);
  std::vector<Document> documents;
  Start start;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const bool last = i + 1 == starts.size();
    const std::size_t behind = last ? blocks.size() : starts[i + 1];
    std::vector<Block> own(
        std::make_move_iterator(blocks.begin() + static_cast<std::ptrdiff_t>(starts[i])),
        std::make_move_iterator(blocks.begin() + static_cast<std::ptrdiff_t>(behind)));
    const std::size_t end = last ? text.text.size() : AfterLine(text.text, EndOf(own));
    documents.push_back(MakeDocument(text, start, end, std::move(own)));
    documents.back().id += '#' + std::to_string(i + 1);
    start = {end, offsets.CodePoints(end), offsets.Position(end).line};
  }
  return documents;
}

}  // namespace

std::vector<Document> SplitArticles(const SourceText& text, const TextConventions& conventions) {
  std::vector<Block> blocks = Reflow(text.text, conventions);
  if (blocks.empty() && !text.record) return {};
  if (!text.record && conventions.join_lines) {
    const std::vector<std::size_t> starts = Splitter(blocks).Run();
    if (starts.size() > 1) return Cut(text, std::move(blocks), starts);
  }
  std::vector<Document> documents;
  documents.push_back(MakeDocument(text, {}, text.text.size(), std::move(blocks)));
  return documents;
}

}  // namespace zhitu::extract

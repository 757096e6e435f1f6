#include "extract/csv.h"

#include "extract/utf8.h"

namespace zhitu::extract {

bool CsvReader::AtLineBreak() const {
  return at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r');
}

void CsvReader::TakeLineBreak() {
  if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
  ++at_;
  ++line_;
  column_ = 1;
}

// Moves over one byte that is not a line break.
void CsvReader::Advance() {
  ++at_;
  if (at_ == text_.size() || IsLeadByte(text_[at_])) ++column_;
}

bool CsvReader::SkipBlankLines() {
  while (AtLineBreak()) TakeLineBreak();
  return at_ < text_.size();
}

std::optional<std::vector<CsvCell>> CsvReader::Next() {
  if (!SkipBlankLines()) return std::nullopt;
  std::vector<CsvCell> row;
  while (true) {
    row.push_back(ReadCell());
    if (at_ < text_.size() && text_[at_] == separator_) {
      Advance();
      continue;
    }
    if (AtLineBreak()) TakeLineBreak();
    return row;
  }
}

CsvCell CsvReader::ReadCell() {
  CsvCell cell{{}, line_, column_};
  if (at_ < text_.size() && text_[at_] == '"') {
    ReadQuoted(cell);
  } else {
    ReadPlain(cell);
  }
  return cell;
}

void CsvReader::ReadPlain(CsvCell& cell) {
  const std::size_t begin = at_;
  while (at_ < text_.size() && text_[at_] != separator_ && !AtLineBreak()) Advance();
  cell.value = text_.substr(begin, at_ - begin);
}

void CsvReader::ReadQuoted(CsvCell& cell) {
  Advance();
  while (true) {
    if (at_ == text_.size()) {
      throw InputError({{}, cell.line, cell.column},
                       "quote is never closed; expected a closing \"");
    }
    const std::size_t begin = at_;
    if (text_[at_] == '"') {
      Advance();
      if (at_ == text_.size() || text_[at_] != '"') break;  // "" stands for one quote
      Advance();
      cell.value += '"';
      continue;
    }
    if (AtLineBreak()) {
      TakeLineBreak();
    } else {
      Advance();
    }
    cell.value += text_.substr(begin, at_ - begin);
  }
  if (at_ == text_.size() || text_[at_] == separator_ || AtLineBreak()) return;
  const SourcePosition where{{}, line_, column_};
  while (at_ < text_.size() && !AtLineBreak()) Advance();
  throw InputError(where,
                   "text after a closing quote; expected a separator or the end of the line");
}

std::string CsvEscape(std::string_view value, char separator) {
  const std::string special{separator, '"', '\n', '\r'};
  if (value.find_first_of(special) == std::string_view::npos) return std::string(value);
  std::string out = "\"";
  for (const char byte : value) {
    if (byte == '"') out += '"';
    out += byte;
  }
  return out + '"';
}

}  // namespace zhitu::extract

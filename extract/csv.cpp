#include "extract/csv.h"

namespace zhitu::extract {

CsvScanner::CsvScanner(std::string_view text, char separator) : text_(text), separator_(separator) {
  for (const char end : {separator, '\n', '\r'}) ends_cell_[static_cast<unsigned char>(end)] = true;
}

void CsvScanner::TakeLineBreak() {
  if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
  ++at_;
  ++line_;
}

bool CsvScanner::Next() {
  cells_.clear();
  begins_.clear();
  unquoted_used_ = 0;
  while (at_ < text_.size() && IsBreak(at_)) TakeLineBreak();
  if (at_ == text_.size()) return false;
  row_begin_ = at_;
  row_line_ = line_;
  while (true) {
    ReadCell();
    if (at_ == text_.size()) return true;
    if (text_[at_] != separator_) break;
    ++at_;
  }
  TakeLineBreak();
  return true;
}

void CsvScanner::ReadCell() {
  begins_.push_back(at_);
  if (at_ < text_.size() && text_[at_] == '"') return ReadQuoted();
  const std::size_t begin = at_;
  while (!AtCellEnd()) ++at_;
  cells_.push_back(text_.substr(begin, at_ - begin));
}

void CsvScanner::ReadQuoted() {
  const std::size_t begin = ++at_;
  bool doubled = false;
  while (true) {
    if (at_ == text_.size()) {
      const LineColumn place = PlaceAt(begin - 1);
      throw InputError({{}, place.line, place.column},
                       "quote is never closed; expected a closing \"");
    }
    if (IsBreak(at_)) {
      TakeLineBreak();
      continue;
    }
    if (text_[at_++] != '"') continue;
    if (at_ == text_.size() || text_[at_] != '"') break;
    doubled = true;  // "" stands for one quote
    ++at_;
  }
  const std::string_view value = text_.substr(begin, at_ - 1 - begin);
  if (!AtCellEnd()) {
    const LineColumn place = PlaceAt(at_);
    while (at_ < text_.size() && !IsBreak(at_)) ++at_;
    throw InputError({{}, place.line, place.column},
                     "text after a closing quote; expected a separator or the end of the line");
  }
  cells_.push_back(doubled ? Unquoted(value) : value);
}

// The value with each "" as one quote. Texts of a row stay where they are while others are added.
std::string_view CsvScanner::Unquoted(std::string_view quoted) {
  if (unquoted_used_ == unquoted_.size()) unquoted_.emplace_back();
  std::string& value = unquoted_[unquoted_used_++];
  value.clear();
  for (std::size_t i = 0; i < quoted.size(); ++i) {
    value += quoted[i];
    if (quoted[i] == '"') ++i;
  }
  return value;
}

// Moves a place over the bytes between two beginnings of cells.
void CsvScanner::Walk(std::size_t from, std::size_t to, LineColumn& place) const {
  for (std::size_t i = from; i < to; ++i) {
    if (text_[i] == '\n' || (text_[i] == '\r' && (i + 1 == text_.size() || text_[i + 1] != '\n'))) {
      ++place.line;
      place.column = 1;
    } else if (text_[i] != '\r' && IsLeadByte(text_[i])) {
      ++place.column;
    }
  }
}

LineColumn CsvScanner::PlaceAt(std::size_t byte) const {
  LineColumn place{row_line_, 1};
  Walk(row_begin_, byte, place);
  return place;
}

LineColumn CsvScanner::PlaceOf(std::size_t cell) const { return PlaceAt(begins_[cell]); }

std::span<const LineColumn> CsvScanner::Places() {
  places_.clear();
  LineColumn place{row_line_, 1};
  std::size_t at = row_begin_;
  for (const std::size_t begin : begins_) {
    Walk(at, begin, place);
    at = begin;
    places_.push_back(place);
  }
  return places_;
}

std::optional<std::vector<CsvCell>> CsvReader::Next() {
  if (!scanner_.Next()) return std::nullopt;
  const std::span<const LineColumn> places = scanner_.Places();
  std::vector<CsvCell> row;
  row.reserve(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    row.push_back({std::string(scanner_.cells()[i]), places[i].line, places[i].column});
  }
  return row;
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

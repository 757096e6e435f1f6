#include "export/page_columns.h"

#include "export/json_text.h"
#include "export/number_text.h"
#include "export/plain_text.h"

namespace zhitu::xport {

void AppendPageString(std::string& out, std::string_view value) {
  if (IsPlainText(value)) {
    out.append(1, '"').append(value).append(1, '"');
    return;
  }
  JsonText json;
  json.String(value);
  for (const char byte : json.text()) {
    if (byte == '<') {
      out += "\\u003c";
    } else {
      out += byte;
    }
  }
}

PageColumn::PageColumn(std::string_view name, std::string_view usual)
    : name_(name), usual_(usual) {}

void PageColumn::Text(std::string_view value) {
  values_ += ',';
  const std::size_t begin = values_.size();
  AppendPageString(values_, value);
  unusual_ = unusual_ || std::string_view(values_).substr(begin) != usual_;
}

void PageColumn::Integer(std::int64_t value) { Raw(std::to_string(value)); }

void PageColumn::Number(double value) { Raw(NumberText(value)); }

void PageColumn::Raw(std::string_view json) {
  values_.append(1, ',').append(json);
  unusual_ = unusual_ || json != usual_;
}

PageTable::PageTable(std::initializer_list<Heading> headings) {
  for (const Heading& heading : headings) columns_.emplace_back(heading.name, heading.usual);
}

std::size_t PageTable::bytes() const {
  std::size_t bytes = 0;
  for (const PageColumn& column : columns_) bytes += column.values_.size();
  return bytes;
}

std::string PageTable::Take() {
  std::string text = "{\"rows\":" + std::to_string(rows_);
  for (PageColumn& column : columns_) {
    if (column.unusual_) {
      text.append(",\"").append(column.name_).append("\":[");
      text.append(column.values_, 1).append("]");
    }
    column.values_.clear();
    column.unusual_ = false;
  }
  rows_ = 0;
  return text + "}";
}

}  // namespace zhitu::xport

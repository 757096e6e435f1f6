#include "extract/list_text.h"

#include <algorithm>
#include <utility>

#include "extract/characters.h"
#include "extract/corpus.h"
#include "extract/encoding.h"

namespace zhitu::extract {

std::optional<std::string> ReadListText(const std::string& path, DictionaryDraft& draft) {
  draft.BeginFile(path);
  std::string bytes = ReadBytes(path);
  std::vector<Problem> faults = Utf8Problems(path, bytes);
  if (faults.empty()) return DecodeUtf8(std::move(bytes)).text;
  draft.Refuse(std::move(faults));
  return std::nullopt;
}

void ForEachLine(std::string_view text,
                 const std::function<void(std::string_view, std::size_t)>& take) {
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t feed = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, feed - at);
    at = feed + 1;
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!TrimmedView(line).empty()) take(line, number);
  }
}

std::vector<ListField> FieldsOf(std::string_view line) {
  const bool tabs = line.find('\t') != std::string_view::npos;
  std::vector<ListField> fields;
  std::size_t column = 1;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(tabs ? '\t' : ' ', at), line.size());
    const std::string_view field = line.substr(at, end - at);
    if (tabs || !field.empty()) fields.push_back({tabs ? TrimmedView(field) : field, column});
    column += CountCodePoints(field) + 1;
    at = end + 1;
  }
  return fields;
}

}  // namespace zhitu::extract

#include "extract/word_list.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/list_text.h"

namespace zhitu::extract {
namespace {

// Finds the tag in the fields of a line; what it gives is a fault.
using FindTag = std::optional<std::string> (*)(const std::vector<ListField>& fields,
                                               std::string& tag);

bool IsNumber(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void ReadWords(const std::string& path, DictionaryDraft& draft, FindTag find_tag) {
  const std::optional<std::string> text = ReadListText(path, draft);
  if (!text) return;
  ForEachLine(*text, [&](std::string_view line, std::size_t number) {
    const std::vector<ListField> fields = FieldsOf(line);
    ListedName word;
    word.name = fields.front().text;
    const std::optional<std::string> fault = find_tag(fields, word.tag);
    if (fault) {
      draft.LeaveOut({number, 1}, *fault);
    } else {
      draft.Add(word, {number, fields.front().column});
    }
  });
}

// Behind the word there may be a frequency, a tag, or both in this order.
std::optional<std::string> ReadJiebaTag(const std::vector<ListField>& fields, std::string& tag) {
  std::size_t next = 1;
  if (next < fields.size() && IsNumber(fields[next].text)) ++next;
  if (next < fields.size()) tag = fields[next++].text;
  if (next == fields.size()) return std::nullopt;
  return "line has more than a word, a frequency and a tag; expected 'word [frequency] [tag]'";
}

std::optional<std::string> ReadHanlpTag(const std::vector<ListField>& fields, std::string& tag) {
  for (std::size_t i = 2; i < fields.size(); i += 2) {
    if (IsNumber(fields[i].text)) continue;
    return "'" + std::string(fields[i].text) +
           "' is no frequency; expected 'word [tag frequency]...'";
  }
  if (fields.size() > 1) tag = fields[1].text;
  return std::nullopt;
}

}  // namespace

void ReadJiebaWords(const std::string& path, DictionaryDraft& draft) {
  ReadWords(path, draft, ReadJiebaTag);
}

void ReadHanlpWords(const std::string& path, DictionaryDraft& draft) {
  ReadWords(path, draft, ReadHanlpTag);
}

}  // namespace zhitu::extract

#include "extract/term_list.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/characters.h"
#include "extract/list_text.h"

namespace zhitu::extract {
namespace {

constexpr std::string_view kBetweenForms = "|&|";

std::vector<std::string> SplitForms(std::string_view text) {
  std::vector<std::string> forms;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(kBetweenForms, at), text.size());
    const std::string_view form = TrimmedView(text.substr(at, end - at));
    if (!form.empty()) forms.emplace_back(form);
    at = end + kBetweenForms.size();
  }
  return forms;
}

bool IsHeader(const std::vector<ListField>& fields) {
  std::string first(fields.front().text);
  for (char& c : first) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return first == "main form" || first == "main_form" || first == "mainform";
}

}  // namespace

void ReadTermList(const std::string& path, DictionaryDraft& draft) {
  const std::optional<std::string> text = ReadListText(path, draft);
  if (!text) return;
  ForEachLine(*text, [&](std::string_view line, std::size_t number) {
    std::vector<ListField> fields = FieldsOf(line);
    if (line.find('\t') == std::string_view::npos) fields = {{TrimmedView(line), 1}};
    if (number == 1 && IsHeader(fields)) return;
    ListedName term;
    term.name = fields.front().text;
    if (fields.size() > 1) term.aliases = SplitForms(fields[1].text);
    if (term.name.empty() && !term.aliases.empty()) {
      draft.LeaveOut({number, 1}, "main form is empty; expected 'main form <TAB> forms'");
      return;
    }
    draft.Add(term, {number, 1});
  });
}

}  // namespace zhitu::extract

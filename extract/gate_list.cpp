#include "extract/gate_list.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/characters.h"
#include "extract/list_text.h"

namespace zhitu::extract {
namespace {

namespace fs = std::filesystem;

// A line of the index.
struct Entry {
  std::string list;
  std::string major;
  std::string minor;
};

Entry ReadEntry(std::string_view line) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(':', at), line.size());
    parts.emplace_back(TrimmedView(line.substr(at, end - at)));
    at = end + 1;
  }
  parts.resize(std::max<std::size_t>(parts.size(), 3));
  return {parts[0], parts[1], parts[2]};
}

// A list lies in the folder of its index or below: an index of a stranger opens nothing else.
bool LiesBelow(const fs::path& list) {
  return list.is_relative() &&
         std::none_of(list.begin(), list.end(), [](const fs::path& part) { return part == ".."; });
}

// True if what stands behind an `&` is the name of a feature and its `=`.
bool IsFeature(std::string_view rest) {
  const std::size_t end = rest.find_first_of("=& ");
  return end != std::string_view::npos && end > 0 && rest[end] == '=';
}

// The form before its features.
std::string_view FormOf(std::string_view line) {
  const std::string_view form = line.substr(0, std::min(line.find('\t'), line.size()));
  for (std::size_t at = form.find('&'); at != std::string_view::npos; at = form.find('&', at + 1)) {
    if (IsFeature(form.substr(at + 1))) return TrimmedView(form.substr(0, at));
  }
  return TrimmedView(form);
}

void ReadList(const std::string& path, const std::string& tag, DictionaryDraft& draft) {
  const std::optional<std::string> text = ReadListText(path, draft);
  if (!text) return;
  ForEachLine(*text, [&](std::string_view line, std::size_t number) {
    ListedName form;
    form.name = FormOf(line);
    form.tag = tag;
    draft.Add(form, {number, 1});
  });
}

}  // namespace

void ReadGateLists(const std::string& path, ListTypes& types, DictionaryDraft& draft) {
  const std::optional<std::string> text = ReadListText(path, draft);
  if (!text) return;
  const fs::path folder = fs::path(path).parent_path();
  ForEachLine(*text, [&](std::string_view line, std::size_t number) {
    draft.BeginFile(path);
    const Entry entry = ReadEntry(line);
    if (entry.list.empty() || entry.major.empty()) {
      draft.Refuse({number, 1}, "not a line of an index; expected 'file.lst:major[:minor]'");
    } else if (!LiesBelow(entry.list)) {
      draft.Refuse({number, 1}, "list '" + entry.list +
                                    "' lies elsewhere; expected a file in the folder of the index");
    } else {
      const std::string narrow = entry.major + ':' + entry.minor;
      const bool has_narrow = !entry.minor.empty() && types.TypeOf(narrow);
      ReadList((folder / entry.list).string(), has_narrow ? narrow : entry.major, draft);
    }
  });
}

}  // namespace zhitu::extract

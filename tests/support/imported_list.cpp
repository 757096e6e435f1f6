#include "tests/support/imported_list.h"

#include <algorithm>
#include <exception>
#include <string_view>

#include "extract/list_formats.h"
#include "extract/list_types.h"
#include "tests/support/temp_folder.h"

namespace zhitu {
namespace {

std::string Without(std::string text, const std::string& part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at)) {
    text.erase(at, part.size());
  }
  return text;
}

std::string LeftOut(const extract::DictionaryDraft& draft) {
  std::string lines;
  for (const extract::Problem& problem : draft.left_out())
    lines += extract::Describe(problem) + '\n';
  for (const auto& [tag, unknown] : draft.unknown_tags()) {
    lines +=
        extract::Describe({unknown.first, "tag " + tag + " " + std::to_string(unknown.count)}) +
        '\n';
  }
  return lines;
}

}  // namespace

ImportedList ImportList(const std::string& format,
                        const std::vector<std::pair<std::string, std::string>>& files,
                        const std::vector<std::string>& types,
                        const std::vector<std::string>& inputs, const std::string& language) {
  const TempFolder folder;
  std::vector<std::string> paths;
  for (const auto& [name, bytes] : files) paths.push_back(folder.Write(name, bytes));
  if (!inputs.empty()) paths.clear();
  for (const std::string& input : inputs) paths.push_back(folder / input);
  ImportedList result;
  extract::ListTypes list_types(format, types);
  std::string csv;
  extract::DictionaryDraft draft(list_types, [&](std::string_view bytes) { csv += bytes; });
  try {
    const extract::ListFormat& reader = extract::ListFormatNamed(format);
    reader.read(extract::ListFilesOf(reader, paths), {list_types, draft, language, {}});
    draft.Finish();
  } catch (const std::exception& error) {
    result.fault = Without(error.what(), folder.path() + "/");
  }
  result.rows = csv.substr(std::min(csv.find('\n') + 1, csv.size()));
  result.left_out = Without(LeftOut(draft), folder.path() + "/");
  result.counts = draft.counts();
  return result;
}

}  // namespace zhitu

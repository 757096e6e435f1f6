#include "graph/source_finder.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace zhitu::graph {
namespace {

bool IsFile(const std::string& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error);
}

// `path` below `folder`, unless it is absolute.
std::string Below(const std::string& folder, const std::string& path) {
  return (std::filesystem::path(folder) / path).lexically_normal().string();
}

std::string FolderOf(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

}  // namespace

SourceFinder::SourceFinder(const Store& store, const std::string& graph_path, std::string root)
    : store_(store), folder_(FolderOf(graph_path)), root_(std::move(root)) {
  for (int number = 1;; ++number) {
    const std::string key = "root." + std::to_string(number);
    const std::optional<std::string> folder = store.Meta(key);
    if (!folder) break;
    roots_.emplace_back(store.Meta(key + ".prefix").value_or(""), Below(folder_, *folder));
  }
  std::stable_sort(roots_.begin(), roots_.end(),
                   [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  const auto field = [&](const char* key, std::string& name) {
    if (const auto value = store.Meta(key)) name = *value;
  };
  field("text_field", fields_.text);
  field("id_field", fields_.id);
  field("title_field", fields_.title);
  field("date_field", fields_.date);
  field("source_field", fields_.source);
}

std::optional<std::string> SourceFinder::Find(const std::string& file) const {
  if (file == "-") return std::nullopt;
  std::vector<std::string> places;
  for (const auto& [prefix, folder] : roots_) {
    if (!file.starts_with(prefix)) continue;
    places.push_back(Below(root_.empty() ? folder : root_, file.substr(prefix.size())));
  }
  if (!root_.empty()) places.push_back(Below(root_, file));
  const auto found = std::find_if(places.begin(), places.end(), IsFile);
  return found == places.end() ? std::nullopt : std::optional(*found);
}

std::optional<std::string> SourceFinder::FindDictionary(int number) const {
  const std::string key = "dictionary." + std::to_string(number);
  const std::string name = store_.Meta(key).value_or("");
  if (!root_.empty() && IsFile(Below(root_, name))) return Below(root_, name);
  const std::optional<std::string> path = store_.Meta(key + ".path");
  if (!path || !IsFile(Below(folder_, *path))) return std::nullopt;
  return Below(folder_, *path);
}

extract::FileContent SourceFinder::Read(const std::string& path, const std::string& file) const {
  extract::FileList list = extract::ListFiles({path});
  list.files.at(0).name = file;
  return extract::ReadCorpusFile(list.files.at(0), fields_);
}

}  // namespace zhitu::graph

#include "extract/relative_path.h"

#include <filesystem>
#include <system_error>

namespace zhitu::extract {
namespace {

namespace fs = std::filesystem;

fs::path Canonical(const fs::path& folder) {
  std::error_code error;
  return fs::weakly_canonical(folder.empty() ? fs::path(".") : folder, error);
}

}  // namespace

std::string RelativeFolder(const std::string& folder, const std::string& from) {
  const fs::path to = Canonical(folder);
  const fs::path relative = to.lexically_relative(Canonical(from));
  return (relative.empty() ? to : relative).string();
}

std::string RelativePath(const std::string& file, const std::string& folder) {
  const fs::path path(file);
  const fs::path there = RelativeFolder(path.parent_path().string(), folder);
  return (there / path.filename()).lexically_normal().string();
}

}  // namespace zhitu::extract

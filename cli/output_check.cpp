#include "cli/output_check.h"

#include <sys/stat.h>

#include <filesystem>
#include <system_error>

#include "extract/compiled_dictionary.h"
#include "extract/error.h"
#include "extract/model.h"
#include "graph/store.h"

namespace zhitu::cli {
namespace {

namespace fs = std::filesystem;

bool IsFolder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

// Tells whether paths lead to one file, which is looked at once.
class SameFile {
 public:
  explicit SameFile(const std::string& path) : exists_(::stat(path.c_str(), &file_) == 0) {}

  bool Is(const std::string& path) const {
    struct stat other{};
    return exists_ && path != "-" && ::stat(path.c_str(), &other) == 0 &&
           other.st_dev == file_.st_dev && other.st_ino == file_.st_ino;
  }

 private:
  struct stat file_{};
  bool exists_;
};

bool Exists(const std::string& path) {
  std::error_code error;
  return fs::exists(path, error);
}

void CheckFolderAround(const std::string& output) {
  const fs::path folder = fs::path(output).parent_path();
  if (folder.empty() || IsFolder(folder)) return;
  throw extract::IoError(output + ": there is no folder '" + folder.string() +
                         "'; expected an existing one");
}

}  // namespace

void RefuseOther(const std::string& output, const std::string& kind) {
  throw extract::UsageError(output + ": exists and is no " + kind +
                            "; --force replaces it, or choose another name");
}

void CheckOutput(const std::string& output, const std::vector<std::string>& inputs) {
  CheckFolderAround(output);
  if (output.empty() || IsFolder(output)) {
    throw extract::IoError("'" + output + "' is a folder; expected the name of a file to write");
  }
  const SameFile same(output);
  for (const std::string& input : inputs) {
    if (!same.Is(input)) continue;
    throw extract::UsageError(output + ": is one of the inputs; expected another file to write");
  }
}

void CheckFolderOutput(const std::string& output) {
  if (output.empty() || fs::path(output).filename().empty()) {
    throw extract::IoError("'" + output + "': expected the name of a folder to make");
  }
  CheckFolderAround(output);
  if (Exists(output) && !IsFolder(output)) {
    throw extract::IoError(output + ": is a file; expected the name of a folder to make");
  }
}

void CheckGraphOutput(const std::string& output, const std::vector<std::string>& inputs,
                      bool force) {
  CheckOutput(output, inputs);
  if (!force && Exists(output) && !graph::Store::IsGraphFile(output)) {
    RefuseOther(output, "graph file");
  }
}

void CheckModelOutput(const std::string& output, const std::vector<std::string>& inputs,
                      bool force) {
  CheckOutput(output, inputs);
  if (!force && Exists(output) && !extract::HoldsModel(output)) {
    RefuseOther(output, "model");
  }
}

void CheckDictionaryOutput(const std::string& output, const std::vector<std::string>& inputs,
                           bool force) {
  CheckOutput(output, inputs);
  if (!force && Exists(output) && !extract::HoldsCompiledDictionary(output)) {
    RefuseOther(output, "compiled dictionary");
  }
}

}  // namespace zhitu::cli

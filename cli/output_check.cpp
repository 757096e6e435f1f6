#include "cli/output_check.h"

#include <filesystem>
#include <system_error>

#include "extract/error.h"
#include "graph/store.h"

namespace zhitu::cli {
namespace {

namespace fs = std::filesystem;

bool IsFolder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

bool AreOneFile(const std::string& input, const std::string& output) {
  std::error_code error;
  return input != "-" && fs::equivalent(input, output, error);
}

}  // namespace

void CheckOutput(const std::string& output, const std::vector<std::string>& inputs) {
  const fs::path folder = fs::path(output).parent_path();
  if (!folder.empty() && !IsFolder(folder)) {
    throw extract::IoError(output + ": there is no folder '" + folder.string() +
                           "'; expected an existing one");
  }
  if (output.empty() || IsFolder(output)) {
    throw extract::IoError("'" + output + "' is a folder; expected the name of a file to write");
  }
  for (const std::string& input : inputs) {
    if (!AreOneFile(input, output)) continue;
    throw extract::UsageError(output + ": is one of the inputs; expected another file to write");
  }
}

void CheckGraphOutput(const std::string& output, const std::vector<std::string>& inputs,
                      bool force) {
  CheckOutput(output, inputs);
  std::error_code error;
  if (force || !fs::exists(output, error) || graph::Store::IsGraphFile(output)) return;
  throw extract::UsageError(
      output + ": exists and is no graph file; --force replaces it, or choose another name");
}

}  // namespace zhitu::cli

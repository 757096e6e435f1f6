#include "cli/output_check.h"

#include <filesystem>
#include <system_error>

#include "extract/compiled_dictionary.h"
#include "extract/error.h"
#include "extract/tagger_model.h"
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

bool Exists(const std::string& path) {
  std::error_code error;
  return fs::exists(path, error);
}

[[noreturn]] void RefuseOther(const std::string& output, const std::string& kind) {
  throw extract::UsageError(output + ": exists and is no " + kind +
                            "; --force replaces it, or choose another name");
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
  if (!force && Exists(output) && !graph::Store::IsGraphFile(output)) {
    RefuseOther(output, "graph file");
  }
}

void CheckModelOutput(const std::string& output, const std::vector<std::string>& inputs,
                      bool force) {
  CheckOutput(output, inputs);
  if (!force && Exists(output) && !extract::HoldsTaggerModel(output)) {
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

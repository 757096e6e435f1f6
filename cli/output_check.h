#pragma once

#include <string>
#include <vector>

namespace zhitu::cli {

/// Refuses an output before any work is done for it.
///
/// @param output  the file to be written.
/// @param inputs  paths of what is read; `-` and folders are passed over.
/// @throws extract::IoError     if its folder does not exist, or it is a folder itself.
/// @throws extract::UsageError  if it is one of the inputs, under whatever name.
void CheckOutput(const std::string& output, const std::vector<std::string>& inputs);

/// The same for a folder that will be made, or replaced if it holds nothing else.
/// @throws extract::IoError  if the folder around it does not exist, or it is a file.
void CheckFolderOutput(const std::string& output);

/// Refuses to replace a file of another kind than what would be written.
/// @param kind  what it is expected to be: `graph file`. @throws extract::UsageError  always.
[[noreturn]] void RefuseOther(const std::string& output, const std::string& kind);

/// What `CheckOutput` does, for a graph file, which replaces only a graph file.
/// @param force  replace any file.
/// @throws as above; extract::UsageError if something else stands there.
void CheckGraphOutput(const std::string& output, const std::vector<std::string>& inputs,
                      bool force);

/// The same for a model, which replaces only a model.
/// @param force  replace any file.
/// @throws as above.
void CheckModelOutput(const std::string& output, const std::vector<std::string>& inputs,
                      bool force);

/// The same for a compiled dictionary, which replaces only one of its kind.
/// @param force  replace any file.
/// @throws as above.
void CheckDictionaryOutput(const std::string& output, const std::vector<std::string>& inputs,
                           bool force);

}  // namespace zhitu::cli

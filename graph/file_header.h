#pragma once

#include <optional>
#include <string>

namespace zhitu::graph {

/// Looks at the first bytes of a graph file, before SQLite does.
/// @throws extract::IoError     if it is missing, unreadable or no regular file.
/// @throws extract::InputError  if it is no graph file, or one of another version, or cut short.
void CheckFileHeader(const std::string& path);

/// True if a file that can be read begins like a graph file, of whatever version.
bool HasGraphFileHeader(const std::string& path);

}  // namespace zhitu::graph

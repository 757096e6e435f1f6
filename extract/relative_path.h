#pragma once

#include <string>

namespace zhitu::extract {

/// The way from a folder to a file, links in folders followed; absolute where there is no relative
/// way. Both are paths as a user gives them; an empty folder is the working folder. Needs neither
/// to exist.
std::string RelativePath(const std::string& file, const std::string& folder);

/// The way from one folder to another, likewise.
std::string RelativeFolder(const std::string& folder, const std::string& from);

}  // namespace zhitu::extract

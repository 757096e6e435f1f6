#pragma once

#include <string>
#include <string_view>

namespace zhitu {

// Makes an SQLite file with plain SQLite. `reserved` bytes stay free at the end of each page.
void MakeSqliteFile(const std::string& path, int page_bytes, int reserved, const std::string& sql);

}  // namespace zhitu

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace zhitu::graph {

// Values as SQL, for twins that write through SQLite. U+0000 becomes U+FFFD.
std::string SqlLiteral(std::int64_t value);
std::string SqlLiteral(std::string_view text);
std::string SqlBlob(std::string_view bytes);

}  // namespace zhitu::graph

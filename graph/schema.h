#pragma once

#include <cstdint>
#include <string_view>

namespace zhitu::graph {

/// `application_id` of a graph file: the letters ZHTU.
inline constexpr std::uint32_t kApplicationId = 0x5A485455;
/// `user_version` of the graph files that this version reads and writes.
inline constexpr std::uint32_t kSchemaVersion = 1;

/// SQL that makes the empty tables, with a comment on every column: what `.schema` shows.
extern const char* const kTablesSql;
/// SQL that makes the indexes; run once the tables are full.
extern const char* const kIndexesSql;
/// SQL that makes the table of what `zhitu layout` computes anew, without rows.
extern const char* const kLayoutSql;
/// SQL that makes the views, which show text ids and quotes instead of numbers and offsets.
extern const char* const kViewsSql;

}  // namespace zhitu::graph

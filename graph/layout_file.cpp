#include "graph/layout_file.h"

#include <cmath>
#include <filesystem>
#include <system_error>

#include "extract/characters.h"
#include "extract/error.h"
#include "graph/schema.h"
#include "graph/store_impl.h"
#include "graph/unfinished_file.h"

namespace zhitu::graph {
namespace {

constexpr char kKey[] = "layout";
constexpr char kVersion[] = "1";

EntityLayout ReadRow(const Statement& row) {
  return {{row.Real(1), row.Real(2)}, row.Integer(3), row.Real(4), row.Real(5)};
}

bool IsSound(const EntityLayout& layout) {
  return std::isfinite(layout.point.x) && std::isfinite(layout.point.y) && layout.community >= 0 &&
         std::isfinite(layout.pagerank) && std::isfinite(layout.betweenness);
}

void CopyFile(const std::string& from, const std::string& to) {
  std::error_code error;
  std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing, error);
  if (error) {
    throw extract::IoError(extract::Printable(from) + ": cannot be copied: " + error.message());
  }
}

}  // namespace

std::optional<std::vector<EntityLayout>> ReadLayout(const Store& store) {
  if (store.Meta(kKey) != kVersion) return std::nullopt;
  const Store::Impl& impl = store.impl();
  std::vector<EntityLayout> layouts(static_cast<std::size_t>(impl.last_entity) + 1);
  Statement rows = impl.database.Prepare(
      "SELECT entity, x, y, community, pagerank, betweenness FROM layout ORDER BY entity");
  EntityNumber last = 0;
  while (rows.Step()) {
    const EntityNumber entity = rows.Integer(0);
    const EntityLayout layout = ReadRow(rows);
    if (entity != ++last || entity > impl.last_entity || !IsSound(layout))
      impl.Damaged("its layout");
    layouts[static_cast<std::size_t>(entity)] = layout;
  }
  if (last != impl.last_entity) impl.Damaged("its layout");
  return layouts;
}

void WriteLayout(const std::string& path, const Layout& layout) {
  UnfinishedFile file(path);
  CopyFile(file.path(), file.temporary());
  {
    Database database(file.temporary(), path, Database::Access::kBuild);
    database.Execute(kLayoutSql);
    database.Execute("BEGIN");
    Statement insert = database.Prepare("INSERT INTO layout VALUES (?, ?, ?, ?, ?, ?)");
    for (std::size_t i = 1; i < layout.entities.size(); ++i) {
      const EntityLayout& one = layout.entities[i];
      insert.Bind(static_cast<std::int64_t>(i), one.point.x, one.point.y, one.community,
                  one.pagerank, one.betweenness);
      insert.Step();
    }
    database.Prepare("INSERT OR REPLACE INTO meta VALUES (?, ?)").Bind(kKey, kVersion).Step();
    database.Execute("COMMIT");
  }
  file.Commit();
}

}  // namespace zhitu::graph

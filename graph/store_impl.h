#pragma once

#include <cstdint>
#include <deque>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/database.h"
#include "graph/page_file.h"
#include "graph/store.h"
#include "graph/stored_text.h"
#include "graph/table_scan.h"

namespace zhitu::graph {

/// A document whose text is at hand.
struct OpenDocument {
  /// From a record that carries its text, which moves.
  explicit OpenDocument(DocumentRecord document);

  DocumentRecord record;  ///< Without its text.
  StoredText text;        ///< Its text.
};

/// What a `Store` holds open. Statements that are kept are read to their end before anything else
/// is asked, so that visitors may use the store.
struct Store::Impl {
  /// Opens and checks; see `Store::Open`.
  explicit Impl(const std::string& path);

  /// All rows of a table by its primary key; they are read past SQL.
  TableScan Scan(std::string_view table, std::initializer_list<std::string_view> columns) const {
    return {database, pages, table, columns};
  }
  /// A statement that is prepared once. `sql` must be a constant.
  Statement& Kept(const char* sql);
  /// A document with its text; valid until the next call.
  const OpenDocument& Document(std::int64_t number);
  /// Numbers of all entities in order of the bytes of their ids.
  std::vector<EntityNumber> EntitiesById() const;
  /// Fills aliases and attributes of an entity.
  void ReadLists(EntityRecord& entity);
  /// @throws extract::InputError  unless it is the number of an entity.
  void CheckEntity(EntityNumber number) const {
    if (number < 1 || number > last_entity) Damaged("an entity is missing");
  }
  /// @throws extract::InputError  unless it is the number of a relation.
  void CheckRelation(RelationNumber number) const {
    if (number < 1 || number > last_relation) Damaged("a relation is missing");
  }
  /// @throws extract::InputError  that calls the file damaged.
  [[noreturn]] void Damaged(const std::string& what) const;

  std::string path;                         ///< As given.
  PageFile pages;                           ///< The open file, for reading whole tables.
  Database database;                        ///< The open file, for all else.
  std::map<std::string, std::string> meta;  ///< Table `meta`.
  std::vector<std::string> predicates;      ///< By number.
  StoreCounts counts;                       ///< From `meta`.
  EntityNumber last_entity = 0;             ///< Greatest number.
  RelationNumber last_relation = 0;         ///< Greatest number.

 private:
  void ReadPredicates();

  std::unordered_map<const char*, Statement> statements_;
  std::unordered_map<std::int64_t, std::unique_ptr<OpenDocument>> documents_;
  std::deque<std::int64_t> document_order_;  // oldest first
  std::size_t document_bytes_ = 0;
};

/// Columns of `document` without and with its text, for `ReadDocument`.
inline constexpr char kDocumentColumns[] =
    "number, id, file, title, date, source, begin, \"end\", line, record";

/// The document in a row of `kDocumentColumns`, with the text if there is one more column.
DocumentRecord ReadDocument(const Statement& row, bool with_text);

}  // namespace zhitu::graph

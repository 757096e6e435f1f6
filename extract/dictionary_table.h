#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/dictionary_row.h"

namespace zhitu::extract {

/// The names of dictionaries as their rows have them, kept small: some 100 bytes and the texts a
/// row. For looking over many rows at once; what a row means is `LoadDictionaries`' to say. Grows
/// with one thread.
class DictionaryTable {
 public:
  /// Where a text stands.
  struct Text {
    std::uint32_t begin = 0;  ///< Of all texts: its first byte.
    std::uint32_t size = 0;   ///< In bytes.
  };
  /// One row with a name.
  struct Row {
    Text id;                         ///< As `LoadDictionaries` would have it.
    Text name;                       ///< As written.
    Text parent;                     ///< As written; empty where there is none.
    std::uint32_t type = 0;          ///< Number of its type in `types`.
    std::uint32_t file = 0;          ///< As given to `Add`.
    std::uint32_t line = 0;          ///< Of the name's cell.
    std::uint32_t column = 0;        ///< Of the name's cell.
    std::uint32_t alias_line = 0;    ///< Of the aliases' cell.
    std::uint32_t alias_column = 0;  ///< Of the aliases' cell.
    std::uint32_t first_form = 0;    ///< Its name in `forms`; its aliases follow.
    std::uint32_t forms = 0;         ///< How many.
    bool exact_case = false;         ///< Upper and lower case count.
  };
  /// A surface form of a row.
  struct Form {
    std::uint64_t hash = 0;         ///< Of its folded form; 0 where that is empty.
    Text text;                      ///< As written.
    std::uint32_t row = 0;          ///< Number of its row.
    std::uint32_t folded_size = 0;  ///< Code points of its folded form.
  };

  /// Takes a row; one without a name or type is left out. O(size).
  /// @throws LimitError  if all texts together have 4 GiB.
  void Add(std::size_t file, const DictionaryRow& row);

  /// All rows, in order.
  const std::vector<Row>& rows() const noexcept { return rows_; }
  /// All forms, those of a row side by side: the name, then the aliases.
  const std::vector<Form>& forms() const noexcept { return forms_; }
  /// The types, in order of first appearance.
  const std::vector<std::string>& types() const noexcept { return types_; }
  /// A text, valid until the next `Add`.
  std::string_view View(const Text& text) const {
    return std::string_view(pool_).substr(text.begin, text.size);
  }
  /// True if the form is its row's name.
  bool IsName(std::size_t form) const { return rows_[forms_[form].row].first_form == form; }

 private:
  Text Keep(std::string_view text);
  void AddForm(std::string_view text);
  std::uint32_t TypeNumber(std::string_view type);

  std::string pool_;
  std::vector<Row> rows_;
  std::vector<Form> forms_;
  std::vector<std::string> types_;
};

}  // namespace zhitu::extract

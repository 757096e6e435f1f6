#pragma once

#include <string>
#include <vector>

#include "cli/session.h"

namespace zhitu::cli {

/// The form in which an answer is printed.
enum class AnswerFormat { kTable, kTsv, kCsv, kMarkdown, kJson, kJsonLines };

/// What the user asked for, else a table on a terminal and TSV elsewhere.
AnswerFormat AnswerFormatOf(const Session& session);

/// Rows of an answer.
struct Table {
  /// A column and how its values stand.
  struct Column {
    std::string name;
    bool number = false;  ///< Aligned to the right in a table.
  };
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;  ///< One value a column.
  /// Lines under each row in a table, indented, ready to be shown; empty or one list a row.
  std::vector<std::vector<std::string>> details = {};
};

/// Prints a table in one of the forms that are not JSON. Columns of a table are aligned by the
/// width of characters on a terminal (Chinese ones take two places) and control characters are
/// escaped; TSV escapes tabs and line breaks, CSV follows RFC 4180, Markdown escapes bars.
void PrintTable(const Table& table, AnswerFormat format, Session& session);

/// A title line above a table or text; bold on a terminal in colour.
std::string Heading(const std::string& text, const Session& session);

/// A fraction with two decimals, for tables.
std::string Decimals(double value);

}  // namespace zhitu::cli

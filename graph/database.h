#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace zhitu::graph {

/// A prepared statement of a `Database`, which must live longer. One thread.
class Statement {
 public:
  /// Binds the parameters from the first on: numbers and texts. A text must stay where it is until
  /// the statement is stepped for the last time. U+0000 is stored as U+FFFD, because the text
  /// functions of SQL stop at it.
  template <typename... Values>
  Statement& Bind(const Values&... values) {
    Reset();
    int parameter = 0;
    (BindOne(++parameter, values), ...);
    return *this;
  }

  /// Goes to the next row; false when there is none, and the statement is then reset.
  /// @throws as `Database`.
  bool Step();
  /// Ends reading before the last row.
  void Reset() noexcept;

  /// A column of the row, from 0.
  std::int64_t Integer(int column) const;
  /// A column of the row, from 0, as a number with a fraction.
  double Real(int column) const;
  /// The bytes of a text or blob; valid until the next call of `Step`, `Bind` or `Reset`.
  std::string_view Text(int column) const;
  /// True for an SQL NULL.
  bool IsNull(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept;
  };
  Statement(const class Database& database, sqlite3_stmt* statement)
      : database_(&database), statement_(statement) {}

  void BindOne(int parameter, std::int64_t value);
  void BindOne(int parameter, double value);
  void BindOne(int parameter, std::string_view value);
  void BindOne(int parameter, const std::string& value) {
    BindOne(parameter, std::string_view(value));
  }
  void BindOne(int parameter, const char* value) { BindOne(parameter, std::string_view(value)); }

  const Database* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// An SQLite file. All of SQLite is behind this class and `Statement`. One thread.
///
/// Errors of SQLite become errors of this project: a damaged file is an `extract::InputError`, a
/// disk that does not take or give bytes an `extract::IoError`, a value of 1 GB or more an
/// `extract::LimitError`, and want of memory `std::bad_alloc`.
class Database {
 public:
  /// How a file is opened.
  enum class Access {
    kRead,  ///< Read only; the schema's own SQL is not trusted.
    kBuild  ///< A new file that nobody else sees: no journal, no syncing.
  };

  /// @param path   file to open, taken literally.
  /// @param shown  name for messages.
  Database(const std::string& path, std::string shown, Access access);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Runs statements that give no rows, separated by `;`.
  void Execute(const std::string& sql) const;
  /// Prepares one statement.
  Statement Prepare(std::string_view sql) const;
  /// Closes the file; all statements must be gone. @throws as above.
  void Close();

 private:
  friend class Statement;
  struct CloseHandle {
    void operator()(sqlite3* handle) const noexcept;
  };
  void Check(int code) const;
  [[noreturn]] void Fail(int code) const;

  std::string shown_;
  Access access_;
  std::unique_ptr<sqlite3, CloseHandle> handle_;
};

}  // namespace zhitu::graph

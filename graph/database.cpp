#include "graph/database.h"

#include <sqlite3.h>

#include <new>
#include <utility>

#include "extract/characters.h"
#include "extract/error.h"
#include "graph/sqlite_record.h"

namespace zhitu::graph {
namespace {

// "file:x" would be read as an address and ":memory:" as a wish.
std::string Literal(const std::string& path) { return path.starts_with('/') ? path : "./" + path; }

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const noexcept {
  sqlite3_finalize(statement);
}

bool Statement::Step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) {
    Reset();
    return false;
  }
  database_->Fail(code);
}

void Statement::Reset() noexcept { sqlite3_reset(statement_.get()); }

std::int64_t Statement::Integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Statement::Real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string_view Statement::Text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

bool Statement::IsNull(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

void Statement::BindOne(int parameter, std::int64_t value) {
  database_->Check(sqlite3_bind_int64(statement_.get(), parameter, value));
}

void Statement::BindOne(int parameter, double value) {
  database_->Check(sqlite3_bind_double(statement_.get(), parameter, value));
}

void Statement::BindOne(int parameter, std::string_view value) {
  const bool has_nul = value.find('\0') != std::string_view::npos;
  std::string safe;
  if (has_nul) AppendKept(value, safe);
  const std::string_view bytes = has_nul ? std::string_view(safe) : value;
  // An empty view may have no address, which SQLite would take for NULL.
  database_->Check(sqlite3_bind_text64(statement_.get(), parameter,
                                       bytes.empty() ? "" : bytes.data(), bytes.size(),
                                       has_nul ? SQLITE_TRANSIENT : SQLITE_STATIC, SQLITE_UTF8));
}

Database::Database(const std::string& path, std::string shown, Access access)
    : shown_(std::move(shown)), access_(access) {
  const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                    (access == Access::kRead ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(Literal(path).c_str(), &handle, flags, nullptr);
  handle_.reset(handle);
  Check(code);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
  if (access == Access::kRead) {
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // 32 pages: whole tables are read past SQL, and single rows seldom twice; memory touched for
    // the first time costs more than a page read again.
    Execute("PRAGMA cell_size_check = ON; PRAGMA cache_size = -256;");
    return;
  }
  // Whatever this SQLite was compiled to prefer, `BulkFile` and `Record` know this form only.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_LEGACY_FILE_FORMAT, 0, nullptr);
  // Not defensive: a journal could not be turned off then.
  Execute(
      "PRAGMA page_size = 8192; PRAGMA auto_vacuum = NONE; PRAGMA encoding = 'UTF-8';"
      "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;");
}

Database::~Database() = default;

void Database::CloseHandle::operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }

void Database::Execute(const std::string& sql) const {
  Check(sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

Statement Database::Prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  Check(sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
  return {*this, statement};
}

void Database::Close() {
  sqlite3* handle = handle_.release();
  const int code = sqlite3_close(handle);
  if (code == SQLITE_OK) return;
  handle_.reset(handle);
  Fail(code);
}

void Database::Check(int code) const {
  if (code != SQLITE_OK) Fail(code);
}

void Database::Fail(int code) const {
  if (code == SQLITE_NOMEM || handle_ == nullptr) throw std::bad_alloc();
  const std::string reason = extract::Printable(sqlite3_errmsg(handle_.get()));
  const std::string shown = extract::Printable(shown_);
  const int kind = code & 0xFF;
  if (kind == SQLITE_TOOBIG) {
    throw extract::LimitError(shown +
                              ": a text or list of 1 GB or more does not fit into a graph file");
  }
  if (access_ == Access::kBuild) throw extract::IoError(shown + ": cannot be written: " + reason);
  if (kind == SQLITE_IOERR || kind == SQLITE_CANTOPEN || kind == SQLITE_PERM ||
      kind == SQLITE_BUSY || kind == SQLITE_LOCKED || kind == SQLITE_FULL) {
    throw extract::IoError(shown + ": cannot be read: " + reason);
  }
  throw extract::InputError({shown_, 0, 0}, "damaged graph file (" + reason + "); build it again");
}

}  // namespace zhitu::graph

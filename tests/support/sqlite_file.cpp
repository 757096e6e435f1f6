#include "tests/support/sqlite_file.h"

#include <sqlite3.h>

#include <stdexcept>

namespace zhitu {

void MakeSqliteFile(const std::string& path, int page_bytes, int reserved, const std::string& sql) {
  sqlite3* handle = nullptr;
  int code = sqlite3_open(path.c_str(), &handle);
  if (code == SQLITE_OK) {
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
    const std::string all =
        "PRAGMA synchronous = OFF; PRAGMA page_size = " + std::to_string(page_bytes) + ";" + sql;
    code = sqlite3_exec(handle, all.c_str(), nullptr, nullptr, nullptr);
  }
  const std::string reason = sqlite3_errmsg(handle);
  sqlite3_close(handle);
  if (code != SQLITE_OK) throw std::runtime_error(path + ": " + reason);
}

}  // namespace zhitu

// A whole table read past SQLite: from any file, whatever its pages say. The first byte chooses the
// page at which the b-tree begins, and what it holds; the others are the file.
#include <cstdint>
#include <string>

#include "extract/error.h"
#include "graph/page_scan.h"
#include "tests/fuzz/check.h"
#include "tests/support/temp_folder.h"

namespace zhitu::graph {
namespace {

constexpr std::size_t kColumns = 6;

// A value of either type; what it is not is refused.
std::size_t ReadValue(PageScan& rows, std::size_t column) {
  std::size_t sum = 0;
  try {
    for (const char byte : rows.Text(column)) sum += static_cast<unsigned char>(byte);
  } catch (const extract::InputError&) {
  }
  try {
    sum += static_cast<std::size_t>(rows.Integer(column));
  } catch (const extract::InputError&) {
  }
  return sum;
}

void ReadRows(const std::string& path, std::uint32_t root, PageScan::Kind kind) {
  const PageFile file(path);
  PageScan rows(file, root, kind, kColumns);
  const std::size_t most = std::size_t{file.page_count()} * file.page_bytes();
  std::int64_t before = 0;
  volatile std::size_t sum = 0;
  for (std::size_t count = 0; rows.Next(); ++count) {
    Check(count < most, "no more rows than bytes");
    const bool ascends = kind == PageScan::Kind::kIndex || count == 0 || rows.row_number() > before;
    Check(ascends, "rows are in order");
    before = rows.row_number();
    for (std::size_t column = 0; column < kColumns; ++column) sum = sum + ReadValue(rows, column);
  }
}

}  // namespace
}  // namespace zhitu::graph

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace zhitu::graph;
  static const zhitu::TempFolder folder;
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto kind = (data[0] & 1U) != 0 ? PageScan::Kind::kIndex : PageScan::Kind::kTable;
  try {
    ReadRows(folder.Write("f", bytes), data[0] / 2U, kind);
  } catch (const zhitu::extract::InputError&) {
    // Told.
  }
  return 0;
}

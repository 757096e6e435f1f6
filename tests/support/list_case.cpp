#include "tests/support/list_case.h"

#include <gtest/gtest.h>

#include "tests/support/imported_list.h"

namespace zhitu {

void PrintTo(const ListCase& c, std::ostream* out) { *out << c.name; }

void ExpectRows(const std::string& format, const ListCase& c,
                const std::vector<std::string>& inputs) {
  const ImportedList list = ImportList(format, c.files, c.types, inputs);
  EXPECT_EQ(list.rows, c.rows);
  EXPECT_EQ(list.left_out, c.left_out);
  EXPECT_EQ(list.fault, c.fault);
}

}  // namespace zhitu

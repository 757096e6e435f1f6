#include "extract/dictionary_table.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/fold.h"
#include "extract/hash.h"

namespace zhitu::extract {
namespace {

DictionaryTable Read(const std::string& path, const std::string& text) {
  DictionaryTable table;
  std::vector<Problem> problems;
  ReadDictionaryRows(path, text, problems,
                     [&table](const DictionaryRow& row) { table.Add(3, row); });
  EXPECT_TRUE(problems.empty());
  return table;
}

std::string Show(const DictionaryTable& table) {
  std::string shown;
  for (const DictionaryTable::Row& row : table.rows()) {
    const auto view = [&](const DictionaryTable::Text& text) {
      return std::string(table.View(text));
    };
    shown += std::to_string(row.file) + ':' + std::to_string(row.line) + ':' +
             std::to_string(row.column) + ' ' + view(row.id) + ' ' + view(row.name) + ' ' +
             table.types()[row.type] + " <" + view(row.parent) + "> " +
             std::to_string(row.alias_column) + (row.exact_case ? " exact" : "");
    for (std::uint32_t i = 0; i < row.forms; ++i) {
      const DictionaryTable::Form& form = table.forms()[row.first_form + i];
      shown += ' ' + view(form.text) + '/' + std::to_string(form.folded_size) +
               (table.IsName(row.first_form + i) ? "*" : "");
      EXPECT_EQ(form.row, &row - table.rows().data());
    }
    shown += '\n';
  }
  return shown;
}

TEST(DictionaryTable, KeepsRows) {
  EXPECT_EQ(Show(Read("d.csv",
                      "type,name,id,aliases,parent,case,note\n"
                      "place,甲 乙,x:1,丙|丁,戊,exact,n\n"
                      "road,B,,,,,\n"
                      ",无类,,,,,\n"
                      "place,,,,,,\n")),
            "3:2:7 x:1 甲 乙 place <戊> 15 exact 甲 乙/2* 丙/1 丁/1\n"
            "3:3:6 road:B B road <> 6 B/1*\n");
  EXPECT_EQ(Show(Read("d.jsonl", "{\"name\":\"A\",\"type\":\"t\",\"aliases\":[\"b|c\",\"d\"]}\n")),
            "3:1:1 t:A A t <> 1 A/1* b|c/3 d/1\n");
}

TEST(DictionaryTable, HashesFoldedForms) {
  const DictionaryTable table =
      Read("d.csv", "name,type,aliases\n重慶,place,重庆|ＡＢ|\xE2\x80\x8B\n");
  ASSERT_EQ(table.forms().size(), 4U);
  EXPECT_EQ(table.forms()[0].hash, table.forms()[1].hash);
  EXPECT_EQ(table.forms()[2].hash, Hash64(FoldName("ab")));
  EXPECT_EQ(table.forms()[3].hash, 0U);
}

}  // namespace
}  // namespace zhitu::extract

#include "export/import_formats.h"

#include <gtest/gtest.h>

#include <string>

#include "extract/error.h"

namespace zhitu::xport {
namespace {

std::string FaultOf(const std::vector<std::string>& paths) {
  try {
    ImportFormatOf(paths);
  } catch (const extract::UsageError& error) {
    return error.what();
  }
  return "";
}

TEST(ImportFormatOf, GoesByTheEnding) {
  EXPECT_EQ(ImportFormatOf({"a.csv", "b.CSV", "c.tsv"}).name, "csv");
  EXPECT_EQ(&ImportFormatNamed("csv"), &ImportFormatOf({"a.csv"}));
}

TEST(ImportFormatOf, ListsWhatIsKnown) {
  EXPECT_EQ(FaultOf({"g.xlsx"}),
            "g.xlsx: unknown ending; expected one of: csv tsv graphml gexf json");
  EXPECT_EQ(FaultOf({"a.csv", "csv"}),
            "csv: unknown ending; expected one of: csv tsv graphml gexf json");
  EXPECT_EQ(FaultOf({"-"}), "-: unknown ending; expected one of: csv tsv graphml gexf json");
  EXPECT_THROW(ImportFormatNamed("xls"), extract::UsageError);
}

}  // namespace
}  // namespace zhitu::xport

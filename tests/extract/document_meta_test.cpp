#include "extract/document_meta.h"

#include <gtest/gtest.h>

#include <string>

#include "extract/error.h"
#include "tests/support/temp_folder.h"

namespace zhitu::extract {
namespace {

struct ApplyCase {
  const char* name;
  const char* table;
  const char* id;
  const char* expected;  // date|source|title
};
void PrintTo(const ApplyCase& c, std::ostream* out) { *out << c.name; }
class DocumentMetaApply : public testing::TestWithParam<ApplyCase> {};

TEST_P(DocumentMetaApply, SetsWhatTheTableSays) {
  const TempFolder folder;
  Document document;
  document.id = GetParam().id;
  document.file = "a.txt";
  document.date = "d0";
  document.source = "s0";
  document.title = "t0";
  DocumentMeta::Load(folder.Write("meta.csv", GetParam().table)).Apply(document);
  EXPECT_EQ(document.date + '|' + document.source + '|' + document.title, GetParam().expected);
}

const ApplyCase kApplyCases[] = {
    {"ById", "document,date,source,title\na.txt#2,d,s,t\n", "a.txt#2", "d|s|t"},
    {"ByFile", "document,date,source,title\na.txt,d,s,t\n", "a.txt#2", "d|s|t"},
    {"IdBeforeFile", "document,date\na.txt,d1\na.txt#2,d2\n", "a.txt#2", "d2|s0|t0"},
    {"OtherDocument", "document,date\nb.txt,d\n", "a.txt", "d0|s0|t0"},
    {"EmptyCellsKeep", "document,date,source,title\na.txt,,s,\n", "a.txt", "d0|s|t0"},
    {"AnyOrderOfColumns", "title,document\nt,a.txt\n", "a.txt", "d0|s0|t"},
    {"MarkAndWindowsLines",
     "\xef\xbb\xbf"
     "document,title\r\na.txt,\"t, \"\"u\"\"\"\r\n",
     "a.txt", "d0|s0|t, \"u\""},
    {"NoRows", "document,date\n", "a.txt", "d0|s0|t0"},
};
INSTANTIATE_TEST_SUITE_P(Basics, DocumentMetaApply, testing::ValuesIn(kApplyCases),
                         [](const auto& c) { return std::string(c.param.name); });

struct FaultCase {
  const char* name;
  const char* table;
  const char* expected;
};
void PrintTo(const FaultCase& c, std::ostream* out) { *out << c.name; }
class DocumentMetaFault : public testing::TestWithParam<FaultCase> {};

TEST_P(DocumentMetaFault, IsToldAtItsPlace) {
  const TempFolder folder;
  const std::string path = folder.Write("meta.csv", GetParam().table);
  try {
    DocumentMeta::Load(path);
    FAIL() << "no error";
  } catch (const InputError& error) {
    std::string all;
    for (Problem problem : error.problems()) {
      EXPECT_EQ(problem.where.file, path);
      problem.where.file = "m";
      all += Describe(problem) + '\n';
    }
    EXPECT_EQ(all, GetParam().expected);
  }
}

const FaultCase kFaultCases[] = {
    {"Empty", "", "m:1:1: file is empty; expected a header document,date,source,title\n"},
    {"UnknownColumn", "document,dat\na,b\n",
     "m:1:10: column 'dat' is unknown; expected document, date, source or title; did you mean "
     "'date'?\n"},
    {"NoDocumentColumn", "date,title\na,b\n",
     "m:1:1: column 'document' is missing; expected it once\n"},
    {"ColumnTwice", "document,date,date,document\n",
     "m:1:15: column 'date' stands twice; expected it once\n"
     "m:1:20: column 'document' stands twice; expected it once\n"},
    {"EveryFaultOfTheRows", "document,date\na,1\nb\na,2\n,3\nc,4,5\n\"d\n",
     "m:3:1: row has 1 cells; expected 2 as in the header\n"
     "m:4:1: document 'a' stands twice; expected each once\n"
     "m:5:1: document is empty; expected a document's id or a file's name\n"
     "m:6:1: row has 3 cells; expected 2 as in the header\n"
     "m:7:1: quote is never closed; expected a closing \"\n"},
    {"NotUtf8", "document\na\n\xff\n", "m:3:1: byte 0xFF is not UTF-8; expected valid UTF-8\n"},
};
INSTANTIATE_TEST_SUITE_P(Bad, DocumentMetaFault, testing::ValuesIn(kFaultCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(DocumentMetaLoad, TellsAMissingFile) {
  const TempFolder folder;
  EXPECT_THROW(DocumentMeta::Load(folder / "none.csv"), IoError);
}

}  // namespace
}  // namespace zhitu::extract

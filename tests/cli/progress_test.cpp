#include "cli/progress.h"

#include <gtest/gtest.h>

#include <ostream>

namespace zhitu::cli {
namespace {

struct ProgressCase {
  const char* name;
  ReadingProgress progress;
  const char* line;
};
void PrintTo(const ProgressCase& c, std::ostream* out) { *out << c.name; }
class ProgressLineOf : public testing::TestWithParam<ProgressCase> {};

TEST_P(ProgressLineOf, Tells) { EXPECT_EQ(ProgressLine(GetParam().progress), GetParam().line); }

const ProgressCase kCases[] = {
    {"NothingToRead", {}, "[####################] 0 of 0 files, 0 documents, 0.0 MB"},
    {"Begun", {0, 4, 0, 0, 5}, "[                    ] 0 of 4 files, 0 documents, 0.0 MB"},
    {"TooSoonForARate",
     {1, 4, 2, 1500000, 0.05},
     "[#####               ] 1 of 4 files, 2 documents, 1.5 MB"},
    {"Seconds",
     {1, 4, 2, 1500000, 3},
     "[#####               ] 1 of 4 files, 2 documents, 1.5 MB, 0.5 MB/s, 9 s left"},
    {"Minutes",
     {1, 2, 1, 61000000, 61},
     "[##########          ] 1 of 2 files, 1 document, 61.0 MB, 1.0 MB/s, 1 min 1 s left"},
    {"Hours",
     {1, 2, 1, 1000000, 7260},
     "[##########          ] 1 of 2 files, 1 document, 1.0 MB, 0.0 MB/s, 2 h 1 min left"},
    {"Done",
     {4, 4, 4, 4000000, 2},
     "[####################] 4 of 4 files, 4 documents, 4.0 MB, 2.0 MB/s, 0 s left"},
};
INSTANTIATE_TEST_SUITE_P(Cases, ProgressLineOf, testing::ValuesIn(kCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(TrainingLineOf, TellsPassesAndTimeLeft) {
  EXPECT_EQ(TrainingLine({0, 8, 0, 900, 0}),
            "[                    ] pass 1 of 8, 0 of 900 paragraphs");
  EXPECT_EQ(TrainingLine({4, 8, 0, 900, 40}),
            "[##########          ] pass 5 of 8, 0 of 900 paragraphs, 40 s left");
}

TEST(PredicatesLineOf, TellsTimeLeft) {
  EXPECT_EQ(PredicatesLine({0, 12, 0}), "[                    ] statements");
  EXPECT_EQ(PredicatesLine({6, 12, 20}), "[##########          ] statements, 20 s left");
}

}  // namespace
}  // namespace zhitu::cli

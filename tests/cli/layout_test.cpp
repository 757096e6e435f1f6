#include <gtest/gtest.h>

#include "tests/support/program.h"

namespace zhitu {
namespace {

TEST(LayoutCommand, IsKeptAndExported) {
  const Program program;
  program.Build();
  const ProcessResult first = program.Run({"layout", "g.zhitu"});
  EXPECT_EQ(first.exit_code, 0);
  EXPECT_EQ(first.out, "");
  EXPECT_TRUE(first.err.starts_with("zhitu: g.zhitu: ")) << first.err;
  EXPECT_NE(first.err.find("entities placed, "), std::string::npos) << first.err;
  const std::string bytes = program.folder().Read("g.zhitu");
  EXPECT_EQ(program.Run({"layout", "g.zhitu"}).err,
            "zhitu: g.zhitu: has a layout; --force computes it anew\n");
  EXPECT_EQ(program.folder().Read("g.zhitu"), bytes);
  EXPECT_EQ(program.Run({"layout", "g.zhitu", "--force", "--jobs", "2"}).err, first.err);
  EXPECT_EQ(program.Run({"export", "g.zhitu", "g.nodes.csv", "-q"}).exit_code, 0);
  const std::string nodes = program.folder().Read("g.nodes.csv");
  EXPECT_NE(nodes.find("pagerank,betweenness,community"), std::string::npos) << nodes;
  EXPECT_EQ(program.Run({"verify", "g.zhitu", "-q"}).exit_code, 0);
}

TEST(LayoutCommand, IsTheSameForAnyNumberOfThreads) {
  const Program program;
  program.Build();
  program.folder().Write("h.zhitu", program.folder().Read("g.zhitu"));
  EXPECT_EQ(program.Run({"layout", "g.zhitu", "--jobs", "1"}).exit_code, 0);
  EXPECT_EQ(program.Run({"layout", "h.zhitu", "--jobs", "3"}).exit_code, 0);
  EXPECT_EQ(program.folder().Read("g.zhitu"), program.folder().Read("h.zhitu"));
}

TEST(LayoutCommand, RefusesWhatIsNoGraph) {
  const Program program;
  program.folder().Write("t.txt", "text");
  EXPECT_EQ(program.Run({"layout", "none.zhitu"}).exit_code, 4);
  EXPECT_EQ(program.Run({"layout", "t.txt"}).exit_code, 3);
  EXPECT_EQ(program.Run({"layout"}).exit_code, 2);
  EXPECT_EQ(program.folder().Read("t.txt"), "text");
}

}  // namespace
}  // namespace zhitu

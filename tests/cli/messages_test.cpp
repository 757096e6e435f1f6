#include "cli/messages.h"

#include <gtest/gtest.h>

#include "tests/support/capture.h"

namespace zhitu::cli {
namespace {

TEST(Messages, HaveALabelAndEscapeControls) {
  Capture capture;
  capture.messages().Error("a\x1b[2J");
  capture.messages().Warn("b\n");
  capture.messages().Inform("c");
  capture.messages().More("d");
  EXPECT_EQ(capture.Err(), "zhitu: error: a\\x1b[2J\nzhitu: warning: b\\n\nzhitu: c\n  d\n");
}

TEST(Messages, AreErrorsOnlyWhenQuiet) {
  Capture capture;
  capture.messages().set_manner({.quiet = true, .verbose = true});
  capture.messages().Error("a");
  capture.messages().Warn("b");
  capture.messages().Inform("c");
  EXPECT_FALSE(capture.messages().verbose());
  EXPECT_EQ(capture.Err(), "zhitu: error: a\n");
}

TEST(Messages, CountWarningsPastTheTwentieth) {
  Capture capture;
  for (int i = 0; i < 23; ++i) capture.messages().Warn("w");
  capture.messages().CountHidden();
  capture.messages().CountHidden();
  std::string expected;
  for (int i = 0; i < 20; ++i) expected += "zhitu: warning: w\n";
  EXPECT_EQ(capture.Err(), expected + "zhitu: 3 more warnings\n");
}

TEST(Progress, IsWipedByTheNextMessageAndNotShownTooOften) {
  Capture capture;
  capture.messages().set_manner({.progress = true});
  capture.messages().Progress("one");
  capture.messages().Progress("two, too soon");
  capture.messages().Inform("done");
  capture.messages().Inform("more");
  EXPECT_EQ(capture.Err(), "\r\x1b[Kone\r\x1b[Kzhitu: done\nzhitu: more\n");
}

TEST(Progress, IsNotForAFile) {
  Capture capture;
  capture.messages().Progress("one");
  EXPECT_EQ(capture.Err(), "");
}

}  // namespace
}  // namespace zhitu::cli

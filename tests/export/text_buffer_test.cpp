#include "export/text_buffer.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace zhitu::xport {
namespace {

// Keeps the parts apart.
class PartSink final : public Sink {
 public:
  void Write(std::string_view bytes) override { parts.emplace_back(bytes); }
  std::vector<std::string> parts;
};

std::string Joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += part;
  return all;
}

TEST(TextBuffer, PassesOnAllInOrder) {
  std::mt19937 random(6);
  const Piece shorter("<data key=\"n\">");
  const Piece longer(std::string(100, 'k'));
  PartSink sink;
  std::string expected;
  TextBuffer out(sink);
  for (int round = 0; round < 30000; ++round) {
    const std::string text(random() % 40, static_cast<char>('a' + round % 26));
    out.Append(text);
    out.Append(shorter);
    out.Append(longer);
    out.AppendInteger(round);
    out.AppendNumber(round + 0.5);
    out.AppendWeight(-1);
    expected += text + std::string(shorter.text()) + std::string(longer.text()) +
                std::to_string(round) + NumberText(round + 0.5) + "1";
  }
  out.Flush();
  EXPECT_TRUE(Joined(sink.parts) == expected);
  EXPECT_LT(sink.parts.size(), 2 + expected.size() / 100000);
}

TEST(TextBuffer, TakesTextsThatAreGreaterThanItself) {
  PartSink sink;
  TextBuffer out(sink);
  const std::string great(1000003, 'x');
  out.Append("a");
  out.Append(great);
  out.Append(Piece(great));
  out.Flush();
  EXPECT_TRUE(Joined(sink.parts) == "a" + great + great);
}

TEST(TextBuffer, SaysNothingOfNothing) {
  PartSink sink;
  TextBuffer out(sink);
  out.Append("");
  out.Append(Piece(""));
  out.Flush();
  EXPECT_TRUE(sink.parts.empty());
}

}  // namespace
}  // namespace zhitu::xport

// Folding and matching against the slow twin. The input: lines of names, one entity each, its
// surface forms parted by `|`, with `!` in front where case counts, `*` where it may stand inside a
// word, `-` where it is to be ignored; a blank line; the text.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/utf8.h"
#include "tests/fuzz/check.h"
#include "tests/support/brute_force_matcher.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMostNames = 16;
constexpr std::size_t kLongestText = 200;  // bytes; the twin takes the square of it

// Cuts off what stands before the next `by`.
std::string_view TakeUntil(std::string_view& rest, char by) {
  const std::size_t end = std::min(rest.find(by), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

std::vector<PlainName> TakeNames(std::string_view& rest) {
  std::vector<PlainName> names;
  EntityIndex next = 0;
  for (std::string_view line = TakeUntil(rest, '\n'); !line.empty(); line = TakeUntil(rest, '\n')) {
    PlainName name{"", next, {}};
    for (; !line.empty() && std::string_view("!*-").find(line[0]) != std::string_view::npos;
         line.remove_prefix(1)) {
      if (line[0] == '!') name.rule.exact_case = true;
      if (line[0] == '*') name.rule.boundary = SurfaceRule::Boundary::kNone;
      if (line[0] == '-') name.entity = kNoEntity;
    }
    if (!line.empty() && name.entity == next) ++next;
    while (!line.empty()) {
      name.surface = TakeUntil(line, '|');
      if (names.size() < kMostNames) names.push_back(name);
    }
  }
  return names;
}

}  // namespace
}  // namespace zhitu::extract

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace zhitu::extract;
  const std::string input = DecodeUtf8({reinterpret_cast<const char*>(data), size}).text;
  std::string_view rest = input;
  const std::vector<PlainName> names = TakeNames(rest);
  const std::string_view cut = rest.substr(0, kLongestText);
  const std::string text(cut.substr(0, WellFormedPrefix(cut)));
  zhitu::Check(FindWhole(BuildGazetteer(names), text) == BruteForceMatcher(names).Find(text),
               "the slow twin finds the same");
  return 0;
}

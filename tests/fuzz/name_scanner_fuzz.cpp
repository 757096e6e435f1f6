// Every kernel of the name scanner against the slow twin. The input: names, one a line; a blank
// line; the text. A text that begins with `+` is read once more behind so many characters that it
// lies across the end of a batch.
#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "extract/fold.h"
#include "extract/scan_kernel.h"
#include "extract/utf8.h"
#include "tests/fuzz/check.h"
#include "tests/support/plain_name_finder.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMostNames = 64;
constexpr std::size_t kLongestText = 4000;  // bytes
constexpr std::size_t kBatch = 2048;        // as in name_scanner.cpp

std::string_view TakeLine(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

std::set<std::string> TakeNames(std::string_view& rest) {
  std::set<std::string> names;
  for (std::string_view line = TakeLine(rest); !line.empty(); line = TakeLine(rest)) {
    const bool breaks = line.find('\r') != std::string_view::npos;  // no name holds one
    if (names.size() < kMostNames && !breaks) names.emplace(line);
  }
  return names;
}

void CheckAll(const std::set<std::string>& words, std::string_view text,
              UnitTable::Reading reading) {
  const NameValues names = Numbered(words);
  const NameIndex index = IndexOf(names);
  const PlainNameFinder twin(names);
  std::string far(kBatch - std::min(text.size() / 2, kBatch), '\x01');
  far += text;
  for (const ScanKernel* const kernel : ScanKernels()) {
    NameScanner scanner(index, kernel);
    Check(ScanWhole(scanner, text, reading) == twin.Find(text, reading),
          "the slow twin finds the same");
    if (!text.starts_with('+')) continue;
    Check(ScanWhole(scanner, far, reading) == twin.Find(far, reading),
          "the slow twin finds the same across batches");
  }
}

}  // namespace
}  // namespace zhitu::extract

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace zhitu::extract;
  const std::string input = DecodeUtf8({reinterpret_cast<const char*>(data), size}).text;
  std::string_view rest = input;
  const std::set<std::string> names = TakeNames(rest);
  const std::string_view cut = rest.substr(0, kLongestText);
  const std::string_view text = cut.substr(0, WellFormedPrefix(cut));
  CheckAll(names, text, UnitTable::Reading::kPlain);
  std::set<std::string> folded;
  for (const std::string& name : names) folded.insert(FoldName(name));
  folded.erase("");
  CheckAll(folded, text, UnitTable::Reading::kFolding);
  return 0;
}

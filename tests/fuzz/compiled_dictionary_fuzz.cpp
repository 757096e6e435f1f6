// A forged compiled dictionary: hashes fit, the rest may be anything. The input: patches of a small
// one, three bytes each: where (low byte first), and the bits to turn over. It is refused, or
// searched without harm.
#include <cstdint>
#include <string>
#include <string_view>

#include "extract/error.h"
#include "extract/utf8.h"
#include "tests/fuzz/check.h"
#include "tests/support/brute_force_matcher.h"
#include "tests/support/compiled_bytes.h"

namespace zhitu::extract {
namespace {

constexpr std::string_view kText = "金水区的国基路街道办事处和国基路，ab AB 水。国基路街道办公室";

// Names of one to many characters, some of which begin alike; lists of readings; rules of case.
std::string Original() {
  constexpr SurfaceRule kExact = {SurfaceRule::Boundary::kWord, true};
  return Compile(BuildGazetteer({{"金水区", 0},
                                 {"金水", 1},
                                 {"国基路街道办事处", 2},
                                 {"国基路街道办公室", 3},
                                 {"国基路", 4},
                                 {"国基路街", 4},
                                 {"金水", 4},
                                 {"AB", 5, kExact},
                                 {"水", 6},
                                 {"迎春专属网格工作站", 7},
                                 {"街道", kNoEntity}}));
}

void CheckEntities(const Gazetteer& gazetteer) {
  for (EntityIndex i = 0; i < gazetteer.size(); ++i) {
    const Entity entity = gazetteer.Details(i);
    Check(entity.parent == kNoEntity || entity.parent < gazetteer.size(), "a parent");
    Check(WellFormedPrefix(entity.id) == entity.id.size(), "an id of characters");
    Check(WellFormedPrefix(entity.name) == entity.name.size(), "a name of characters");
  }
}

void CheckMatches(const Gazetteer& gazetteer) {
  for (const Match& match : FindWhole(gazetteer, kText)) {
    Check(match.span.begin < match.span.end && match.span.end <= kText.size(), "a span");
    for (const EntityIndex entity : match.readings) {
      Check(entity < gazetteer.size(), "an entity");
    }
  }
  for (const OuterMatch& match : FindOuter(gazetteer, kText)) {
    Check(match.span.begin < match.span.end && match.span.end <= kText.size(), "a span");
  }
}

}  // namespace
}  // namespace zhitu::extract

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace zhitu::extract;
  static const std::string original = Original();
  std::string forged = original;
  for (std::size_t i = 0; i + 2 < size; i += 3) {
    const std::size_t at = (data[i] | (std::size_t{data[i + 1]} << 8U)) % forged.size();
    forged[at] = static_cast<char>(forged[at] ^ data[i + 2]);
  }
  try {
    const Gazetteer gazetteer = LoadBytes(WithRightHashes(forged));
    CheckEntities(gazetteer);
    CheckMatches(gazetteer);
  } catch (const InputError&) {
  }
  return 0;
}

#include "tests/support/slow_branching.h"

#include <set>
#include <string>

#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

std::u32string Characters(const std::string& text) {
  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) characters += NextCodePoint(text, at);
  return characters;
}

}  // namespace

std::vector<BranchingByLength> SlowBranching(std::span<const CountedHead> heads) {
  std::vector<BranchingByLength> result(heads.size());
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const std::u32string left = Characters(heads[i].context.left);
    for (std::size_t length = 1; length <= left.size() && length <= kMostBeforeHead; ++length) {
      const std::u32string end = left.substr(left.size() - length);
      std::set<char32_t> before;
      for (const CountedHead& other : heads) {
        const std::u32string whole = Characters(other.context.left);
        if (other.context.word != heads[i].context.word || !whole.ends_with(end)) continue;
        Branching& branching = result[i][length];
        branching.count += other.count;
        const bool all = whole.size() == length;
        const char32_t next = all ? other.context.before : whole[whole.size() - length - 1];
        if (next == HeadContext::kGoesOn) continue;
        if (all) branching.closed += other.count;
        before.insert(next);
      }
      result[i][length].variety = before.size();
    }
  }
  return result;
}

}  // namespace zhitu::extract

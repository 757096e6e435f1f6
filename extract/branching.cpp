// In the order of the contexts, read backwards from the head, those that end alike stand side by
// side: for each length the groups of equal ends are runs. Inside a run those with the same next
// character stand side by side too, so that different ones are counted without a table.
#include "extract/branching.h"

#include <algorithm>
#include <set>
#include <string>

#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

// What stands before a head, from the head on: its characters, then what stands before them.
struct Backwards {
  std::u32string characters;
  char32_t before = 0;
};

Backwards Reversed(const HeadContext& context) {
  Backwards back{{}, context.before};
  for (std::size_t at = context.left.size(); at > 0 && back.characters.size() < kMostBeforeHead;)
    back.characters += CodePointBefore(context.left, at);
  return back;
}

class BranchCounter {
 public:
  explicit BranchCounter(std::span<const CountedHead> heads) : heads_(heads) {
    backwards_.reserve(heads.size());
    for (const CountedHead& head : heads) backwards_.push_back(Reversed(head.context));
  }

  std::vector<BranchingByLength> Run() {
    std::vector<BranchingByLength> result(heads_.size());
    for (std::size_t length = 1; length <= kMostBeforeHead; ++length) {
      for (std::size_t first = 0; first < heads_.size();) {
        if (backwards_[first].characters.size() < length) {
          ++first;
          continue;
        }
        std::size_t last = first + 1;
        while (last < heads_.size() && EndsAlike(first, last, length)) ++last;
        const Branching branching = CountRun(first, last, length);
        for (std::size_t i = first; i < last; ++i) result[i][length] = branching;
        first = last;
      }
    }
    return result;
  }

 private:
  bool EndsAlike(std::size_t a, std::size_t b, std::size_t length) const {
    return heads_[a].context.word == heads_[b].context.word &&
           backwards_[b].characters.size() >= length &&
           backwards_[a].characters.compare(0, length, backwards_[b].characters, 0, length) == 0;
  }

  Branching CountRun(std::size_t first, std::size_t last, std::size_t length) const {
    Branching branching;
    std::set<char32_t> before;
    for (std::size_t i = first; i < last; ++i) {
      const Backwards& back = backwards_[i];
      branching.count += heads_[i].count;
      const bool ends = back.characters.size() == length;
      const char32_t next = ends ? back.before : back.characters[length];
      if (ends && next != HeadContext::kGoesOn) branching.closed += heads_[i].count;
      if (next != HeadContext::kGoesOn) before.insert(next);
    }
    branching.variety = before.size();
    return branching;
  }

  std::span<const CountedHead> heads_;
  std::vector<Backwards> backwards_;
};

}  // namespace

std::vector<BranchingByLength> CountBranching(std::span<const CountedHead> heads) {
  return BranchCounter(heads).Run();
}

}  // namespace zhitu::extract

#include "extract/suggest_choice.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "extract/branching.h"
#include "extract/characters.h"
#include "extract/fold.h"
#include "extract/utf8.h"
#include "extract/word_breaks.h"

namespace zhitu::extract {
namespace {

// What speaks for a beginning, in one sum. Found on texts that no test of ours uses.
constexpr double kOfLength[] = {-9, -1.0, 1.0, 0.7, 0.3, -0.4, -1.0, -1.5, -2.0};
constexpr double kWords = -1.0;       // words of the language, times the share of other places
constexpr double kClosed = 1.3;       // times the share of places where a name must begin there
constexpr double kOften = 0.6;        // times the logarithm of the count
constexpr double kVaried = 0.6;       // times the logarithm of the variety
constexpr double kMostOften = 2.5;    // of both together
constexpr double kWordBreak = 0.4;    // a word begins there
constexpr double kInsideWord = -1.6;  // one goes on there
constexpr double kDullWord = -1.0;    // a word that makes no name begins there
constexpr double kWeak = -0.6;        // a head of many words
constexpr double kQuoted = -1.0;      // all that stands in quotes: a figure, or a name of its own
constexpr double kHalf = 1.9;         // the sum of which confidence is a half
constexpr double kSteep = 1.3;

constexpr std::size_t kOftenEnough = 3;  // places that tell whether a head ends there
constexpr double kSameBehind = 0.5;      // of the confidence, where a word goes on behind it

double ConfidenceOf(double sum) { return 1 / (1 + std::exp(-kSteep * (sum - kHalf))); }

// A beginning that was chosen.
struct Choice {
  std::size_t begin = 0;  // byte of `left`
  double sum = 0;
};

class NameChooser {
 public:
  explicit NameChooser(ContextTable& table)
      : table_(table), heads_(table.TakeHeads()), branching_(CountBranching(heads_)) {}

  std::vector<Proposal> Run() {
    std::vector<Choice> choices;
    choices.reserve(heads_.size());
    for (std::size_t i = 0; i < heads_.size(); ++i) choices.push_back(Choose(i));
    for (std::size_t i = 0; i < heads_.size(); ++i) Propose(i, choices[i]);
    for (const CountedWhole& whole : table_.TakeWhole()) Propose(whole);
    return Finish();
  }

 private:
  struct Draft {
    Proposal proposal;
    std::map<std::string, std::size_t> outer;  // raw names that it stands behind, with counts
    std::map<std::string, std::size_t> units;  // the same of names that it begins with
    const SuggestHead* head = nullptr;
    std::string word;
    char32_t after = 0;  // the character behind all places; `HeadContext::kGoesOn` for several
  };

  Choice Choose(std::size_t number) {
    const HeadContext& context = heads_[number].context;
    const std::string whole = context.left + context.word;
    const std::vector<std::size_t>& breaks = breaks_.Find(whole);
    Choice best{context.left.size(), -1e9};
    std::size_t at = context.left.size();
    for (std::size_t length = 1; at > 0 && length <= kMostBeforeHead; ++length) {
      CodePointBefore(context.left, at);
      const bool bare = (context.bare >> length & 1U) != 0 && !context.head->plain;
      if (bare || length < context.least) continue;
      const bool breaks_here = std::binary_search(breaks.begin(), breaks.end(), at);
      const bool of_words =
          !context.head->plain && IsOfWords(whole, breaks, at, context.left.size());
      const double sum = SumOf(context, branching_[number][length], length, at == 0, breaks_here) +
                         (of_words ? kWords * OpenShare(branching_[number][length]) : 0);
      if (sum > best.sum) best = {at, sum};
    }
    return best;
  }

  // True if only words of several characters stand between two places, by the breaks found last.
  static bool IsOfWords(std::string_view whole, const std::vector<std::size_t>& breaks,
                        std::size_t begin, std::size_t end) {
    auto at = std::lower_bound(breaks.begin(), breaks.end(), begin);
    for (; at != breaks.end() && *at < end; ++at) {
      const auto next = std::next(at);
      if (next == breaks.end() || CountCodePoints(whole.substr(*at, *next - *at)) < 2) return false;
    }
    return true;
  }
  static double OpenShare(const Branching& branching) {
    return 1 - static_cast<double>(branching.closed) / static_cast<double>(branching.count);
  }

  static double SumOf(const HeadContext& context, const Branching& branching, std::size_t length,
                      bool all, bool breaks_here) {
    const std::size_t part = std::max(context.generic, context.joined);
    const std::size_t core = part < length ? length - part : length;
    constexpr std::size_t kLengths = std::size(kOfLength);
    double sum = kOfLength[std::min(core, kLengths - 1)];
    sum += kClosed * static_cast<double>(branching.closed) / static_cast<double>(branching.count);
    sum += std::min(kMostOften,
                    kOften * std::log(static_cast<double>(branching.count)) +
                        kVaried * std::log(std::max(1.0, static_cast<double>(branching.variety))));
    const bool ends = all && context.before != HeadContext::kGoesOn;
    sum += ends || breaks_here ? kWordBreak : kInsideWord;
    if (!ends && (context.dull >> length & 1U) != 0) sum += kDullWord;
    if (context.head->weak) sum += kWeak;
    if (context.quoted) sum += kQuoted;
    return sum;
  }

  void Propose(std::size_t number, const Choice& choice) {
    const CountedHead& counted = heads_[number];
    const HeadContext& context = counted.context;
    if (choice.begin == context.left.size()) return;
    std::string name = context.left.substr(choice.begin) + context.word;
    raw_[context.left + context.word] = name;
    Draft& draft = drafts_[{name, context.head->type}];
    Proposal& proposal = draft.proposal;
    if (proposal.count == 0) {
      proposal.type = context.head->type;
      proposal.found_by = "head " + context.word;
      draft.head = context.head;
      draft.word = context.word;
      proposal.name = std::move(name);
    }
    if (proposal.count > 0 && draft.after != context.after) draft.after = HeadContext::kGoesOn;
    if (proposal.count == 0) draft.after = context.after;
    proposal.count += counted.count;
    proposal.documents += counted.documents;
    proposal.confidence = std::max(proposal.confidence, ConfidenceOf(choice.sum));
    if (choice.begin == 0 && !context.outer.empty()) draft.outer[context.outer] += counted.count;
    if (!context.unit.empty()) draft.units[context.unit] += counted.count;
  }

  void Propose(const CountedWhole& whole) {
    Draft& draft = drafts_[{whole.folded, std::string(whole.context.type)}];
    Proposal& proposal = draft.proposal;
    const double often = std::min(0.15, 0.05 * std::log(static_cast<double>(whole.count)));
    const double confidence = std::min(0.95, whole.context.score + often);
    if (confidence > proposal.confidence) proposal.found_by = whole.context.why;
    proposal.confidence = std::max(proposal.confidence, confidence);
    proposal.name = whole.context.name;
    proposal.type = whole.context.type;
    proposal.aliases = whole.context.aliases;
    proposal.count += whole.count;
    proposal.documents += whole.documents;
  }

  // One type a name: the one that is most certain, then most frequent.
  std::vector<Proposal> Finish() {
    std::vector<Proposal> proposals;
    for (auto draft = drafts_.begin(); draft != drafts_.end();) {
      auto best = draft;
      auto next = draft;
      for (; next != drafts_.end() && next->first.first == draft->first.first; ++next) {
        const auto worth = [](const auto& entry) {
          return std::pair(entry->second.proposal.confidence, entry->second.proposal.count);
        };
        if (worth(next) > worth(best)) best = next;
      }
      DoubtEnd(best->second);
      AddForms(best->second);
      proposals.push_back(std::move(best->second.proposal));
      draft = next;
    }
    return proposals;
  }

  // What always has the same Han character behind its head is part of a longer word: 塞浦路 + 斯.
  static void DoubtEnd(Draft& draft) {
    const bool often = draft.head != nullptr && draft.proposal.count >= kOftenEnough;
    if (often && IsHan(draft.after)) draft.proposal.confidence *= kSameBehind;
  }

  // Of raw names the most frequent, as it was chosen.
  std::string MostFrequent(const std::map<std::string, std::size_t>& names) const {
    const auto most =
        std::max_element(names.begin(), names.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == names.end()) return {};
    const auto chosen = raw_.find(most->first);
    return chosen == raw_.end() ? most->first : chosen->second;
  }

  // The larger unit that it most often stands behind, and the form with it.
  void AddForms(Draft& draft) const {
    if (const std::string outer = MostFrequent(draft.outer); !outer.empty()) {
      draft.proposal.parent = outer;
      draft.proposal.aliases.push_back(outer + draft.proposal.name);
    }
    if (const std::string unit = MostFrequent(draft.units); !unit.empty())
      draft.proposal.parent = unit;
    if (draft.head != nullptr && draft.head->alone && table_.Alone(draft.word) > 0)
      draft.proposal.aliases.push_back(draft.word);
  }

  ContextTable& table_;
  std::vector<CountedHead> heads_;
  std::vector<BranchingByLength> branching_;
  WordBreaks breaks_;
  std::unordered_map<std::string, std::string> raw_;             // what was chosen of a context
  std::map<std::pair<std::string, std::string>, Draft> drafts_;  // by folded name and type
};

}  // namespace

std::vector<Proposal> ChooseNames(ContextTable& table) { return NameChooser(table).Run(); }

}  // namespace zhitu::extract

#include "extract/collective.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extract/numeral.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr char kPartOf[] = "part_of";
constexpr double kConfidence = 0.6;
constexpr std::size_t kLongestWord = 3;  // characters of the word that members share
constexpr std::size_t kFewestMembers = 2;
constexpr double kMostMembers = 20;
constexpr std::size_t kMostNames = 2000;
constexpr std::size_t kMostCounting = 50;

struct Counting {
  std::size_t number = 0;
  std::string word;
};

// A name of the document, without its quotes.
struct Named {
  const RuleMention* mention = nullptr;
  std::string name;
};

std::string WithoutQuotes(std::string_view name) {
  std::string plain(name);
  std::erase(plain, '"');
  std::erase(plain, ' ');
  return plain;
}

// What stands between the first pair of quotes, or the whole name.
std::string_view Core(std::string_view name) {
  const std::size_t open = name.find('"');
  const std::size_t close = open == std::string_view::npos ? open : name.find('"', open + 1);
  return close == std::string_view::npos ? name : name.substr(open + 1, close - open - 1);
}

class Collector {
 public:
  explicit Collector(const RuleInput& input) : in_(input) {
    const std::vector<const RuleMention*> mentions = FirstMentions();
    if (mentions.size() <= kFewestMembers) return;  // a counting name and its members are more
    names_.reserve(mentions.size());
    for (const RuleMention* mention : mentions) {
      if (names_.size() == kMostNames) break;
      names_.push_back({mention, {}});
    }
  }

  std::vector<Statement> Run() {
    std::vector<Statement> statements;
    std::size_t counting_names = 0;
    for (const Named& name : names_) {
      const auto counting = CountingOf(Core(in_.entities.Folded(name.mention->entity)));
      if (!counting || ++counting_names > kMostCounting) continue;
      if (counting_names == 1) NoteNames();
      for (const Named* member : MembersOf(name, *counting))
        statements.push_back(PartOf(*member->mention, *name.mention));
    }
    return statements;
  }

 private:
  // The first mention of each entity that may count, by entity.
  std::vector<const RuleMention*> FirstMentions() const {
    const TypeSet& types = in_.knowledge.discourse.counted;
    std::vector<const RuleMention*> mentions;
    for (const RuleMention& mention : in_.mentions) {
      if (types.Has(mention.type)) mentions.push_back(&mention);
    }
    if (mentions.size() <= kFewestMembers) return {};
    const auto entity = [](const RuleMention* mention) { return mention->entity; };
    std::ranges::stable_sort(mentions, {}, entity);
    const auto again = std::ranges::unique(mentions, {}, entity);
    mentions.erase(again.begin(), again.end());
    return mentions;
  }

  // Made for the first name that counts others; most texts have none.
  void NoteNames() {
    for (Named& name : names_) name.name = WithoutQuotes(in_.entities.Folded(name.mention->entity));
  }

  // Number, measure word if there is one, and the word: all there is.
  std::optional<Counting> CountingOf(std::string_view name) const {
    const auto numeral = ReadNumeral(name, 0, in_.knowledge.quantities);
    if (!numeral || numeral->approximate || numeral->value > kMostMembers) return std::nullopt;
    std::string_view word = name.substr(numeral->end);
    for (const std::string& measure : in_.knowledge.discourse.measures) {
      if (!word.starts_with(measure) || word.size() == measure.size()) continue;
      word.remove_prefix(measure.size());
      break;
    }
    const std::size_t length = CountCodePoints(word);
    if (length == 0 || length > kLongestWord) return std::nullopt;
    return Counting{static_cast<std::size_t>(numeral->value), std::string(word)};
  }

  // By where the word stands in them; the place with most members counts.
  std::vector<const Named*> MembersOf(const Named& whole, const Counting& counting) const {
    std::map<std::pair<bool, std::size_t>, std::vector<const Named*>> by_place;
    for (const Named& name : names_) {
      if (&name == &whole || name.name.size() <= counting.word.size()) continue;
      const std::size_t at = name.name.find(counting.word);
      if (at == std::string::npos) continue;
      by_place[{false, at}].push_back(&name);
      const std::size_t last = name.name.rfind(counting.word);
      by_place[{true, name.name.size() - last}].push_back(&name);
    }
    std::vector<const Named*> members;
    for (const auto& [place, named] : by_place) {
      if (named.size() <= counting.number && named.size() > members.size()) members = named;
    }
    const std::size_t fewest = std::max(kFewestMembers, (counting.number + 1) / 2);
    return members.size() < fewest ? std::vector<const Named*>() : members;
  }

  Statement PartOf(const RuleMention& member, const RuleMention& whole) const {
    Statement statement;
    statement.subject = member.entity;
    statement.predicate = kPartOf;
    statement.object = whole.entity;
    statement.rule = kCollectiveRule;
    statement.confidence = kConfidence;
    statement.folded = member.folded;
    statement.sentence = member.sentence;
    statement.evidence = {in_.view.Original(member.folded), in_.view.Original(whole.folded)};
    return statement;
  }

  const RuleInput& in_;
  std::vector<Named> names_;  // by entity
};

}  // namespace

std::vector<Statement> FindCollectives(const RuleInput& input) {
  if (input.knowledge.discourse.counted.empty()) return {};
  return Collector(input).Run();
}

}  // namespace zhitu::extract

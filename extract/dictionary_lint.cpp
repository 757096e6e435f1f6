#include "extract/dictionary_lint.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "extract/characters.h"
#include "extract/entity_types.h"
#include "extract/fold.h"
#include "extract/hash.h"
#include "extract/near_names.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMostListed = 3;      // entities in one message
constexpr std::size_t kShortestNear = 6;    // code points of names compared for slips
constexpr std::size_t kMostAlike = 4;       // more that are alike are a series
constexpr std::size_t kOften = 20;          // occurrences of a frequent form
constexpr std::size_t kTimesMore = 10;      // than the entity's other forms have
constexpr std::size_t kEnoughSeen = 10;     // occurrences that tell of words
constexpr std::size_t kShortestSpaced = 3;  // letters of a form in a spaced script

constexpr std::string_view kCollision = "collision";
constexpr std::string_view kSameName = "same-name";
constexpr std::string_view kRepeatedForm = "repeated-form";
constexpr std::string_view kIgnoredForm = "ignored-form";
constexpr std::string_view kShortForm = "short-form";
constexpr std::string_view kCommonForm = "common-form";
constexpr std::string_view kFrequentForm = "frequent-form";
constexpr std::string_view kInsideWords = "inside-words";
constexpr std::string_view kNearName = "near-name";
constexpr std::string_view kEndingVariant = "ending-variant";
constexpr std::string_view kCharacters = "characters";
constexpr std::string_view kSeparator = "separator";

// What nobody sees: formats and bidirectional controls, controls of Latin-1, line separators,
// private use, the replacement character, no-break and ideographic spaces.
bool IsOdd(char32_t c) {
  return (c >= 0x80 && c < 0xA0) || c == 0xA0 || c == 0xAD || c == 0x061C ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0x3000 || (c >= 0xE000 && c <= 0xF8FF) ||
         c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFD) || c >= 0xE0000;
}

std::string CodePointName(char32_t c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string digits;
  for (; c > 0 || digits.size() < 4; c >>= 4U) digits.insert(0, 1, kDigits[c & 0xFU]);
  return "U+" + digits;
}

class Linter {
 public:
  using Row = DictionaryTable::Row;
  using Form = DictionaryTable::Form;

  Linter(const DictionaryTable& table, const std::vector<std::string>& files,
         const LintRules& rules, const SurfaceCounts* counts)
      : table_(table), files_(files), rules_(rules), counts_(counts) {}

  std::vector<Finding> Run() {
    for (std::size_t form = 0; form < table_.forms().size(); ++form) LookAtForm(form);
    LookAtEqualForms();
    LookAtNearNames();
    LookAtEndings();
    if (counts_ != nullptr) {
      for (const Row& row : table_.rows()) LookAtCounts(row);
    }
    SortFindings(files_, findings_);
    return std::move(findings_);
  }

 private:
  bool IsIgnore(const Row& row) const { return table_.types()[row.type] == kIgnore; }
  const Row& RowOf(std::size_t form) const { return table_.rows()[table_.forms()[form].row]; }
  std::string Shown(const DictionaryTable::Text& text) const {
    return '\'' + std::string(table_.View(text)) + '\'';
  }
  std::string Place(const Row& row) const {
    return files_[row.file] + ':' + std::to_string(row.line);
  }
  std::string What(std::size_t form) const {
    return std::string(table_.IsName(form) ? "name " : "alias ") + Shown(table_.forms()[form].text);
  }

  void Tell(std::size_t form, std::string_view code, std::string what) {
    const Row& row = RowOf(form);
    const bool name = table_.IsName(form);
    findings_.push_back({{{files_[row.file], name ? row.line : row.alias_line,
                           name ? row.column : row.alias_column},
                          std::move(what)},
                         code,
                         false});
  }

  // What one form alone shows.
  void LookAtForm(std::size_t number) {
    const Form& form = table_.forms()[number];
    const std::string_view text = table_.View(form.text);
    LookAtCharacters(number, text);
    if (IsIgnore(RowOf(number))) return;
    if (form.hash == 0) {
      Tell(number, kRepeatedForm, What(number) + " has no visible character and never matches");
      return;
    }
    const std::string folded = FoldName(text);
    if (rules_.common.contains(folded)) {
      Tell(number, kCommonForm,
           What(number) +
               " is a common word; expected a form that names this entity alone, or "
               "context words");
    } else if (IsShort(folded, form.folded_size, RowOf(number).exact_case)) {
      Tell(number, kShortForm,
           What(number) + " is very short; expected at least two Han characters or three letters");
    }
  }

  static bool IsShort(std::string_view folded, std::size_t size, bool exact_case) {
    std::size_t at = 0;
    if (!IsSpacedLetter(NextCodePoint(folded, at))) return size < 2;
    return size < kShortestSpaced && !exact_case;
  }

  void LookAtCharacters(std::size_t number, std::string_view text) {
    char32_t last = 0;
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = NextCodePoint(text, at);
      if (IsOdd(c)) {
        Tell(number, kCharacters,
             What(number) + " holds " + CodePointName(c) + "; expected characters that one sees");
        return;
      }
      if (c == U' ' && last == U' ') {
        Tell(number, kCharacters, What(number) + " holds two spaces side by side; expected one");
        return;
      }
      if (!table_.IsName(number) && rules_.separators.find(c) != std::u32string::npos) {
        std::string shown;
        AppendUtf8(c, shown);
        Tell(number, kSeparator,
             What(number) + " holds '" + shown + "'; expected aliases parted by bars (|)");
        return;
      }
      last = c;
    }
  }

  // Forms by folded form, in order of the dictionary.
  void LookAtEqualForms() {
    using Key = std::pair<std::uint64_t, std::uint32_t>;
    std::vector<Key> keys;
    keys.reserve(table_.forms().size());
    for (std::uint32_t i = 0; i < table_.forms().size(); ++i) {
      if (table_.forms()[i].hash != 0) keys.emplace_back(table_.forms()[i].hash, i);
    }
    std::sort(keys.begin(), keys.end());
    std::vector<std::uint32_t> group;
    for (std::size_t begin = 0, end = 0; begin < keys.size(); begin = end) {
      group.clear();
      for (; end < keys.size() && keys[end].first == keys[begin].first; ++end) {
        group.push_back(keys[end].second);
      }
      if (group.size() > 1) LookAtGroup(group);
    }
  }

  // Forms that fold alike: of one row they repeat each other, of several they collide, and one of
  // type ignore takes them all.
  void LookAtGroup(const std::vector<std::uint32_t>& group) {
    std::vector<std::uint32_t> firsts;  // the first form of each row
    const Row* ignore = nullptr;
    for (const std::uint32_t form : group) {
      const Row& row = RowOf(form);
      if (IsIgnore(row)) {
        ignore = &row;
      } else if (!firsts.empty() && &RowOf(firsts.back()) == &row) {
        Tell(form, kRepeatedForm,
             What(form) + " reads like " + What(firsts.back()) +
                 " of the same entity; one is enough");
      } else {
        firsts.push_back(form);
      }
    }
    if (ignore != nullptr) {
      for (const std::uint32_t form : firsts) {
        Tell(form, kIgnoredForm,
             What(form) + " never matches, since " + Place(*ignore) +
                 " ignores it; expected one or the other");
      }
    } else if (firsts.size() > 1) {
      TellCollision(firsts);
    }
  }

  void TellCollision(const std::vector<std::uint32_t>& firsts) {
    const Row& first = RowOf(firsts[0]);
    const Row& second = RowOf(firsts[1]);
    const bool same = table_.IsName(firsts[0]) && table_.IsName(firsts[1]) &&
                      first.type == second.type && MayBeOne(first, second);
    std::string list;
    for (std::size_t i = 0; i < std::min(firsts.size(), kMostListed); ++i) {
      const Row& row = RowOf(firsts[i]);
      list += (i == 0 ? " " : ", ") + Shown(row.id) + " (" + Place(row) + ')';
    }
    if (firsts.size() > kMostListed) {
      list += " and " + std::to_string(firsts.size() - kMostListed) + " more";
    }
    const std::string what = Shown(table_.forms()[firsts[0]].text) + " names " +
                             std::to_string(firsts.size()) + " entities:" + list;
    if (same) {
      Tell(firsts[0], kSameName, what + "; expected one, or parents that tell them apart");
    } else {
      Tell(firsts[0], kCollision, what + "; a text decides by parents and context words only");
    }
  }

  // Rows of one larger unit, or of which one does not say.
  bool MayBeOne(const Row& a, const Row& b) const {
    return a.parent.size == 0 || b.parent.size == 0 ||
           table_.View(a.parent) == table_.View(b.parent);
  }

  // True where the only characters that differ make a series.
  bool AreSeries(std::string_view a, std::string_view b) const {
    std::u32string first;
    std::u32string second;
    for (std::size_t at = 0; at < a.size();) first += NextCodePoint(a, at);
    for (std::size_t at = 0; at < b.size();) second += NextCodePoint(b, at);
    const auto [x, y] = std::mismatch(first.begin(), first.end(), second.begin(), second.end());
    const bool in_first = x == first.end() || rules_.InSeries(*x);
    const bool in_second = y == second.end() || rules_.InSeries(*y);
    return in_first && in_second;
  }

  void LookAtNearNames() {
    std::vector<std::string> names;
    std::vector<std::uint32_t> rows;
    for (std::uint32_t i = 0; i < table_.rows().size(); ++i) {
      const Row& row = table_.rows()[i];
      if (IsIgnore(row) || table_.forms()[row.first_form].folded_size < kShortestNear) continue;
      names.push_back(FoldName(table_.View(row.name)));
      rows.push_back(i);
    }
    for (const auto& [a, b] : FindNearPairs(names, kShortestNear, kMostAlike)) {
      const Row& first = table_.rows()[rows[a]];
      const Row& second = table_.rows()[rows[b]];
      if (first.type != second.type || !MayBeOne(first, second)) continue;
      if (AreSeries(names[a], names[b])) continue;
      Tell(second.first_form, kNearName,
           What(second.first_form) + " is one character away from " + Shown(first.name) + " (" +
               Place(first) + "); a slip?");
    }
  }

  // The list of endings that a name has one of, and what stands before it; the longest counts.
  std::pair<std::size_t, std::string_view> StemOf(std::string_view name) const {
    std::size_t list = rules_.endings.size();
    std::size_t longest = 0;
    for (std::size_t i = 0; i < rules_.endings.size(); ++i) {
      for (const std::string& ending : rules_.endings[i]) {
        if (ending.size() <= longest || ending.size() >= name.size() || !name.ends_with(ending)) {
          continue;
        }
        list = i;
        longest = ending.size();
      }
    }
    name.remove_suffix(longest);
    while (name.ends_with(' ') || name.ends_with(',')) name.remove_suffix(1);
    return {list, name};
  }

  void LookAtEndings() {
    std::vector<std::tuple<std::uint64_t, std::uint32_t>> keys;
    for (std::uint32_t i = 0; i < table_.rows().size(); ++i) {
      const Row& row = table_.rows()[i];
      const auto [list, stem] = StemOf(table_.View(row.name));
      if (IsIgnore(row) || list == rules_.endings.size()) continue;
      keys.emplace_back(
          Hash64(FoldName(stem) + '\n' + std::to_string(list) + '\n' + std::to_string(row.type) +
                 '\n' + std::string(table_.View(row.parent))),
          i);
    }
    std::sort(keys.begin(), keys.end());
    for (std::size_t i = 1; i < keys.size(); ++i) {
      if (std::get<0>(keys[i]) != std::get<0>(keys[i - 1])) continue;
      const Row& first = table_.rows()[std::get<1>(keys[i - 1])];
      const Row& second = table_.rows()[std::get<1>(keys[i])];
      if (table_.forms()[first.first_form].hash == table_.forms()[second.first_form].hash) continue;
      Tell(second.first_form, kEndingVariant,
           What(second.first_form) + " and " + Shown(first.name) + " (" + Place(first) +
               ") differ in their endings only; expected one entity with an alias");
    }
  }

  void LookAtCounts(const Row& row) {
    if (IsIgnore(row)) return;
    std::size_t all = 0;
    for (std::uint32_t i = 0; i < row.forms; ++i) all += CountOf(row.first_form + i).found;
    for (std::uint32_t i = 0; i < row.forms; ++i) {
      const std::size_t form = row.first_form + i;
      const SurfaceCounts::Count count = CountOf(form);
      const std::size_t others = all - count.found;
      if (row.forms > 1 && count.found >= kOften && count.found >= kTimesMore * others) {
        Tell(form, kFrequentForm,
             What(form) + " stands " + std::to_string(count.found) +
                 " times in the corpus, the other forms of the entity " + std::to_string(others) +
                 " times; a word of its own?");
      }
      if (count.looked_at >= kEnoughSeen && count.inside * 2 >= count.looked_at) {
        Tell(form, kInsideWords,
             What(form) + " is cut out of longer words " + std::to_string(count.inside) + " of " +
                 std::to_string(count.looked_at) +
                 " times; expected boundary word, or a longer form");
      }
    }
  }

  SurfaceCounts::Count CountOf(std::size_t form) const {
    return counts_->Of(table_.forms()[form].hash);
  }

  const DictionaryTable& table_;
  const std::vector<std::string>& files_;
  const LintRules& rules_;
  const SurfaceCounts* counts_;
  std::vector<Finding> findings_;
};

}  // namespace

const std::vector<LintCode>& LintCodes() {
  static const std::vector<LintCode> codes = {
      {"fault", "what a dictionary may not hold: it is refused (error)"},
      {"type", "a type that is none of the known ones"},
      {kCollision, "one form of several entities"},
      {kSameName, "two entities of one type and name that no parent tells apart"},
      {kRepeatedForm, "a form that the entity has already, or that is invisible"},
      {kIgnoredForm, "a form that a row of type ignore suppresses"},
      {kShortForm, "one Han character, or one or two letters without case exact"},
      {kCommonForm, "a word of every text (lists/lint.yaml)"},
      {kFrequentForm, "--corpus: far more frequent than all other forms of its entity"},
      {kInsideWords, "--corpus: found inside longer words half of the time or more"},
      {kNearName, "a long name one character away from another of its type"},
      {kEndingVariant, "names of one type that differ in their endings only"},
      {kCharacters, "invisible, bidirectional or private characters, double spaces"},
      {kSeparator, "several names in one alias, parted by something else than bars"},
  };
  return codes;
}

void SortFindings(const std::vector<std::string>& files, std::vector<Finding>& findings) {
  std::unordered_map<std::string_view, std::size_t> order;
  for (std::size_t i = 0; i < files.size(); ++i) order.emplace(files[i], i);
  const auto key = [&](const Finding& finding) {
    const SourcePosition& where = finding.problem.where;
    const auto file = order.find(where.file);
    return std::tuple(file == order.end() ? files.size() : file->second, where.line, where.column,
                      finding.code, std::string_view(finding.problem.what));
  };
  std::sort(findings.begin(), findings.end(),
            [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
}

std::vector<Finding> LintNames(const DictionaryTable& table, const std::vector<std::string>& files,
                               const LintRules& rules, const SurfaceCounts* counts) {
  return Linter(table, files, rules, counts).Run();
}

}  // namespace zhitu::extract

#include "extract/division_forms.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "extract/embedded.h"
#include "extract/error.h"
#include "extract/utf8.h"
#include "extract/yaml.h"

namespace zhitu::extract {
namespace {

constexpr std::string_view kFile = "china-division.yaml";
const std::vector<std::string> kKeys = {"levels", "groups", "forms",  "common",
                                        "stems",  "tails",  "peoples"};
const std::vector<std::string> kLevelKeys = {"digits", "least", "word", "words"};
const std::vector<std::string> kFormKeys = {"short", "name", "organ", "least", "peoples"};

constexpr std::size_t kLeastForm = 2;  // characters of a short form

void SortByLength(std::vector<std::string>& texts) {
  std::stable_sort(texts.begin(), texts.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
}

// The file, whose parts may refer to each other in its order.
class FormsReader {
 public:
  explicit FormsReader(YamlFile& file) : file_(file) {}

  std::size_t Count(const YAML::Node& node, const std::string& what) {
    const std::string text = file_.Text(node, what).value_or("");
    std::size_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || end != text.data() + text.size()) {
      file_.Report(node, what + " is no whole number; expected one");
    }
    return count;
  }

  // A list of lists of words.
  std::unordered_set<std::string> ReadWords(const YAML::Node& node, const std::string& what) {
    std::unordered_set<std::string> words;
    for (const YAML::Node& line : node) {
      for (std::string& word : file_.Texts(line, what)) words.insert(std::move(word));
    }
    return words;
  }

  DivisionLevel ReadLevel(const std::string& tag, const YAML::Node& node) {
    DivisionLevel level;
    level.tag = tag;
    file_.ForEach(node, tag, kLevelKeys, [&](const std::string& key, const YAML::Node& value) {
      if (key == "words") {
        level.words = file_.Bool(value, key);
        return;
      }
      const std::size_t count = Count(value, key);
      (key == "digits" ? level.digits : key == "least" ? level.least : level.word) = count;
    });
    return level;
  }

  DivisionLevel::Form ReadForm(const std::string& ending, const YAML::Node& node) {
    DivisionLevel::Form form;
    form.ending = ending;
    file_.ForEach(node, ending, kFormKeys, [&](const std::string& key, const YAML::Node& value) {
      if (key == "short") {
        form.shorts = file_.Texts(value, key);
      } else if (key == "name") {
        form.name = file_.Text(value, key).value_or("");
        form.renamed = true;
      } else if (key == "organ") {
        form.organ = file_.Texts(value, key);
      } else if (key == "peoples") {
        form.peoples = file_.Bool(value, key);
      } else {
        form.least = Count(value, key);
      }
    });
    return form;
  }

  void ReadForms(const YAML::Node& node, DivisionLevel& level) {
    file_.ForEach(node, level.tag, {}, [&](const std::string& ending, const YAML::Node& form) {
      level.forms.push_back(ReadForm(ending, form));
    });
    std::stable_sort(level.forms.begin(), level.forms.end(), [](const auto& a, const auto& b) {
      return a.ending.size() > b.ending.size();
    });
  }

 private:
  YamlFile& file_;
};

}  // namespace

DivisionForms::DivisionForms() {
  std::vector<Problem> problems;
  YamlFile file(std::string(kFile), EmbeddedList(kFile), problems);
  FormsReader reader(file);
  file.ParseKnown([&](const YAML::Node& top) {
    file.ForEach(top, "file", kKeys, [&](const std::string& key, const YAML::Node& node) {
      if (key == "groups") {
        for (std::string& name : file.Texts(node, key)) groups_.insert(std::move(name));
      } else if (key == "peoples") {
        peoples_ = file.Texts(node, key);
      } else if (key == "common") {
        common_ = reader.ReadWords(node, key);
      } else if (key == "stems") {
        stems_ = reader.ReadWords(node, key);
      } else if (key == "tails") {
        tails_ = reader.ReadWords(node, key);
      } else if (key == "levels") {
        file.ForEach(node, key, {}, [&](const std::string& tag, const YAML::Node& level) {
          levels_.push_back(reader.ReadLevel(tag, level));
        });
      } else {
        for (DivisionLevel& level : levels_) reader.ReadForms(node[level.tag], level);
      }
    });
  });
  if (!problems.empty()) throw InputError(std::move(problems));
  SortByLength(peoples_);
}

std::string_view DivisionForms::WithoutPeoples(std::string_view stem) const {
  for (bool found = true; found;) {
    found = false;
    for (const std::string& people : peoples_) {
      if (stem.size() <= people.size() || !stem.ends_with(people)) continue;
      stem.remove_suffix(people.size());
      found = true;
      break;
    }
  }
  return stem;
}

bool DivisionForms::IsTailed(const std::string& form) const {
  std::size_t rest = 0;
  NextCodePoint(form, rest);
  return tails_.contains(form.substr(rest));
}

bool DivisionForms::IsSafe(const std::string& form, std::size_t least) const {
  return CountCodePoints(form) >= least && !common_.contains(form);
}

bool DivisionForms::NamesOne(const DivisionLevel& level, const std::string& name,
                             const std::string& stem) const {
  if (!IsSafe(name, level.least)) return false;
  return !level.words || !(stems_.contains(stem) || IsTailed(name));
}

void DivisionForms::AddShortForms(const DivisionLevel::Form& form, const std::string& stem,
                                  std::vector<std::string>& aliases) const {
  const std::string_view bare = form.peoples ? WithoutPeoples(stem) : std::string_view(stem);
  if (CountCodePoints(bare) < form.least) return;
  if (std::find(peoples_.begin(), peoples_.end(), bare) != peoples_.end()) return;
  for (const std::string& text : form.shorts) {
    std::string alias = std::string(bare) + text;
    if (alias == stem + form.ending) continue;
    if (IsSafe(alias, kLeastForm)) aliases.push_back(std::move(alias));
  }
}

DivisionNames DivisionForms::NamesOf(const DivisionLevel& level, const std::string& official,
                                     const std::string& larger) const {
  const auto form = std::find_if(level.forms.begin(), level.forms.end(), [&](const auto& each) {
    return official.size() > each.ending.size() && official.ends_with(each.ending);
  });
  DivisionNames names;
  names.name = official;
  std::string stem = official;
  if (form != level.forms.end()) {
    stem.resize(official.size() - form->ending.size());
    AddShortForms(*form, stem, names.aliases);
    if (form->renamed) names.name = stem + form->name;
  }
  const bool safe = NamesOne(level, names.name, stem) && !common_.contains(official);
  if (!safe) {
    names.name = larger + official;
  } else if (names.name != official) {
    names.aliases.push_back(official);
  }
  if (safe && form != level.forms.end()) {
    for (const std::string& text : form->organ) names.organ.push_back(stem + text);
  }
  names.whole_word =
      level.word > 0 && (CountCodePoints(names.name) <= level.word || IsTailed(names.name));
  return names;
}

}  // namespace zhitu::extract

#include "extract/word_set.h"

#include <yaml-cpp/yaml.h>

#include "extract/fold.h"

namespace zhitu::extract {

void WordSetReader::ReadWords(YamlFile& file, const YAML::Node& list, const std::string& what,
                              WordSet& words) {
  const std::uint32_t own = OwnList(words);
  file.ForEachText(list, what, [&](const std::string& text, const YAML::Node& node) {
    if (text.size() > 2 && text.front() == '<' && text.back() == '>') {
      const std::string name = text.substr(1, text.size() - 2);
      if (IsPatternName(name)) uses_.push_back({own, name});
      steps_.emplace_back([&file, node, name](const PatternNames& names) {
        if (!names.lexicons->Find(name) || !IsPatternName(name))
          file.Report(node, UnknownLexicon(name, *names.lexicons));
      });
      return;
    }
    const std::string folded = FoldName(text);
    if (folded.empty()) {
      file.Report(node, "word is empty; expected visible characters");
    } else {
      table_.Add(own, folded);
    }
  });
}

void WordSetReader::AddWords(const std::vector<std::string>& folded, WordSet& words) {
  const std::uint32_t own = OwnList(words);
  for (const std::string& word : folded) table_.Add(own, word);
}

// The lexicon of a set, with a name that patterns cannot spell and no file can give. One holds all
// its words, those of other lexicons too, since searches ask for each lexicon of a set.
std::uint32_t WordSetReader::OwnList(WordSet& words) {
  const auto [list, fresh] = lists_.try_emplace(&words);
  if (!fresh) return list->second;
  list->second = table_.Number("list " + std::to_string(lists_.size()));
  words.push_back(list->second);
  return list->second;
}

void WordSetReader::ReadTypes(YamlFile& file, const YAML::Node& list, const std::string& what,
                              TypeSet& types) {
  file.ForEachText(list, what, [&](const std::string& name, const YAML::Node& node) {
    steps_.emplace_back([this, &file, node, name, &types](const PatternNames& names) {
      const std::string fault = AddTypes(name, names, types_[&types]);
      if (!fault.empty()) file.Report(node, fault);
    });
  });
}

void WordSetReader::AddNamed() {
  for (const Use& use : uses_) table_.AddWordsOf(use.lexicon, use.list);
}

void WordSetReader::Finish(const PatternNames& names) {
  for (const auto& step : steps_) step(names);
  for (auto& [set, types] : types_) *set = std::move(types);
  steps_.clear();
  types_.clear();
}

}  // namespace zhitu::extract

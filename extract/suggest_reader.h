#pragma once

#include <deque>
#include <map>
#include <string>

#include "extract/suggest_rules.h"
#include "extract/word_set.h"
#include "extract/yaml.h"

namespace zhitu::extract {

/// Reads the section `suggest` of a preset (docs/suggest.md). What several files say adds up.
class SuggestReader {
 public:
  /// @param lists  must live as long.
  explicit SuggestReader(WordSetReader& lists) : lists_(lists) {}

  /// Reads a section; faults are told to the file, which must live as long.
  void Read(YamlFile& file, const YAML::Node& section);
  /// What was read, once `lists` is finished. Done once.
  /// @param lexicons  of the words.
  SuggestRules Take(const Lexicons& lexicons);

 private:
  void ReadHead(YamlFile& file, const YAML::Node& map);
  void ReadHeadKey(YamlFile& file, const std::string& key, const YAML::Node& value,
                   SuggestHead& head);
  void ReadCapitals(YamlFile& file, const YAML::Node& map);
  void ReadTyped(YamlFile& file, const std::string& what, const YAML::Node& map,
                 std::deque<TypedWords>& typed);

  WordSetReader& lists_;
  SuggestRules rules_;
  // Keep their places until the lists are finished.
  std::deque<SuggestHead> heads_;
  std::map<std::string, std::deque<TypedWords>> typed_;
};

}  // namespace zhitu::extract

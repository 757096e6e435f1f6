#pragma once

#include <deque>
#include <string>

#include "extract/reference_rules.h"
#include "extract/word_set.h"
#include "extract/yaml.h"

namespace zhitu::extract {

/// Reads the `references` sections of preset files (format: docs/language.md). Heads, organs and
/// words of several files add up.
class ReferenceReader {
 public:
  /// @param lists  reads the lists of words and types; must live as long.
  explicit ReferenceReader(WordSetReader& lists) : lists_(lists) {}
  ReferenceReader(const ReferenceReader&) = delete;             ///< Not copied: lists keep places.
  ReferenceReader& operator=(const ReferenceReader&) = delete;  ///< Not copied.

  /// Reads one section. @param file  must live until the lists are finished.
  void Read(YamlFile& file, const YAML::Node& section);
  /// What was read, when the lists are finished. Done once.
  ReferenceRules Take();

 private:
  void ReadHeads(YamlFile& file, const YAML::Node& list);
  void ReadHead(YamlFile& file, const YAML::Node& node);
  void NoteOwnWords(YamlFile& file, const YAML::Node& words);
  void ReadHeadKey(YamlFile& file, const std::string& key, const YAML::Node& value,
                   ReferenceHead& head);
  void ReadEndings(YamlFile& file, const YAML::Node& list, ReferenceHead& head);
  void ReadOrgans(YamlFile& file, const YAML::Node& list);
  void ReadOrgan(YamlFile& file, const YAML::Node& node);

  WordSetReader& lists_;
  ReferenceRules rules_;
  // A word that names end with that it may stand for.
  struct OwnWord {
    std::size_t head = 0;  // index in `heads_`
    std::string word;
    WordSet words;
  };

  std::deque<ReferenceHead> heads_;    // keep their places
  std::deque<OwnWord> own_words_;      // likewise, by head
  std::deque<ReferenceOrgan> organs_;  // likewise
};

}  // namespace zhitu::extract

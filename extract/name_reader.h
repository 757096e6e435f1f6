#pragma once

#include <deque>
#include <string>

#include "extract/name_rules.h"
#include "extract/word_set.h"
#include "extract/yaml.h"

namespace zhitu::extract {

/// Reads the section `names` of preset files (format: docs/language.md). What several files say
/// adds up.
class NameReader {
 public:
  /// @param lists  reads the lists of words and types; must live as long.
  explicit NameReader(WordSetReader& lists) : lists_(lists) {}
  NameReader(const NameReader&) = delete;             ///< Not copied: lists keep places.
  NameReader& operator=(const NameReader&) = delete;  ///< Not copied.

  /// Reads a section. @param file  must live until the lists are finished.
  void Read(YamlFile& file, const YAML::Node& section);
  /// What was read, without `starts`. Done once, when the lists are finished.
  NameRules Take();

 private:
  void ReadExtension(YamlFile& file, const YAML::Node& map);
  void ReadHead(YamlFile& file, const YAML::Node& map);
  void ReadPersons(YamlFile& file, const YAML::Node& map);
  std::string ReadType(YamlFile& file, const YAML::Node& node);

  WordSetReader& lists_;
  std::deque<NameExtension> extensions_;  // keep their places
  std::deque<NameHead> heads_;
  NameRules rules_;
};

}  // namespace zhitu::extract

#pragma once

#include <memory>
#include <vector>

#include "extract/error.h"
#include "extract/lexicons.h"
#include "extract/pattern.h"
#include "extract/reference_rules.h"
#include "extract/yaml.h"

namespace zhitu::extract {

/// Reads the `references` sections of preset files (format: docs/rules.md). Heads, organs and words
/// of several files add up.
class ReferenceReader {
 public:
  /// @param table     gets the words. @param problems  gets every fault. Both must live as long.
  ReferenceReader(LexiconTable& table, std::vector<Problem>& problems);
  ~ReferenceReader();
  ReferenceReader(const ReferenceReader&) = delete;             ///< Not copied.
  ReferenceReader& operator=(const ReferenceReader&) = delete;  ///< Not copied.

  /// Reads one section. @param file  must live until `Compile`.
  void Read(YamlFile& file, const YAML::Node& section);
  /// What was read, when the lexicons and groups of all files are known. Done once.
  ReferenceRules Compile(const PatternNames& names);

 private:
  struct Pending;
  WordSet* WordsOf(const std::string& key);
  void ReadWords(YamlFile& file, const YAML::Node& value, const std::string& what, WordSet& words);
  void ReadHeads(YamlFile& file, const YAML::Node& list);
  void ReadHead(YamlFile& file, const YAML::Node& node);
  void ReadHeadKey(YamlFile& file, const std::string& key, const YAML::Node& value,
                   ReferenceHead& head);
  void ReadOrgans(YamlFile& file, const YAML::Node& list);
  void ReadOrgan(YamlFile& file, const YAML::Node& node);

  LexiconTable& table_;
  std::vector<Problem>& problems_;
  ReferenceRules rules_;
  std::unique_ptr<Pending> pending_;
};

}  // namespace zhitu::extract

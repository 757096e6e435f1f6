#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "extract/error.h"
#include "extract/pattern.h"
#include "extract/rule.h"
#include "extract/yaml.h"

namespace zhitu::extract {

/// Reads the `rules` sections of rule files (format: docs/rules.md). Patterns are compiled at the
/// end, when the lexicons and groups of all files are known.
class RuleReader {
 public:
  /// @param problems  gets every fault; must live as long.
  explicit RuleReader(std::vector<Problem>& problems);
  ~RuleReader();
  RuleReader(const RuleReader&) = delete;             ///< Not copied: it holds parts of files.
  RuleReader& operator=(const RuleReader&) = delete;  ///< Not copied.

  /// Reads one section. A rule takes the place of one with the same id in an earlier file.
  /// @param file  must live until `Compile`.
  void Read(YamlFile& file, const YAML::Node& section);
  /// The rules without fault, in order. Done once.
  std::vector<Rule> Compile(const PatternNames& names);

 private:
  struct Draft;
  bool ReadRule(Draft& draft);
  void ReadKey(const std::string& key, Draft& draft);
  void ReadConfidence(Draft& draft);
  void ReadModality(Draft& draft);
  void ReadNames(Draft& draft);
  void ReadZones(Draft& draft);
  void ReadExamples(const std::string& key, Draft& draft);
  void CheckComplete(const Draft& draft);
  void CheckReserved(const Draft& draft);
  void CompileDraft(Draft& draft, const PatternNames& names);
  void CheckPredicate(const Draft& draft, const PatternNames& names);
  void CheckRoles(const Draft& draft);
  void CheckWithout(const Draft& draft, const PatternNames& names);

  std::vector<Problem>* problems_;
  std::vector<std::unique_ptr<Draft>> drafts_;
  std::map<std::string, std::size_t> numbers_;  // of the drafts, by id
};

}  // namespace zhitu::extract

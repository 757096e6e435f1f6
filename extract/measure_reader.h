#pragma once

#include "extract/measure_rules.h"
#include "extract/word_set.h"
#include "extract/yaml.h"

namespace zhitu::extract {

/// Reads the sections `quantities` and `times` of preset files (format: docs/language.md). What
/// several files say adds up.
class MeasureReader {
 public:
  /// @param lists  reads the lists of words; must live as long.
  explicit MeasureReader(WordSetReader& lists) : lists_(lists) {}
  MeasureReader(const MeasureReader&) = delete;             ///< Not copied: lists keep places.
  MeasureReader& operator=(const MeasureReader&) = delete;  ///< Not copied.

  /// Reads a section `quantities`. @param file  must live until the lists are finished.
  void ReadQuantities(YamlFile& file, const YAML::Node& section);
  /// Reads a section `times`. @param file  likewise.
  void ReadTimes(YamlFile& file, const YAML::Node& section);
  /// What was read of quantities. Done once, when the lists are finished.
  QuantityRules TakeQuantities();
  /// What was read of times. Done once, when the lists are finished.
  TimeRules TakeTimes();

 private:
  using Worths = std::vector<CharacterValues::Entry>;
  void ReadWorths(YamlFile& file, const std::string& what, const YAML::Node& map, Worths& worths);
  void ReadTimeWords(YamlFile& file, const YAML::Node& map);

  WordSetReader& lists_;
  QuantityRules quantities_;
  Worths digits_;
  Worths scales_;
  TimeRules times_;
};

}  // namespace zhitu::extract

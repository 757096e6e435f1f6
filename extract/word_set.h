#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/error.h"
#include "extract/lexicons.h"
#include "extract/pattern.h"
#include "extract/type_set.h"
#include "extract/yaml.h"

namespace zhitu::extract {

/// The numbers of some lexicons, sorted: a set of words.
using WordSet = std::vector<std::uint32_t>;

/// Reads the lists of words and types that sections of a preset hold. Names of lexicons (in angle
/// brackets) and of groups are looked up at the end, when those of all files are known.
class WordSetReader {
 public:
  /// @param table     gets the words. Must live as long.
  explicit WordSetReader(LexiconTable& table) : table_(table) {}

  /// Reads a list of words, and of lexicons in angle brackets: `[<launch>, 打通]`; they are added
  /// to `words`, which becomes a set of one lexicon. `file` and `words` must keep their places
  /// until `Finish`.
  void ReadWords(YamlFile& file, const YAML::Node& list, const std::string& what, WordSet& words);
  /// Adds folded words that were read otherwise. `words` likewise.
  void AddWords(const std::vector<std::string>& folded, WordSet& words);
  /// Reads a list of types and groups in the same way.
  void ReadTypes(YamlFile& file, const YAML::Node& list, const std::string& what, TypeSet& types);
  /// One more than the greatest number of a lexicon.
  std::size_t size() const { return table_.size(); }
  /// Adds the words of the lexicons that were read by name to the sets. Done once, when the table
  /// has all lexicons.
  void AddNamed();
  /// Looks up what was read by name and tells the faults. Done once.
  void Finish(const PatternNames& names);

 private:
  struct Use {
    std::uint32_t list;
    std::string lexicon;
  };
  std::uint32_t OwnList(WordSet& words);

  LexiconTable& table_;
  std::unordered_map<WordSet*, std::uint32_t> lists_;            // the lexicon of each set
  std::vector<Use> uses_;                                        // of lexicons in sets
  std::vector<std::function<void(const PatternNames&)>> steps_;  // look-ups by name
  std::map<TypeSet*, std::vector<std::string>> types_;           // of the lists of types
};

}  // namespace zhitu::extract

#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/error.h"

namespace YAML {  // NOLINT(readability-identifier-naming): the library's own name
class Node;
struct Mark;
}  // namespace YAML

namespace zhitu::extract {

/// One file of YAML being read: tells faults by line and column and reads values of the few shapes
/// that presets use. What aliases repeat is bounded by the size of the file.
class YamlFile {
 public:
  /// Called with a key of a map and its value.
  using VisitEntry = std::function<void(const std::string& key, const YAML::Node& value)>;
  /// Called with an item of a list and its node.
  using VisitItem = std::function<void(const std::string& text, const YAML::Node& node)>;

  /// @param problems  gets every fault; must live as long.
  YamlFile(std::string name, std::string_view text, std::vector<Problem>& problems);

  /// The file's name, as it stands in faults.
  const std::string& name() const noexcept { return name_; }
  /// Calls `visit` with the top node if the file is one YAML document with a map at the top (an
  /// empty file has none).
  void Parse(const std::function<void(const YAML::Node&)>& visit);
  /// The same for a file that comes with the program and is known to be so, in half the time.
  void ParseKnown(const std::function<void(const YAML::Node&)>& visit);
  /// Calls `visit` for each entry of a map with text keys, in order. A key that stands twice is a
  /// fault, and one that is not among `known`; where that is empty every key is known. Null is a
  /// map without entries.
  void ForEach(const YAML::Node& map, const std::string& what,
               const std::vector<std::string>& known, const VisitEntry& visit);
  /// A text (or number) value; nothing and a fault for other shapes.
  std::optional<std::string> Text(const YAML::Node& node, const std::string& what);
  /// `true` or `false`; false and a fault for all else.
  bool Bool(const YAML::Node& node, const std::string& what);
  /// Calls `visit` for each item of a list of texts; one text is a list of one, null is empty.
  void ForEachText(const YAML::Node& node, const std::string& what, const VisitItem& visit);
  /// The items of a list of texts, as above.
  std::vector<std::string> Texts(const YAML::Node& node, const std::string& what);
  /// Tells a fault at a node, `offset` bytes into its text.
  void Report(const YAML::Node& node, const std::string& what, std::size_t offset = 0);
  /// A place in the file, in code points. Exact for texts on one line without `\x` and `\u`.
  SourcePosition PlaceOf(const YAML::Node& node, std::size_t offset = 0) const;

 private:
  bool HoldsControlCharacter();
  bool Spend(const std::string& text, const YAML::Node& node);
  void ReportUnknown(const YAML::Node& key, const std::vector<std::string>& known);
  SourcePosition Place(std::size_t line, std::size_t byte_column) const;
  SourcePosition Place(const YAML::Mark& mark) const;
  SourcePosition PlaceBefore(std::size_t line, std::size_t column) const;

  std::string name_;
  std::vector<std::string> lines_;
  std::string text_;
  std::size_t spent_ = 0;  // bytes of values that were visited
  std::vector<Problem>* problems_;
};

}  // namespace zhitu::extract

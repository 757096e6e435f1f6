#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/error.h"

namespace YAML {  // NOLINT(readability-identifier-naming): the library's own name
class Node;
}

namespace zhitu::extract {

/// One file of YAML being read: tells faults by line and column and reads values of the few shapes
/// that presets use.
class YamlFile {
 public:
  /// @param problems  gets every fault; must live as long.
  YamlFile(std::string name, std::string_view text, std::vector<Problem>& problems);

  /// Calls `visit` with the top node if the file is YAML with a map at the top (an empty file has
  /// none).
  void Parse(const std::function<void(const YAML::Node&)>& visit);
  /// Calls `visit(key, value)` for each entry of a map with text keys; a key that stands twice is a
  /// fault.
  void ForEach(const YAML::Node& map, const std::string& what,
               const std::function<void(const std::string&, const YAML::Node&)>& visit);
  /// A text (or number) value; the empty string and a fault for other shapes.
  std::string Text(const YAML::Node& node, const std::string& what);
  /// A list of texts, or one text.
  std::vector<std::string> Texts(const YAML::Node& node, const std::string& what);
  /// Tells a fault at a node, `offset` bytes into its text.
  void Report(const YAML::Node& node, const std::string& what, std::size_t offset = 0);
  /// Tells that the key `ForEach` gave last is unknown, with the closest known one.
  void ReportKey(const std::string& key, const std::vector<std::string>& known);
  /// A place in the file, in code points.
  SourcePosition PlaceOf(const YAML::Node& node, std::size_t offset = 0) const;

 private:
  SourcePosition Place(std::size_t line, std::size_t byte_column) const;

  std::string name_;
  SourcePosition key_place_;  // of the key `ForEach` gave last
  std::vector<std::string> lines_;
  std::string text_;
  std::vector<Problem>* problems_;
};

}  // namespace zhitu::extract

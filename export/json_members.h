#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/columns.h"
#include "export/text_buffer.h"

namespace zhitu::xport {

/// What stands before the value of a JSON member that is not the first of its object: `,"name":`.
std::string JsonOpening(std::string_view name);
/// The same for the names of columns, in their order.
std::vector<Piece> JsonOpenings(std::span<const Column> columns);

/// Writes values as members of a JSON object whose first member stands already. What a node or edge
/// does not have is left out. Takes what `NodeColumns::Give` and `GiveEdge` give.
class JsonMembers {
 public:
  /// @param keys  what opens the value of each column; not owned, as the buffer.
  JsonMembers(TextBuffer& out, const std::vector<Piece>& keys) : out_(out), keys_(keys) {}

  /// Nothing of a column.
  void None(std::size_t /*column*/) {}
  /// A text of a column.
  void Text(std::size_t column, std::string_view value) { Text(keys_[column], value); }
  /// A whole number of a column.
  void Integer(std::size_t column, std::int64_t value) { Integer(keys_[column], value); }
  /// A number of a column.
  void Number(std::size_t column, double value) { Number(keys_[column], value); }
  /// A number of a column that is spelled as JSON has it.
  void Literal(std::size_t column, std::string_view value) {
    out_.Append(keys_[column]);
    out_.Append(value);
  }
  /// A truth value of a column.
  void Boolean(std::size_t column, bool value) { Boolean(keys_[column], value); }

  /// A text behind its opening.
  void Text(const Piece& key, std::string_view value);
  /// A whole number behind its opening.
  void Integer(const Piece& key, std::int64_t value);
  /// A number behind its opening.
  void Number(const Piece& key, double value);
  /// A weight (`AppendWeight`) behind its opening.
  void Weight(const Piece& key, double value);
  /// A truth value behind its opening.
  void Boolean(const Piece& key, bool value);

 private:
  TextBuffer& out_;
  const std::vector<Piece>& keys_;
};

/// Puts the items of a JSON array or object on lines of their own, with commas between them.
class JsonLines {
 public:
  /// Starts a line for the next item.
  void Next(TextBuffer& out) {
    out.Append(first_ ? "\n" : ",\n");
    first_ = false;
  }
  /// The next item is the first of another array.
  void Restart() { first_ = true; }

 private:
  bool first_ = true;
};

/// A name that means more than a member to JavaScript; attributes must not have it.
inline constexpr std::string_view kScriptName = "__proto__";

}  // namespace zhitu::xport

#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/error.h"

namespace zhitu::extract {

/// What a JSON value is. A whole number from 0 to 2^64-1 is `kUnsigned`, any other `kNumber`.
enum class JsonKind : std::uint8_t { kNull, kBool, kUnsigned, kNumber, kString, kArray, kObject };

/// The kind in words for messages: `null`, `a whole number`, `an array`.
std::string_view JsonKindName(JsonKind kind);

class JsonTree;

/// One value of a tree; cheap to copy. The tree must live as long and stay where it is.
class JsonValue {
 public:
  /// What the value is.
  JsonKind kind() const;
  /// The value of a `kBool`.
  bool boolean() const;
  /// The value of a `kUnsigned`.
  std::uint64_t number() const;
  /// The value of a `kString`, valid UTF-8; it may hold any character, U+0000 too. The tree owns
  /// it.
  std::string_view string() const;
  /// The elements of a `kArray`, in order. O(number of elements).
  std::vector<JsonValue> Items() const;
  /// The member of a `kObject` with this name, the first where it stands twice. O(number of
  /// members).
  std::optional<JsonValue> Find(std::string_view key) const;

  /// The members of a `kObject` in order: name, value. O(number of members).
  std::vector<std::pair<std::string_view, JsonValue>> Members() const;

  /// The line and column at which the value begins.
  SourcePosition where() const;
  /// A fault of this value, for the caller to throw.
  InputError Error(std::string what) const;

 private:
  friend class JsonTree;
  JsonValue(const JsonTree* tree, std::uint32_t node) : tree_(tree), node_(node) {}

  const JsonTree* tree_;
  std::uint32_t node_;
};

/// One JSON text (RFC 8259), read whole, that knows the column of each of its values, so that a
/// fault of the content is told at its place. Immutable, so threads may share it.
class JsonTree {
 public:
  /// Arrays and objects may be nested so deep.
  static constexpr std::size_t kMaxDepth = 64;
  /// Names and values that one text may hold.
  static constexpr std::size_t kMaxValues = std::size_t{1} << 23U;

  /// Reads one line of JSON Lines. O(n) time; keeps the text twice and 24 bytes a value.
  ///
  /// @param line   UTF-8 without byte order mark; it is kept.
  /// @param where  file and line, for messages.
  /// @throws InputError  at the first place that is not JSON, not UTF-8 or nested too deep.
  /// @throws LimitError  if it holds more than `kMaxValues` values or is longer than 1 GiB.
  JsonTree(std::string line, SourcePosition where);
  JsonTree(const JsonTree&) = delete;
  JsonTree& operator=(const JsonTree&) = delete;

  /// The value that the text is.
  JsonValue root() const { return {this, 0}; }

 private:
  friend class JsonValue;
  struct Builder;

  // Values in the order of the text; each array or object is followed by what it holds, members as
  // name, value.
  struct Node {
    std::uint64_t number = 0;  // also: where the string stands in strings_
    std::uint32_t at = 0;      // byte of the line
    std::uint32_t next = 0;    // the node after this one and all it holds
    std::uint32_t size = 0;    // of the string
    JsonKind kind = JsonKind::kNull;
  };

  SourcePosition At(std::size_t byte) const;

  std::string line_;
  SourcePosition where_;
  std::vector<Node> nodes_;
  std::string strings_;
};

/// Reads the next line of a stream, without its LF. A byte order mark is the caller's to drop.
///
/// @param in     read from where it stands to the LF or its end.
/// @param where  file and line, for messages.
/// @param limit  bytes the line may have.
/// @param line   gets the line; empty at the end of the stream.
/// @return       false at the end of the stream.
/// @throws LimitError  if the line has more than `limit` bytes.
/// @throws IoError     if the stream fails while reading.
bool ReadJsonLine(std::istream& in, const SourcePosition& where, std::size_t limit,
                  std::string& line);

}  // namespace zhitu::extract

#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "export/text_buffer.h"

namespace zhitu::xport {

/// Writes JSON values without white space, for formats that put one value a line. Text that is not
/// well-formed UTF-8 gets U+FFFD for each maximal ill-formed sequence; every other character is
/// kept, control characters escaped. The caller keeps to the grammar. One thread.
class JsonText {
 public:
  JsonText();
  JsonText(const JsonText&) = delete;
  JsonText& operator=(const JsonText&) = delete;
  ~JsonText();

  void StartObject();  ///< `{`
  void EndObject();    ///< `}`
  void StartArray();   ///< `[`
  void EndArray();     ///< `]`
  /// The name of the member whose value comes next.
  void Key(std::string_view name);
  /// A string.
  void String(std::string_view value);
  /// A string, or `null` where it is empty.
  void StringOrNull(std::string_view value);
  /// A whole number.
  void Integer(std::int64_t value);
  /// A number as `NumberText` writes it, but with a fraction where it is whole: `1.0`.
  void Number(double value);
  /// `true` or `false`.
  void Boolean(bool value);
  /// `null`
  void Null();
  /// A value that is JSON already.
  void Raw(std::string_view json);

  /// All that was written since the start or `Clear`; valid until the next call.
  std::string_view text() const;
  /// Starts over with an empty text.
  void Clear();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Appends a string as `JsonText::String` writes it; one that stands for itself is copied as it is.
void AppendJsonString(TextBuffer& out, std::string_view value);

}  // namespace zhitu::xport

#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/dictionary_draft.h"
#include "extract/list_types.h"

namespace zhitu::extract {

/// What lists are read with.
struct ListReading {
  ListTypes& types;        ///< What their tags mean.
  DictionaryDraft& draft;  ///< Gets the names.
  std::string language;    ///< Of names where a list has several (BCP 47); may be empty.
  /// Is told of each file before it is read; may be empty.
  std::function<void(const std::string&)> progress;
};

/// A kind of list that people have, which can become a dictionary.
struct ListFormat {
  std::string_view name;     ///< As `--from` names it.
  std::string_view purpose;  ///< What it is, in a few words.
  /// Endings of the files that are taken of a folder, with the dot; the first that any file of it
  /// has is the one.
  std::span<const std::string_view> endings;
  /// Reads all files of one draft.
  /// @throws IoError, LimitError  if a file cannot be read.
  void (*read)(const std::vector<std::string>& paths, const ListReading& reading);
};

/// All formats, in the order in which help lists them.
std::span<const ListFormat> ListFormats();

/// The format of a name.
/// @throws UsageError  that lists the known ones if it is none.
const ListFormat& ListFormatNamed(const std::string& name);

/// The files that are read: those named, and of folders those with the format's ending, not hidden
/// and in byte order.
/// @throws IoError     if a path is missing or unreadable.
/// @throws InputError  if a folder holds no such file.
std::vector<std::string> ListFilesOf(const ListFormat& format,
                                     const std::vector<std::string>& paths);

}  // namespace zhitu::extract

#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/error.h"

namespace zhitu::extract {

/// Which fields of records carry what.
struct RecordFields {
  std::string text = "text";      ///< The text; a record must have it.
  std::string id = "id";          ///< Where a record has none, its id is `path#n`.
  std::string title = "title";    ///< The headline.
  std::string date = "date";      ///< The date, ISO 8601.
  std::string source = "source";  ///< The newspaper or site.
};

/// How a file is read.
enum class FileFormat { kText, kJsonLines, kCsv };

/// A file of the corpus.
struct CorpusFile {
  std::string path;                       ///< To open it; `-` for stdin.
  std::string name;                       ///< The contract's document id of the file, without `#n`.
  FileFormat format = FileFormat::kText;  ///< How it is read.
};

/// The files that a command line names.
struct FileList {
  std::vector<CorpusFile>
      files;  ///< In the order of the inputs, files of a folder in byte order of their paths.
  std::size_t skipped = 0;  ///< Files of folders with an ending that is not read.
};

/// Lists the files of INPUT arguments as the contract says: a file, a folder (recursive, `.txt .md
/// .jsonl .csv`, not hidden, links not followed) or `-`.
/// @throws IoError     if a named input is missing or unreadable.
/// @throws InputError  if no input holds a file to read.
/// @throws UsageError  if two files would get one id.
FileList ListFiles(const std::vector<std::string>& inputs);

/// A text as the corpus gives it, before it is split into articles.
struct SourceText {
  std::string name;      ///< File name, or the record's id.
  std::string file;      ///< `CorpusFile::name`.
  std::string text;      ///< Decoded.
  std::string title;     ///< As the record gives it, or empty.
  std::string date;      ///< As the record gives it, or empty.
  std::string source;    ///< As the record gives it, or empty.
  std::size_t line = 1;  ///< Line of the file on which the text begins.
  bool record = false;   ///< A row of JSON Lines or CSV.
};

/// What a file gave.
struct FileContent {
  std::vector<SourceText> texts;  ///< In order; a plain file gives one, even if empty.
  std::vector<Problem> skipped;   ///< Bad records (or a bad file), each left out.
  std::vector<Problem> warnings;  ///< Things read all the same: ill-formed UTF-8.
};

/// Reads one file of a corpus. Faults of its content are told in the result, not thrown.
/// @throws IoError     if it cannot be read.
/// @throws LimitError  if it is larger than 2 GiB.
FileContent ReadCorpusFile(const CorpusFile& file, const RecordFields& fields);

/// Reads the first files of a list before they are asked for, as long as `goes_on` says true. It is
/// asked before each file.
/// @return what `ReadCorpusFile` gives for them, in order. It ends, maybe at once, before what is
///         not a small regular file or cannot be read, and when some MB are read: nothing is waited
///         for, and nothing fails earlier than it would.
std::vector<FileContent> ReadFirstFiles(const std::vector<CorpusFile>& files,
                                        const RecordFields& fields,
                                        const std::function<bool()>& goes_on);

/// Reads a whole file (or stdin for `-`) as bytes. @throws IoError, LimitError as above.
std::string ReadBytes(const std::string& path);

}  // namespace zhitu::extract

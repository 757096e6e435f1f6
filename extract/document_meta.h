#pragma once

#include <map>
#include <string>

#include "extract/document.h"

namespace zhitu::extract {

/// Date, source and title of documents, from a table `document,date,source,title` (`--meta`).
/// Immutable; threads may share it.
class DocumentMeta {
 public:
  /// Reads the table (CSV; only `document` is required).
  /// @throws IoError     if the file cannot be read.
  /// @throws InputError  with every fault of it.
  static DocumentMeta Load(const std::string& path);

  /// Sets what the table says of the document's id or, failing that, of its file; empty cells leave
  /// the field as it is.
  void Apply(Document& document) const;

 private:
  struct Row {
    std::string date;
    std::string source;
    std::string title;
  };
  std::map<std::string, Row> rows_;
};

}  // namespace zhitu::extract

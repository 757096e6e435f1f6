#pragma once

#include <string>
#include <string_view>

#include "extract/corpus.h"

namespace zhitu::extract {

/// Reads JSON Lines records, one document a line; blank lines are passed over. A bad line is added
/// to `content.skipped`.
/// @param text  decoded; positions count in it.
void ReadJsonRecords(const std::string& file, std::string_view text, const RecordFields& fields,
                     FileContent& content);

/// Reads CSV records with a header, one document a row. A bad row is added to `content.skipped`;
/// without the text column the whole file is.
void ReadCsvRecords(const std::string& file, std::string_view text, const RecordFields& fields,
                    FileContent& content);

}  // namespace zhitu::extract

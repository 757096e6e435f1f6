#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "export/extraction_writer.h"
#include "export/sink.h"

namespace zhitu::xport {

/// A way to write what was read out of documents, as `zhitu extract --format` knows it.
struct ExtractionFormat {
  std::string_view name;     ///< As the user types it.
  std::string_view purpose;  ///< What it is for, in a few words.
  /// Makes a writer; called through `MakeExtractionWriter`.
  std::unique_ptr<ExtractionWriter> (*make)(Sink& sink);
};

/// All of them; the first is the default.
std::span<const ExtractionFormat> ExtractionFormats();

/// A writer of the named format to `sink`, which is not owned and must outlive it.
/// @throws extract::UsageError that lists the known names if it is none of them.
std::unique_ptr<ExtractionWriter> MakeExtractionWriter(std::string_view name, Sink& sink);

}  // namespace zhitu::xport

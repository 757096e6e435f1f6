#pragma once

#include "export/extraction_writer.h"
#include "export/sink.h"

namespace zhitu::xport {

/// A table of mentions, one a line behind a header line: `document begin end text entity name type
/// kind nested confidence zone why candidates`, the values those of the JSON Lines; what is null
/// there is an empty cell, candidates are `id=score` joined by `|`. Cells are escaped as `TsvText`
/// says. Statements are left out.
class ExtractionTsvWriter final : public ExtractionWriter {
 public:
  /// @param sink  not owned; must outlive the writer.
  explicit ExtractionTsvWriter(Sink& sink);

  void Begin() override;
  void Add(const extract::Extraction& extraction) override;
  void End() override;

 private:
  Sink& sink_;
};

}  // namespace zhitu::xport

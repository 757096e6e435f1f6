#pragma once

#include "export/extraction_writer.h"
#include "export/sink.h"

namespace zhitu::xport {

/// One web page to proofread: each document's text with its mentions marked by type, nested ones
/// inside, and below it the statements with the words they rest on. Pointing at a mark shows its
/// entity and why it was chosen. Self-contained: no script, no request, and a
/// Content-Security-Policy that allows none; every text is escaped.
class ExtractionHtmlWriter final : public ExtractionWriter {
 public:
  /// @param sink  not owned; must outlive the writer.
  explicit ExtractionHtmlWriter(Sink& sink);

  void Begin() override;
  void Add(const extract::Extraction& extraction) override;
  void End() override;

 private:
  Sink& sink_;
};

}  // namespace zhitu::xport

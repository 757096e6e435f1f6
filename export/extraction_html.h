#pragma once

#include <cstddef>

#include "export/extraction_writer.h"
#include "export/sink.h"

namespace zhitu::xport {

/// One web page to proofread: each document's text with its mentions marked by type, nested ones
/// inside, and below it the statements with links to the words they rest on. A reference names what
/// it was taken for and links to its antecedent. Pointing at a mark shows its entity and why it was
/// chosen, and all other mentions of it. Self-contained: no script, no request, and a
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
  std::size_t next_mention_ = 1;
  std::size_t next_paragraph_ = 1;
};

}  // namespace zhitu::xport

#pragma once

#include "export/extraction_writer.h"
#include "export/json_text.h"
#include "export/sink.h"

namespace zhitu::xport {

/// JSON Lines, one object a document: `document file begin end title date mentions statements
/// quantities dates`. Offsets are code points of the file. DESIGN.md describes every key.
class ExtractionJsonWriter final : public ExtractionWriter {
 public:
  /// @param sink  not owned; must outlive the writer.
  explicit ExtractionJsonWriter(Sink& sink);

  /// Each statement gets a member `match`: what fills the roles of its rule, in the pattern's
  /// order,
  /// `[{"role","begin","end","text"}]`.
  void Explain() override;
  void Begin() override;
  void Add(const extract::Extraction& extraction) override;
  void End() override;

 private:
  Sink& sink_;
  JsonText json_;
  bool explains_ = false;
};

}  // namespace zhitu::xport

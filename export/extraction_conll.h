#pragma once

#include "export/extraction_writer.h"
#include "export/sink.h"

namespace zhitu::xport {

/// Tokens with BIO tags, as trainers of name taggers read them (CoNLL-2003 in two columns): `token
/// TAB tag`, an empty line after each sentence, `# document = ID` before each document. The names
/// tagged are the outermost decided ones (`B-office`, `I-office`); all else is `O`.
///
/// A token is one character, or a run of letters and digits in scripts that write words apart;
/// marks that combine stay with their character, and a token never crosses the edge of a name.
/// White space is no token. Control characters are escaped as `TsvText` says.
class ExtractionConllWriter final : public ExtractionWriter {
 public:
  /// @param sink  not owned; must outlive the writer.
  explicit ExtractionConllWriter(Sink& sink);

  void Begin() override;
  void Add(const extract::Extraction& extraction) override;
  void End() override;

 private:
  Sink& sink_;
};

}  // namespace zhitu::xport

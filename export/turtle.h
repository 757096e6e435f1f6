#pragma once

#include <span>
#include <string>
#include <string_view>

#include "export/rdf_sink.h"
#include "export/sink.h"
#include "export/text_buffer.h"

namespace zhitu::xport {

/// Writes RDF as Turtle, one subject a paragraph, or as N-Triples, one statement a line (both W3C
/// 2014). UTF-8; no raw control character stands in a literal.
class TurtleSink final : public RdfSink {
 public:
  /// Which of the two.
  enum class Syntax { kTurtle, kNTriples };

  /// @param sink  not owned; must outlive this.
  TurtleSink(Sink& sink, Syntax syntax) : out_(sink), turtle_(syntax == Syntax::kTurtle) {}

  void Begin() override;
  void StartSubject(std::string_view iri) override;
  void Classes(std::span<const std::string> iris) override;
  void Link(const RdfProperty& property, std::string_view iri) override;
  void Texts(const RdfProperty& property, std::span<const std::string> texts) override;
  void Literal(const RdfProperty& property, std::string_view text, RdfType type) override;
  void EndSubject() override;
  void End() override;

 private:
  void StartProperty(const RdfProperty& property);
  void StartObject(const RdfProperty& property, bool first);
  void EndObject();
  void AppendIri(std::string_view iri);
  void AppendText(std::string_view text);

  TextBuffer out_;
  bool turtle_;
  bool first_ = true;  // property of the subject
  std::string subject_;
};

}  // namespace zhitu::xport

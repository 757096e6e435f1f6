#pragma once

#include <span>
#include <string>
#include <string_view>

#include "export/json_members.h"
#include "export/rdf_sink.h"
#include "export/sink.h"
#include "export/text_buffer.h"

namespace zhitu::xport {

/// Writes RDF as JSON-LD 1.1 (W3C 2020): a whole `@context`, and a `@graph` with one subject a
/// line. It needs nothing from the web to be read.
class JsonLdSink final : public RdfSink {
 public:
  /// @param sink  not owned; must outlive this.
  explicit JsonLdSink(Sink& sink) : out_(sink) {}

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
  void AppendText(std::string_view text);

  TextBuffer out_;
  JsonLines lines_;
};

}  // namespace zhitu::xport

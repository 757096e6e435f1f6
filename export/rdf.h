#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "export/graph_writer.h"
#include "export/rdf_sink.h"

namespace zhitu::xport {

/// A graph as RDF, in any syntax: an entity is a `skos:Concept` with labels and its type, a
/// relation a statement of its own (subject, predicate, object) and once more as `rdf:Statement`
/// with weight, confidence and dates, derived (`prov:wasDerivedFrom`) from its first evidence: the
/// quoted words with document, file, line and column. IRIs are those of `rdf::Iri`. Places, sizes
/// and colours are left out.
///
/// Keeps which types and predicates it has told of.
class RdfWriter : public GraphWriter {
 public:
  /// @param sink  owned.
  explicit RdfWriter(std::unique_ptr<RdfSink> sink) : sink_(std::move(sink)) {}

  void Begin(const GraphHeader& header) override;
  void AddNode(const Node& node) override;
  void AddEdge(const Edge& edge) override;
  void End() override { sink_->End(); }

 private:
  void Declare(const std::string& iri, std::string_view label, bool symmetric,
               std::string_view what);
  void Seen(const RdfProperty& property, const std::string& date);
  void Text(const RdfProperty& property, const std::string& text);
  void Integer(const RdfProperty& property, std::int64_t number);
  void Number(const RdfProperty& property, double number);
  void AddStatement(const Edge& edge, const std::string& predicate, const std::string& evidence);
  void AddEvidence(const Edge& edge, const std::string& iri);

  std::unique_ptr<RdfSink> sink_;
  std::unordered_set<std::string> declared_;  // IRIs
};

}  // namespace zhitu::xport

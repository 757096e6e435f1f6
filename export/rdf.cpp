#include "export/rdf.h"

#include <utility>
#include <vector>

#include "export/date_span.h"
#include "export/number_text.h"
#include "export/portable_names.h"
#include "export/rdf_terms.h"

namespace zhitu::xport {
namespace {

using Strings = std::vector<std::string>;

constexpr char kDocumentType[] = "document";

std::string EntityIri(const std::string& id) { return rdf::Iri("entity", PortableId(id)); }

// An empty name is none: IRIs of kinds alone would be those of nothing.
std::string NamedIri(std::string_view kind, const std::string& name) {
  return rdf::Iri(kind, PortableId(name.empty() ? "unnamed" : name));
}

RdfType TypeOfDate(const std::string& date) {
  if (!DaysOf(date, date)) return RdfType::kText;
  if (date.size() == 4) return RdfType::kYear;
  if (date.size() == 7) return RdfType::kYearMonth;
  return date.size() == 10 ? RdfType::kDate : RdfType::kText;
}

}  // namespace

// Tells once what a class or property is called.
void RdfWriter::Declare(const std::string& iri, std::string_view label, bool symmetric,
                        std::string_view what) {
  if (!declared_.insert(iri).second) return;
  Strings classes = {std::string(what)};
  if (symmetric) classes.emplace_back(rdf::kSymmetricProperty);
  sink_->StartSubject(iri);
  sink_->Classes(classes);
  if (!label.empty()) sink_->Texts(rdf::kLabel, Strings{std::string(label)});
  sink_->EndSubject();
}

void RdfWriter::Text(const RdfProperty& property, const std::string& text) {
  if (!text.empty()) sink_->Literal(property, text, RdfType::kText);
}

void RdfWriter::Integer(const RdfProperty& property, std::int64_t number) {
  sink_->Literal(property, std::to_string(number), RdfType::kInteger);
}

void RdfWriter::Number(const RdfProperty& property, double number) {
  sink_->Literal(property, NumberText(number), RdfType::kDouble);
}

void RdfWriter::Seen(const RdfProperty& property, const std::string& date) {
  if (!date.empty()) sink_->Literal(property, date, TypeOfDate(date));
}

void RdfWriter::Begin(const GraphHeader& header) {
  sink_->Begin();
  for (const std::string& name : header.attributes) {
    Declare(NamedIri("attribute", name), name, false, rdf::kProperty);
  }
}

void RdfWriter::AddNode(const Node& node) {
  const std::string type = NamedIri("type", node.type);
  Strings classes = {rdf::kConcept, type};
  if (node.type == kDocumentType) classes.emplace_back(rdf::kEvidence);
  Declare(type, node.type, false, rdf::kClass);
  sink_->StartSubject(EntityIri(node.id));
  sink_->Classes(classes);
  const Strings label = {node.label.empty() ? PortableId(node.id) : node.label};
  sink_->Texts(rdf::kPrefLabel, label);
  sink_->Texts(rdf::kLabel, label);
  Strings aliases = node.aliases;
  std::erase(aliases, "");
  if (!aliases.empty()) sink_->Texts(rdf::kAltLabel, aliases);
  Text(rdf::kIdentifier, PortableId(node.id));
  Integer(rdf::kMentions, node.mentions);
  Integer(rdf::kDocuments, node.documents);
  Seen(rdf::kFirstSeen, node.first_seen);
  Seen(rdf::kLastSeen, node.last_seen);
  if (node.pagerank) Number(rdf::kPagerank, *node.pagerank);
  if (node.betweenness) Number(rdf::kBetweenness, *node.betweenness);
  if (node.community) Integer(rdf::kCommunity, *node.community);
  for (const auto& [name, value] : node.attributes) {
    const std::string iri = NamedIri("attribute", name);
    Text({iri, "", ""}, value);
  }
  sink_->EndSubject();
}

void RdfWriter::AddEdge(const Edge& edge) {
  const std::string predicate = NamedIri("predicate", edge.predicate);
  Declare(predicate, edge.predicate, edge.symmetric, rdf::kProperty);
  sink_->StartSubject(EntityIri(edge.source));
  sink_->Link({predicate, "", ""}, EntityIri(edge.target));
  sink_->EndSubject();
  const std::string evidence = edge.line > 0 ? rdf::Iri("evidence", PortableId(edge.id)) : "";
  AddStatement(edge, predicate, evidence);
  if (!evidence.empty()) AddEvidence(edge, evidence);
}

void RdfWriter::AddStatement(const Edge& edge, const std::string& predicate,
                             const std::string& evidence) {
  sink_->StartSubject(rdf::Iri("relation", PortableId(edge.id)));
  sink_->Classes(Strings{rdf::kStatement});
  sink_->Link(rdf::kSubject, EntityIri(edge.source));
  sink_->Link(rdf::kPredicate, predicate);
  sink_->Link(rdf::kObject, EntityIri(edge.target));
  sink_->Literal(rdf::kWeight, WeightText(edge.weight), RdfType::kDouble);
  Integer(rdf::kCount, edge.count);
  Integer(rdf::kDocuments, edge.documents);
  if (edge.npmi) Number(rdf::kNpmi, *edge.npmi);
  if (edge.llr) Number(rdf::kLlr, *edge.llr);
  Number(rdf::kConfidence, edge.confidence);
  Seen(rdf::kFirstSeen, edge.first_seen);
  Seen(rdf::kLastSeen, edge.last_seen);
  sink_->Literal(rdf::kSymmetric, edge.symmetric ? "true" : "false", RdfType::kBoolean);
  if (!evidence.empty()) sink_->Link(rdf::kDerivedFrom, evidence);
  sink_->EndSubject();
}

void RdfWriter::AddEvidence(const Edge& edge, const std::string& iri) {
  sink_->StartSubject(iri);
  sink_->Classes(Strings{rdf::kEvidence});
  Text(rdf::kValue, edge.quote);
  if (!edge.document.empty()) {
    sink_->Link(rdf::kQuotedFrom, EntityIri(kDocumentType + (':' + edge.document)));
  }
  Text(rdf::kFile, edge.file);
  Integer(rdf::kLine, edge.line);
  if (edge.column > 0) Integer(rdf::kColumn, edge.column);
  sink_->EndSubject();
}

}  // namespace zhitu::xport

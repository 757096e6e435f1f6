#include "export/rdf_terms.h"

#include <array>
#include <cstddef>

namespace zhitu::xport::rdf {
namespace {

constexpr Prefix kPrefixes[] = {
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"zhitu", "urn:zhitu:term:"},
};

struct Type {
  std::string_view iri;
  std::string_view short_iri;
};

// In the order of RdfType.
constexpr std::array<Type, 7> kTypes = {{
    {"", ""},
    {"http://www.w3.org/2001/XMLSchema#integer", "xsd:integer"},
    {"http://www.w3.org/2001/XMLSchema#double", "xsd:double"},
    {"http://www.w3.org/2001/XMLSchema#boolean", "xsd:boolean"},
    {"http://www.w3.org/2001/XMLSchema#date", "xsd:date"},
    {"http://www.w3.org/2001/XMLSchema#gYearMonth", "xsd:gYearMonth"},
    {"http://www.w3.org/2001/XMLSchema#gYear", "xsd:gYear"},
}};

bool IsUnreserved(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
         c == '.' || c == '_' || c == '~' || c == ':';
}

}  // namespace

const RdfProperty kLabel{"http://www.w3.org/2000/01/rdf-schema#label", "rdfs:label", "label"};
const RdfProperty kPrefLabel{"http://www.w3.org/2004/02/skos/core#prefLabel", "skos:prefLabel",
                             "prefLabel"};
const RdfProperty kAltLabel{"http://www.w3.org/2004/02/skos/core#altLabel", "skos:altLabel",
                            "altLabel"};
const RdfProperty kIdentifier{"http://purl.org/dc/terms/identifier", "dcterms:identifier",
                              "identifier"};
const RdfProperty kMentions{"urn:zhitu:term:mentions", "zhitu:mentions", "mentions"};
const RdfProperty kDocuments{"urn:zhitu:term:documents", "zhitu:documents", "documents"};
const RdfProperty kFirstSeen{"urn:zhitu:term:firstSeen", "zhitu:firstSeen", "firstSeen"};
const RdfProperty kLastSeen{"urn:zhitu:term:lastSeen", "zhitu:lastSeen", "lastSeen"};
const RdfProperty kPagerank{"urn:zhitu:term:pagerank", "zhitu:pagerank", "pagerank"};
const RdfProperty kBetweenness{"urn:zhitu:term:betweenness", "zhitu:betweenness", "betweenness"};
const RdfProperty kCommunity{"urn:zhitu:term:community", "zhitu:community", "community"};
const RdfProperty kSubject{"http://www.w3.org/1999/02/22-rdf-syntax-ns#subject", "rdf:subject",
                           "subject"};
const RdfProperty kPredicate{"http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate",
                             "rdf:predicate", "predicate"};
const RdfProperty kObject{"http://www.w3.org/1999/02/22-rdf-syntax-ns#object", "rdf:object",
                          "object"};
const RdfProperty kWeight{"urn:zhitu:term:weight", "zhitu:weight", "weight"};
const RdfProperty kCount{"urn:zhitu:term:count", "zhitu:count", "count"};
const RdfProperty kNpmi{"urn:zhitu:term:npmi", "zhitu:npmi", "npmi"};
const RdfProperty kLlr{"urn:zhitu:term:llr", "zhitu:llr", "llr"};
const RdfProperty kConfidence{"urn:zhitu:term:confidence", "zhitu:confidence", "confidence"};
const RdfProperty kSymmetric{"urn:zhitu:term:symmetric", "zhitu:symmetric", "symmetric"};
const RdfProperty kDerivedFrom{"http://www.w3.org/ns/prov#wasDerivedFrom", "prov:wasDerivedFrom",
                               "wasDerivedFrom"};
const RdfProperty kValue{"http://www.w3.org/ns/prov#value", "prov:value", "value"};
const RdfProperty kQuotedFrom{"http://www.w3.org/ns/prov#wasQuotedFrom", "prov:wasQuotedFrom",
                              "wasQuotedFrom"};
const RdfProperty kFile{"urn:zhitu:term:file", "zhitu:file", "file"};
const RdfProperty kLine{"urn:zhitu:term:line", "zhitu:line", "line"};
const RdfProperty kColumn{"urn:zhitu:term:column", "zhitu:column", "column"};

std::span<const Prefix> Prefixes() { return kPrefixes; }

std::span<const RdfProperty> Properties() {
  static const std::array kAll = {
      kLabel,    kPrefLabel,  kAltLabel,    kIdentifier, kMentions,   kDocuments, kFirstSeen,
      kLastSeen, kPagerank,   kBetweenness, kCommunity,  kSubject,    kPredicate, kObject,
      kWeight,   kCount,      kNpmi,        kLlr,        kConfidence, kSymmetric, kDerivedFrom,
      kValue,    kQuotedFrom, kFile,        kLine,       kColumn};
  return kAll;
}

std::string_view TypeIri(RdfType type) { return kTypes.at(static_cast<std::size_t>(type)).iri; }

std::string_view TypeShortIri(RdfType type) {
  return kTypes.at(static_cast<std::size_t>(type)).short_iri;
}

std::string Iri(std::string_view kind, std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string iri = "urn:zhitu:";
  iri.append(kind).append(1, ':');
  for (const char c : text) {
    if (IsUnreserved(c)) {
      iri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    iri += '%';
    iri += kDigits[byte >> 4U];
    iri += kDigits[byte & 15U];
  }
  return iri;
}

std::string ShortClass(std::string_view iri) {
  for (const Prefix& prefix : kPrefixes) {
    if (iri.starts_with(prefix.iri)) {
      return std::string(prefix.name) + ':' + std::string(iri.substr(prefix.iri.size()));
    }
  }
  return {};
}

}  // namespace zhitu::xport::rdf

#pragma once

#include <span>
#include <string>
#include <string_view>

#include "export/rdf_sink.h"

namespace zhitu::xport {

/// The vocabulary of our RDF, told in docs/formats.md: what zhitu alone knows is below
/// `urn:zhitu:`, all else is of RDF Schema, SKOS, Dublin Core and PROV.
namespace rdf {

/// Where a prefix stands for.
struct Prefix {
  std::string_view name;  ///< Without the colon.
  std::string_view iri;   ///< What it stands for.
};
/// All prefixes, in the order in which files declare them.
std::span<const Prefix> Prefixes();

/// All properties with a name, in the order in which a context lists them.
std::span<const RdfProperty> Properties();

extern const RdfProperty kLabel;        ///< rdfs:label
extern const RdfProperty kPrefLabel;    ///< skos:prefLabel
extern const RdfProperty kAltLabel;     ///< skos:altLabel
extern const RdfProperty kIdentifier;   ///< dcterms:identifier: the id
extern const RdfProperty kMentions;     ///< of an entity, xsd:integer
extern const RdfProperty kDocuments;    ///< of an entity or relation, xsd:integer
extern const RdfProperty kFirstSeen;    ///< xsd:date, xsd:gYearMonth, xsd:gYear or a text
extern const RdfProperty kLastSeen;     ///< likewise
extern const RdfProperty kPagerank;     ///< of an entity, xsd:double
extern const RdfProperty kBetweenness;  ///< of an entity, xsd:double
extern const RdfProperty kCommunity;    ///< of an entity, xsd:integer
extern const RdfProperty kSubject;      ///< rdf:subject of a relation
extern const RdfProperty kPredicate;    ///< rdf:predicate
extern const RdfProperty kObject;       ///< rdf:object
extern const RdfProperty kWeight;       ///< of a relation, xsd:double
extern const RdfProperty kCount;        ///< of a relation, xsd:integer
extern const RdfProperty kNpmi;         ///< of a co-occurrence, xsd:double
extern const RdfProperty kLlr;          ///< of a co-occurrence, xsd:double
extern const RdfProperty kConfidence;   ///< of a relation, xsd:double
extern const RdfProperty kSymmetric;    ///< of a relation, xsd:boolean
extern const RdfProperty kDerivedFrom;  ///< prov:wasDerivedFrom: the evidence of a relation
extern const RdfProperty kValue;        ///< prov:value: the quoted words
extern const RdfProperty kQuotedFrom;   ///< prov:wasQuotedFrom: the document's entity
extern const RdfProperty kFile;         ///< of evidence: the file's name
extern const RdfProperty kLine;         ///< of evidence, xsd:integer, from 1
extern const RdfProperty kColumn;       ///< of evidence, xsd:integer, in code points, from 1

/// skos:Concept: of every entity.
inline constexpr char kConcept[] = "http://www.w3.org/2004/02/skos/core#Concept";
/// rdfs:Class: of types.
inline constexpr char kClass[] = "http://www.w3.org/2000/01/rdf-schema#Class";
/// rdf:Property: of predicates and attributes.
inline constexpr char kProperty[] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Property";
/// owl:SymmetricProperty: of co-occurrence.
inline constexpr char kSymmetricProperty[] = "http://www.w3.org/2002/07/owl#SymmetricProperty";
/// rdf:Statement: of relations.
inline constexpr char kStatement[] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement";
/// prov:Entity: of evidence and documents.
inline constexpr char kEvidence[] = "http://www.w3.org/ns/prov#Entity";

/// The IRI of the type of a literal; empty for texts.
std::string_view TypeIri(RdfType type);
/// The same with its prefix.
std::string_view TypeShortIri(RdfType type);

/// An IRI below `urn:zhitu:`: `urn:zhitu:entity:office:%E6%B2%9F…`. All bytes but unreserved ones
/// (RFC 3986) and colons are percent-encoded, so any text gives a valid IRI, and no two the same.
///
/// @param kind  `entity relation evidence predicate type attribute`.
/// @param text  an id, as `PortableId` gives it, or a name.
std::string Iri(std::string_view kind, std::string_view text);

/// An IRI with a prefix where it begins with what one stands for, else empty. For the IRIs of
/// classes above, which need no escapes behind it.
std::string ShortClass(std::string_view iri);

}  // namespace rdf
}  // namespace zhitu::xport

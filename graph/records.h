#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/span.h"
#include "graph/measures.h"
#include "graph/stretch.h"

namespace zhitu::graph {

/// Number of an entity in one graph file: from 1, without gaps. Means nothing outside of it; order
/// is by `EntityRecord::id`.
using EntityNumber = std::int64_t;
/// Number of a relation in one graph file: from 1, without gaps, in canonical order (id of the
/// subject, predicate, id of the object; by bytes).
using RelationNumber = std::int64_t;

/// Confidence and scores are kept as whole thousandths, so that sums do not depend on order.
using PerMille = std::int32_t;

/// The predicate of co-occurrence, which is symmetric and never mixed with rule statements.
inline constexpr char kCoOccurs[] = "co_occurs";
/// The predicate of what the dictionary's `parent` says.
inline constexpr char kPartOf[] = "part_of";
/// The type of document nodes.
inline constexpr char kDocumentType[] = "document";

/// An entity as the graph file keeps it: one per id.
struct EntityRecord {
  EntityNumber number = 0;  ///< In this file.
  std::string id;           ///< Unique; not empty.
  std::string name;         ///< Canonical name, the label; may be empty only in foreign graphs.
  std::string type;         ///< Type; `document` for document nodes.
  std::vector<std::string> aliases;  ///< Other surface forms, in the dictionary's order.
  std::int64_t mentions = 0;         ///< Decided mentions, nested ones included.
  std::int64_t documents = 0;        ///< Documents that mention it.
  std::int64_t windows = 0;          ///< Co-occurrence windows that name it.
  std::string first_seen;  ///< ISO date, the earliest of its documents and statements; or empty.
  std::string last_seen;   ///< ISO date, the latest of them; or empty.
  std::string why;         ///< Provenance: `dictionary.csv:3`, or the rule that found it.
  std::vector<std::pair<std::string, std::string>>
      attributes;  ///< Dictionary attributes: name, value; in the dictionary's order.
};

/// An entity in brief, for what reads all of them.
struct EntityHead {
  EntityNumber number = 0;      ///< In this file.
  std::string_view type;        ///< Type; valid during the visit.
  std::string_view first_seen;  ///< ISO date, or empty; valid during the visit.
  std::string_view last_seen;   ///< ISO date, or empty; valid during the visit.
  std::int64_t windows = 0;     ///< Co-occurrence windows that name it.
};

/// A relation: one per subject, predicate and object.
struct RelationRecord {
  RelationNumber number = 0;  ///< In this file.
  std::string id;             ///< 16 hex digits, as the contract defines them.
  EntityNumber subject = 0;   ///< Entity it starts from.
  EntityNumber object = 0;    ///< Entity it points to.
  std::string predicate;      ///< What it says.
  /// Evidence counted one by one, at least 1: statements and a dictionary line; for co-occurrence
  /// the windows that name both.
  std::int64_t mentions = 0;
  std::int64_t sentences = 0;  ///< Distinct sentences of the evidence; for co-occurrence: windows.
  std::int64_t documents = 0;  ///< Distinct documents; 0 if only a dictionary says so.
  PerMille confidence = 1000;  ///< Best confidence of its statements.
  std::string first_seen;      ///< ISO date of the earliest dated evidence, or empty.
  std::string last_seen;       ///< ISO date of the latest dated evidence, or empty.

  /// True for co-occurrence: the subject's id sorts before the object's, direction means nothing.
  bool symmetric() const { return predicate == kCoOccurs; }
};

/// A relation in brief, for algorithms that read all of them.
struct Link {
  RelationNumber relation = 0;  ///< In this file.
  EntityNumber subject = 0;     ///< Entity it starts from.
  EntityNumber object = 0;      ///< Entity it points to.
  std::int32_t predicate = 0;   ///< Number of the predicate.
  std::int64_t weight = 0;      ///< `RelationRecord::mentions`.
  std::string_view first_seen;  ///< ISO date, or empty; valid during the visit.
  std::string_view last_seen;   ///< ISO date, or empty; valid during the visit.
};

/// A relation as seen from one of its ends.
struct Neighbour {
  RelationNumber relation = 0;  ///< In this file.
  EntityNumber other = 0;       ///< The entity at the other end.
  /// The entity asked for is the subject; true at both ends of a symmetric relation.
  bool outgoing = false;
  bool symmetric = false;      ///< Co-occurrence.
  bool document = false;       ///< The other end is a document node.
  std::int32_t predicate = 0;  ///< Number of the predicate; `Store::PredicateName`.
  std::int64_t weight = 0;     ///< Evidence counted one by one (`RelationRecord::mentions`).
  std::int64_t documents = 0;  ///< Evidence counted by document.
  PerMille confidence = 1000;  ///< Best confidence of its statements.
  WindowCounts windows;        ///< For co-occurrence, the entity asked for on the left; else zeros.

  /// Equal in every field.
  friend bool operator==(const Neighbour&, const Neighbour&) = default;
};

/// A place that proves a relation.
struct EvidenceRecord {
  std::string document;     ///< Document id; empty when the evidence is a dictionary line.
  std::string file;         ///< The document's file, or the dictionary.
  std::int64_t line = 0;    ///< From 1, in the file.
  std::int64_t column = 0;  ///< In code points, from 1; 0 for a dictionary line.
  std::int64_t begin = 0;   ///< First code point in the decoded file; 0 for a dictionary line.
  std::int64_t end = 0;     ///< One past the last code point; 0 for a dictionary line.
  /// The words without line breaks; for a dictionary line the name of the entity it defines, for
  /// one of an imported file that of the subject.
  std::string quote;
  /// Of words of a text: where in the quote, in bytes, the two ends are named, by names or by what
  /// refers to them; by begin, those in longer ones left out.
  std::vector<extract::Span> named;
  /// Of a line of an imported file: the evidence that it gives itself, which is the quote then; or
  /// empty.
  std::string cited;
  std::string rule;            ///< Rule id, `co_occurs`, `dictionary`, or `import`.
  PerMille confidence = 1000;  ///< Of this evidence.
  std::string modality;        ///< Empty, or `planned`.
  std::string date;            ///< ISO 8601 where the statement has one, else empty.
  /// Of a statement: where in the document names of its ends stand that are not in the words.
  std::vector<Stretch> elsewhere;
};

}  // namespace zhitu::graph

#pragma once

#include <span>
#include <string>
#include <string_view>

namespace zhitu::xport {

/// A property of RDF in the three ways in which the formats write it.
struct RdfProperty {
  std::string_view iri;        ///< The whole IRI.
  std::string_view short_iri;  ///< With a prefix, for Turtle; empty where it has none.
  std::string_view name;       ///< Key in JSON-LD; empty: the IRI.
};

/// What a literal's text means.
enum class RdfType { kText, kInteger, kDouble, kBoolean, kDate, kYearMonth, kYear };

/// Takes statements of RDF subject by subject, and writes them in one syntax. Texts are of any
/// bytes; what XML cannot hold becomes U+FFFD in all syntaxes, so that all say the same. IRIs are
/// ASCII without characters that end them. One thread.
class RdfSink {
 public:
  RdfSink() = default;
  RdfSink(const RdfSink&) = delete;
  RdfSink& operator=(const RdfSink&) = delete;
  virtual ~RdfSink() = default;

  /// What stands before the first subject.
  virtual void Begin() = 0;
  /// All statements that follow, until `EndSubject`, are about this IRI.
  virtual void StartSubject(std::string_view iri) = 0;
  /// The subject is of these classes; at least one; the first property of a subject.
  virtual void Classes(std::span<const std::string> iris) = 0;
  /// A property whose value is another subject.
  virtual void Link(const RdfProperty& property, std::string_view iri) = 0;
  /// A property whose values are texts; at least one.
  virtual void Texts(const RdfProperty& property, std::span<const std::string> texts) = 0;
  /// A property whose value is a literal of a type, in its lexical form.
  virtual void Literal(const RdfProperty& property, std::string_view text, RdfType type) = 0;
  /// No more of this subject.
  virtual void EndSubject() = 0;
  /// What stands behind the last subject.
  virtual void End() = 0;
};

}  // namespace zhitu::xport

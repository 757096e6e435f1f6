#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/dictionary_draft.h"

namespace zhitu::extract {

/// One end of a statement of RDF as a reader gives it.
struct RdfTerm {
  std::string_view text;      ///< An absolute IRI, the label of a blank node, or a literal's text.
  std::string_view language;  ///< Of a literal, or empty.
  bool literal = false;       ///< A literal.
};

/// The concepts of files in SKOS (W3C, 2009), collected statement by statement until all is known.
/// Memory is that of the labels. One thread.
class ConceptScheme {
 public:
  /// @param draft     gets the concepts.
  /// @param language  tag of the language that names are taken of where there is one.
  explicit ConceptScheme(DictionaryDraft& draft, std::string language = {})
      : draft_(draft), language_(std::move(language)) {}

  /// Takes a statement; those that say nothing of a concept's type, labels or place are passed
  /// over. O(log concepts).
  void Add(std::string_view subject, std::string_view predicate, const RdfTerm& object);
  /// Gives the concepts to the draft, by IRI but parents first: what has a preferred label is one.
  /// Its name is the preferred label in the language, else that of the least tag (none before all);
  /// all other preferred, alternative and hidden labels are aliases; its tag is its class other
  /// than skos:Concept; its parent the least broader concept that is in the scheme, unless that
  /// would close a circle. O(n log n).
  void Finish();

 private:
  struct Label {
    std::string language;
    std::string text;
    friend auto operator<=>(const Label&, const Label&) = default;
  };
  struct Concept {
    std::vector<Label> preferred;
    std::vector<Label> others;
    std::vector<std::string> broader;
    std::vector<std::string> classes;
    std::string parent;   // chosen
    bool given = false;   // to the draft
    bool usable = false;  // as a parent
  };
  Concept& Of(std::string_view iri);
  void ChooseParents();
  void Give(const std::string& iri, Concept& entry);
  bool IsBelow(const std::string& iri, const std::string& ancestor) const;

  DictionaryDraft& draft_;
  std::string language_;
  std::map<std::string, Concept, std::less<>> concepts_;
};

/// Reads a file of SKOS into `scheme`: Turtle (`.ttl`), N-Triples (`.nt`), RDF/XML (`.rdf .xml
/// .owl`) or JSON-LD (`.jsonld .json`). Nothing is fetched: a context that is not in the file is a
/// fault. Faults go to `draft`.
/// @throws IoError, LimitError  if the file cannot be read.
void ReadConcepts(const std::string& path, ConceptScheme& scheme, DictionaryDraft& draft);

/// The same for a text in Turtle, of which N-Triples is a part (by serd). Terms nested deeper than
/// 100 levels are a fault.
void ReadTurtle(const std::string& text, ConceptScheme& scheme, DictionaryDraft& draft);
/// The same for RDF/XML (by expat): node elements, with properties as attributes or elements whose
/// value is a text, a resource or a node element. Properties with `rdf:parseType` are passed over.
void ReadRdfXml(const std::string& text, ConceptScheme& scheme, DictionaryDraft& draft);
/// The same for JSON-LD: a context of prefixes, terms, `@vocab` and `@language`; nodes in `@graph`,
/// in lists or in each other; values as texts, `@value`, `@id`, lists and maps by language.
void ReadJsonLd(const std::string& text, ConceptScheme& scheme, DictionaryDraft& draft);

}  // namespace zhitu::extract

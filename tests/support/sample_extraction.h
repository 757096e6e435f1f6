#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "extract/extraction.h"
#include "extract/gazetteer.h"

namespace zhitu::xport {

// What was read out of a document, made by hand: no dictionary, all entities found in the text.
// Each paragraph (text between empty lines) is a block and a sentence; its lines are the pieces.
class SampleExtraction {
 public:
  explicit SampleExtraction(std::string text);

  const extract::Extraction& get() const { return extraction_; }
  extract::Extraction& extraction() { return extraction_; }

  // The number of a new entity `type:name`.
  extract::EntityIndex Entity(const std::string& type, const std::string& name);
  // A new mention at the first place of `surface`, which must be there.
  extract::Mention& Mention(std::string_view surface, extract::EntityIndex entity);
  // A new statement whose evidence is the first place of `quote`.
  extract::Statement& Statement(extract::EntityIndex subject, std::string predicate,
                                extract::EntityIndex object, std::string_view quote);

 private:
  extract::Span Find(std::string_view surface) const;

  std::unique_ptr<extract::Gazetteer> gazetteer_;
  extract::Extraction extraction_;
};

// Two paragraphs, the first of two lines; a nested name, an undecided one, a reference, a
// statement. The document begins at code point 100 of its file.
SampleExtraction PlainExtraction();

}  // namespace zhitu::xport

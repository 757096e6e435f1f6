#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "extract/extraction.h"

namespace zhitu::xport {

/// Names for the places of one document on a page, so that parts of it can link to others: each
/// mention and each paragraph has an id, and the mentions of an entity share a class.
class PagePlaces {
 public:
  /// Entities of a document that have a class of their own, the first ones by place.
  static constexpr std::size_t kMostClasses = 60;

  /// @param extraction       must live as long.
  /// @param first_mention    number of its first mention on the page.
  /// @param first_paragraph  number of its first paragraph.
  PagePlaces(const extract::Extraction& extraction, std::size_t first_mention,
             std::size_t first_paragraph);

  /// The id of mention `index` of the extraction: `m12`.
  std::string MentionId(std::size_t index) const;
  /// The id of block `index` of the document: `p3`.
  std::string ParagraphId(std::size_t index) const;
  /// The id of the mention that a reference stands for; empty where it has no antecedent, or none
  /// that is a mention. O(log mentions).
  std::string AntecedentId(const extract::Mention& reference) const;
  /// The id of the first mention of an entity that begins in a part of the text; empty if there
  /// is none. O(log mentions + mentions of the part).
  std::string MentionId(const extract::Span& part, extract::EntityIndex entity) const;
  /// The id of the first mention that begins in a part of the text, else of the paragraph in which
  /// it begins; empty if there is none. O(log mentions + paragraphs).
  std::string PlaceId(const extract::Span& part) const;
  /// The class of an entity's mentions: `e1`; empty for `kNoEntity` and for later ones.
  std::string EntityClass(extract::EntityIndex entity) const;

 private:
  std::size_t FirstFrom(std::size_t byte) const;

  const extract::Extraction& extraction_;
  std::size_t first_mention_;
  std::size_t first_paragraph_;
  std::map<extract::EntityIndex, std::size_t> classes_;
};

}  // namespace zhitu::xport

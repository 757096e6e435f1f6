#pragma once

#include <set>
#include <string>
#include <string_view>

#include "extract/document.h"
#include "extract/gazetteer.h"
#include "extract/gazetteer_builder.h"

namespace zhitu::extract {

// A text with its names marked, as in the examples of rules: `[[竹溪社区:community]食堂:facility]`.
// Each line is a block of body text, or of the zone that stands before it: `headline> [...]`.
class MarkedNames {
 public:
  // Throws std::invalid_argument where a mark is not as it should be.
  explicit MarkedNames(std::string_view marked);

  // The text without marks; its id is `document`.
  const Document& document() const { return document_; }
  // What was marked: each name once.
  const Gazetteer& gazetteer() const { return gazetteer_; }

 private:
  void AddBlock(std::string_view line, GazetteerBuilder& builder);
  void AddName(std::size_t begin, GazetteerBuilder& builder);

  Document document_;
  Gazetteer gazetteer_;
  std::set<std::string> ids_;
};

}  // namespace zhitu::extract

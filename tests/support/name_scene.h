#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/body_names.h"
#include "extract/entity_names.h"
#include "extract/knowledge.h"
#include "extract/view.h"
#include "tests/support/marked_names.h"

namespace zhitu::extract {

// The same document with its lines broken at each `|`, which stands for a line feed inside a block.
Document BrokenAtBars(Document document);

// A text with its names marked (`MarkedNames`) and lines broken at each `|`, and all that names
// without a dictionary are looked for in.
class MarkedNameScene {
 public:
  // `knowledge` must live as long. Throws what `MarkedNames` throws.
  MarkedNameScene(const Knowledge& knowledge, std::string_view marked);
  MarkedNameScene(const MarkedNameScene&) = delete;  // not copied: the scene refers to it
  MarkedNameScene& operator=(const MarkedNameScene&) = delete;  // not copied

  // Lives as long as this.
  const NameScene& scene() const { return scene_; }
  // Candidates as `surface=type@score`, with `+title` where one is the beginning of a title, by
  // place, each once. A line break in the text is shown as `|`.
  std::string Show(std::vector<NameCandidate> candidates) const;

 private:
  MarkedNames names_;
  Document document_;
  std::vector<Entity> found_;  // none
  View view_;
  WordFinder words_;
  EntityNames entities_;
  std::vector<LinkedMention> known_;
  NameScene scene_;
};

}  // namespace zhitu::extract

#pragma once

#include <cstddef>
#include <vector>

#include "extract/knowledge.h"
#include "extract/rule_scene.h"
#include "extract/view.h"
#include "extract/word_finder.h"

namespace zhitu::extract {

/// What each clause of a document is about, also where it does not say so: Chinese leaves a subject
/// out that is clear from before (zero anaphora).
///
/// A clause that begins with a mention, or with words that may stand before one, is about that; of
/// adjoining mentions (云川区柳河办事处) about the last. The next clauses of the sentence are about
/// the same. A sentence that names no subject is about that of the paragraph's first sentence, else
/// about what the document is about: the first unit of the headline, or the one that most clauses
/// begin with. A generic subject (各社区) hides all this up to the end of its sentence. O(n).
class Topics {
 public:
  /// @param words     of the lexicons in the view's text.
  /// @param mentions  by folded begin, then longer first. They must live as long.
  Topics(const View& view, const Knowledge& knowledge, const WordFinder& words,
         const std::vector<RuleMention>& mentions);

  /// What the clause that holds folded byte `at` is about; null if that is not known. O(log n).
  const RuleMention* At(std::size_t at) const;
  /// What the document is about; null if nothing is.
  const RuleMention* main() const noexcept { return main_; }

 private:
  struct Change {
    std::size_t at = 0;
    const RuleMention* topic = nullptr;
  };

  const RuleMention* main_ = nullptr;
  std::vector<Change> changes_;  // by place
};

}  // namespace zhitu::extract

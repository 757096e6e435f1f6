#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
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
  /// @param hits      words of the lexicons, by begin, then longer first.
  /// @param mentions  by folded begin, then longer first; must live as long.
  Topics(const View& view, const Knowledge& knowledge, std::span<const Lexicons::Hit> hits,
         const std::vector<RuleMention>& mentions);

  /// What the clause that holds folded byte `at` is about; null if that is not known. O(log n).
  const RuleMention* At(std::size_t at) const;
  /// What the document is about; null if nothing is.
  const RuleMention* main() const noexcept { return main_; }

 private:
  // A clause that names its subject.
  struct Subject {
    std::size_t at = 0;
    const RuleMention* mention = nullptr;  // null: a generic one
  };
  struct Change {
    std::size_t at = 0;
    const RuleMention* topic = nullptr;
  };
  std::vector<Subject> SubjectsOf(const Sentence& sentence) const;
  void AddSubject(std::size_t clause, std::vector<Subject>& subjects) const;
  bool IsGeneric(std::size_t at) const;
  const RuleMention* NextIn(const RuleMention& mention) const;
  std::size_t SkipOpening(std::size_t at) const;
  const RuleMention* MentionAt(std::size_t at) const;
  bool InsideMention(std::size_t at) const;
  bool IsSubject(const RuleMention& mention) const;
  void ChooseMain(const std::vector<std::vector<Subject>>& subjects);
  const RuleMention* MainOfHeadline(const std::vector<std::vector<Subject>>& subjects) const;
  void NoteChanges(const std::vector<std::vector<Subject>>& subjects);

  const View& view_;
  const Knowledge& knowledge_;
  WordFinder words_;
  std::vector<const RuleMention*> outer_;  // not nested, by begin
  const RuleMention* main_ = nullptr;
  std::vector<Change> changes_;  // by place
};

}  // namespace zhitu::extract

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/entity.h"
#include "extract/entity_names.h"
#include "extract/link.h"
#include "extract/reference_rules.h"
#include "extract/text_conventions.h"
#include "extract/view.h"

namespace zhitu::extract {

/// A mention that a reference may stand for.
struct Antecedent {
  EntityIndex entity = kNoEntity;  ///< What it names.
  Span span;                       ///< Bytes of the original text.
};

/// The mentions of a document as antecedents, and the choice among them. Not for several threads.
class Antecedents {
 public:
  /// @param names  the document's names, by folded begin; all arguments must live as long.
  Antecedents(const View& view, const TextConventions& conventions, const EntityNames& entities,
              const std::vector<LinkedMention>& names);

  /// Adds a reference that was linked; they come in order of the text.
  void Add(const LinkedMention& reference);
  /// The best antecedent of a head that stands at folded byte `at`, or one without entity.
  Antecedent Choose(const ReferenceHead& head, std::size_t at);
  /// A person whose folded name begins with `surname`: the last before folded
  /// byte `at`, else the first behind it.
  Antecedent Person(std::string_view surname, std::size_t at);

 private:
  struct Known {
    Span folded;
    Antecedent antecedent;
    std::uint32_t sentence = 0;
    std::uint32_t block = 0;
    bool nested = false;
    bool byline = false;
    bool subject = false;
  };
  // The best so far.
  struct Best {
    const Known* known = nullptr;
    double score = 0;
  };
  void KnowNames(std::size_t end);
  std::size_t CountOf(EntityIndex entity);
  void FindPersons();
  Known Make(const LinkedMention& mention, const std::vector<Known>& before) const;
  bool OpensClause(std::size_t at, const std::vector<Known>& before) const;
  void Weigh(const std::vector<Known>& all, const ReferenceHead& head, std::size_t at, Best& best);
  const Known* Ahead(const ReferenceHead& head, std::size_t at);
  bool Fits(const Known& known, const ReferenceHead& head) const;
  double Score(const Known& known, std::uint32_t sentence, std::uint32_t block);
  bool IsNamed(std::size_t person, std::string_view surname) const;

  const View& view_;
  const TextConventions& conventions_;
  const EntityNames& entities_;
  const std::vector<LinkedMention>& all_names_;
  std::size_t next_name_ = 0;                       // of them: the first that is not in `names_`
  std::vector<Known> names_;                        // by folded begin, as far as asked for
  std::vector<Known> references_;                   // likewise
  std::vector<EntityIndex> named_;                  // the entities of all names, when asked for
  std::map<EntityIndex, std::size_t> more_counts_;  // of references to an entity
  std::vector<std::size_t> persons_;                // numbers in `names_`, when known
  bool persons_known_ = false;
};

}  // namespace zhitu::extract

#include "extract/statement_partners.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "extract/document_pairs.h"

namespace zhitu::extract {
namespace {

using Surfaces = std::set<std::string>;

// Surface forms by entity.
std::map<std::string_view, Surfaces> SurfacesOf(const AnnotatedDocument& document) {
  std::map<std::string_view, Surfaces> surfaces;
  for (const AnnotatedMention& mention : document.mentions) {
    if (!mention.entity.empty()) surfaces[mention.entity].insert(WithoutSpace(mention.text));
  }
  return surfaces;
}

void Join(std::size_t gold, std::size_t predicted, StatementPartners& partners) {
  partners.of_gold[gold] = predicted;
  partners.of_predicted[predicted] = gold;
}

void PairByIds(const AnnotatedDocument& gold, const AnnotatedDocument& predicted,
               StatementPartners& partners) {
  for (std::size_t i = 0; i < gold.statements.size(); ++i) {
    const auto found = std::lower_bound(predicted.statements.begin(), predicted.statements.end(),
                                        gold.statements[i]);
    if (found != predicted.statements.end() && *found == gold.statements[i])
      Join(i, static_cast<std::size_t>(found - predicted.statements.begin()), partners);
  }
}

void PairBySurfaces(const AnnotatedDocument& gold, const AnnotatedDocument& predicted,
                    StatementPartners& partners) {
  const std::map<std::string_view, Surfaces> surfaces = SurfacesOf(predicted);
  std::map<std::pair<std::string, std::string_view>, std::vector<std::size_t>> by_subject;
  for (std::size_t i = 0; i < predicted.statements.size(); ++i) {
    const AnnotatedStatement& statement = predicted.statements[i];
    const auto subject = surfaces.find(statement.subject);
    if (subject == surfaces.end()) continue;
    for (const std::string& surface : subject->second)
      by_subject[{surface, statement.predicate}].push_back(i);
  }
  for (std::size_t i = 0; i < gold.statements.size(); ++i) {
    const AnnotatedStatement& statement = gold.statements[i];
    const auto subject = by_subject.find({WithoutSpace(statement.subject), statement.predicate});
    if (subject == by_subject.end()) continue;
    const std::string object = WithoutSpace(statement.object);
    for (const std::size_t candidate : subject->second) {
      const auto forms = surfaces.find(predicted.statements[candidate].object);
      if (partners.of_predicted[candidate] != kNoPartner || forms == surfaces.end() ||
          !forms->second.contains(object)) {
        continue;
      }
      Join(i, candidate, partners);
      break;
    }
  }
}

}  // namespace

StatementPartners PairStatements(const AnnotatedDocument& gold,
                                 const AnnotatedDocument& predicted) {
  StatementPartners partners{std::vector<std::size_t>(gold.statements.size(), kNoPartner),
                             std::vector<std::size_t>(predicted.statements.size(), kNoPartner)};
  if (gold.format == AnnotationFormat::kExtract) {
    PairByIds(gold, predicted, partners);
  } else {
    PairBySurfaces(gold, predicted, partners);
  }
  return partners;
}

}  // namespace zhitu::extract

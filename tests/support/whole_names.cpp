#include "tests/support/whole_names.h"

#include <fmt/format.h>

#include "extract/articles.h"
#include "tests/support/test_knowledge.h"

namespace zhitu::extract {

std::vector<std::string> WholeNames(const std::string& preset, const std::string& text,
                                    FindWholeNames find) {
  const Knowledge knowledge = KnowledgeOf(preset);
  SourceText source;
  source.text = text;
  source.record = true;
  const std::vector<Document> documents = SplitArticles(source, knowledge.conventions);
  NameContexts contexts;
  find(View(documents.at(0), knowledge.conventions), knowledge, contexts);
  std::vector<std::string> shown;
  for (const WholeContext& context : contexts.whole) {
    shown.push_back(fmt::format("{}={}@{:.2f}", context.name, context.type, context.score));
    for (const std::string& alias : context.aliases) shown.back() += "|" + alias;
  }
  return shown;
}

}  // namespace zhitu::extract

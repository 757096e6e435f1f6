// Gold: it is refused with a place, or gives texts whose names and statements can be learned. Lines
// that name a file are left out, so that nothing of this machine is read.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/error.h"
#include "extract/given_mentions.h"
#include "extract/gold_text.h"
#include "extract/statement_trainer.h"
#include "extract/tagger.h"
#include "extract/tagger_trainer.h"
#include "extract/utf8.h"
#include "tests/fuzz/check.h"

namespace zhitu::extract {
namespace {

void CheckNames(const TrainingText& text) {
  Check(WellFormedPrefix(text.text) == text.text.size(), "a text of characters");
  std::size_t end = 0;
  for (const TrainingName& name : text.names) {
    Check(end <= name.span.begin && name.span.begin < name.span.end, "an order");
    Check(name.span.end <= text.text.size(), "a span");
    Check(IsLeadByte(text.text[name.span.begin]), "a character");
    Check(!name.type.empty(), "a type");
    end = name.span.end;
  }
}

void CheckTraining(const std::vector<TrainingText>& texts) {
  TrainingOptions options;
  options.learner.epochs = 1;
  TrainingCounts counts;
  const TaggerModel model = TrainTagger(texts, options, counts);
  Tagger tagger(model);
  for (const TrainingText& text : texts) {
    std::vector<TaggedName> names;
    const Span whole{0, text.text.size()};
    tagger.Tag(text.text, {&whole, 1}, {}, names);
    for (const TaggedName& name : names) {
      Check(name.span.begin < name.span.end && name.span.end <= text.text.size(), "a span found");
    }
  }
}

void CheckStatements(const AnnotationFile& gold) {
  const Gazetteer empty;
  std::vector<GivenDocument> documents = GiveDocuments(gold, "gold.jsonl", {}, empty);
  std::vector<StatementText> texts;
  for (GivenDocument& document : documents) {
    for (const Mention& mention : document.text.extraction.mentions) {
      const Extraction& extraction = document.text.extraction;
      Check(mention.span.begin < mention.span.end, "a span of a mention");
      Check(mention.span.end <= extraction.document.text.size(), "a mention in its text");
      Check(!extraction.EntityId(mention.entity).empty(), "an entity");
    }
    texts.push_back(document.text);
  }
  StatementCounts counts;
  std::optional<StatementModel> model = TrainStatements(texts, {}, counts);
  if (!model) return;
  const StatementPool pool(std::move(*model));
  FindGivenStatements(pool, documents, 1);
  for (const GivenDocument& document : documents) {
    const Extraction& extraction = document.text.extraction;
    for (const Statement& statement : extraction.statements) {
      Check(statement.subject != statement.object, "two ends");
      Check(statement.evidence.front().end <= extraction.document.text.size(), "evidence");
      Check(statement.confidence > 0 && statement.confidence < 1, "a confidence");
    }
  }
}

void CheckGold(std::string_view bytes) {
  std::istringstream lines{std::string(bytes)};
  AnnotationFile gold = ReadGold(lines, "gold.jsonl");
  std::erase_if(gold.documents,
                [](const AnnotatedDocument& document) { return !document.file.empty(); });
  const std::vector<TrainingText> texts = TrainingTexts(gold, {});
  for (const TrainingText& text : texts) CheckNames(text);
  const bool named = std::any_of(texts.begin(), texts.end(),
                                 [](const TrainingText& text) { return !text.names.empty(); });
  if (named) CheckTraining(texts);
  CheckStatements(gold);
}

}  // namespace
}  // namespace zhitu::extract

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace zhitu::extract;
  try {
    CheckGold({reinterpret_cast<const char*>(data), size});
  } catch (const InputError& error) {
    zhitu::Check(!error.problems().empty(), "a fault that is told");
  } catch (const LimitError&) {
  } catch (const UsageError&) {  // more types than a model may have
  }
  return 0;
}

// Gold: it is refused with a place, or gives texts whose names can be learned. Lines that name a
// file are left out, so that nothing of this machine is read.
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "extract/error.h"
#include "extract/gold_text.h"
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

void CheckGold(std::string_view bytes) {
  std::istringstream lines{std::string(bytes)};
  AnnotationFile gold = ReadGold(lines, "gold.jsonl");
  std::erase_if(gold.documents,
                [](const AnnotatedDocument& document) { return !document.file.empty(); });
  const std::vector<TrainingText> texts = TrainingTexts(gold, {});
  for (const TrainingText& text : texts) CheckNames(text);
  CheckTraining(texts);
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

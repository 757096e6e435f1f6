#include "extract/gold_text.h"

#include <algorithm>
#include <utility>

#include "extract/error.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

// A model keeps types with a zero behind each.
void CheckType(const AnnotatedMention& mention, const SourcePosition& where) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < ' '; };
  if (std::none_of(mention.type.begin(), mention.type.end(), control)) return;
  throw InputError(PositionOf(mention, where), "the type of " + SpanText(mention) +
                                                   " holds a control character; expected a word");
}

// In order, each once.
std::vector<const AnnotatedMention*> OutermostNames(const AnnotatedDocument& document,
                                                    const SourcePosition& where) {
  std::vector<const AnnotatedMention*> names;
  for (const AnnotatedMention& mention : document.mentions) {
    if (mention.nested || mention.kind != MentionKind::kName) continue;
    CheckType(mention, where);
    if (!names.empty() && mention.begin < names.back()->end) {
      const AnnotatedMention& before = *names.back();
      if (before.begin != mention.begin || before.end != mention.end) {
        throw InputError(PositionOf(mention, where),
                         SpanText(before) + " and " + SpanText(mention) +
                             " cross; expected names apart or inside each other");
      }
      if (before.type == mention.type) continue;
      throw InputError(PositionOf(mention, where), SpanText(mention) + " has the types " +
                                                       before.type + " and " + mention.type +
                                                       "; expected one");
    }
    names.push_back(&mention);
  }
  return names;
}

TrainingText TextOf(const AnnotatedDocument& document, const SourcePosition& where,
                    GoldSourceReader& sources) {
  const std::vector<const AnnotatedMention*> names = OutermostNames(document, where);
  GoldSource source = sources.Read(document, where);
  const OffsetIndex offsets(source.text);
  TrainingText result;
  for (const AnnotatedMention* name : names)
    result.names.push_back({BytesOf(*name, document, source, offsets, where), name->type});
  result.text = std::move(source.text);
  return result;
}

}  // namespace

std::vector<TrainingText> TrainingTexts(const AnnotationFile& gold, const GoldSources& sources) {
  constexpr std::size_t kMostProblems = 20;
  GoldSourceReader reader(sources);
  std::vector<TrainingText> texts;
  std::vector<Problem> problems;
  bool teaches = false;  // a name or a statement
  for (const AnnotatedDocument& document : gold.documents) {
    if (problems.size() == kMostProblems) break;
    teaches = teaches || !document.statements.empty();
    if (document.format == AnnotationFormat::kTriples) continue;
    try {
      texts.push_back(TextOf(document, {gold.file, document.line, 1}, reader));
      teaches = teaches || !texts.back().names.empty();
    } catch (const InputError& error) {
      problems.insert(problems.end(), error.problems().begin(), error.problems().end());
    }
  }
  if (!problems.empty()) throw InputError(std::move(problems));
  if (!teaches) throw InputError({gold.file, 0, 0}, "holds no name; expected some to learn from");
  return texts;
}

}  // namespace zhitu::extract

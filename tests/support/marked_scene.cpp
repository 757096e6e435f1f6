#include "tests/support/marked_scene.h"

#include "extract/preset_reader.h"

namespace zhitu::extract {
namespace {

Knowledge Read(const std::string& preset) {
  PresetReader reader;
  reader.Read("preset.yaml", preset);
  return reader.Take();
}

// All matches of a text without ambiguous names.
std::vector<RuleMention> Mentions(const Gazetteer& gazetteer, const View& view) {
  std::vector<RuleMention> mentions;
  for (const Match& match : gazetteer.Find(view.folded(), view.document().text)) {
    const EntityIndex entity = match.readings.front();
    mentions.push_back({match.folded, entity, gazetteer.entity(entity).type, match.nested,
                        view.SentenceAt(match.folded.begin)});
  }
  return mentions;
}

Document Dated(Document document, const std::string& date) {
  document.date = date;
  return document;
}

}  // namespace

MarkedScene::MarkedScene(const std::string& preset, std::string_view marked,
                         const std::string& date)
    : knowledge_(Read(preset)),
      names_(marked),
      document_(Dated(names_.document(), date)),
      view_(document_, knowledge_.conventions),
      words_(knowledge_.lexicons, view_.folded().text()),
      entities_(names_.gazetteer(), found_),
      mentions_(Mentions(names_.gazetteer(), view_)),
      input_{view_, knowledge_, words_, entities_, mentions_} {}

NumeralFinder NumeralsOf(const RuleInput& input) {
  return {input.words, input.view.folded().text(), input.knowledge.quantities};
}

}  // namespace zhitu::extract

#include "extract/tagger_model.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "extract/label_scheme.h"
#include "extract/tag_features.h"

namespace zhitu::extract {
namespace {

// True if each type is a word, and they are not too many.
bool AreTypes(const std::vector<std::string>& types) {
  return !types.empty() && types.size() <= LabelScheme::kMostTypes && AreModelWords(types);
}

std::vector<std::size_t> TableWidths(const TaggerModel& model) {
  if (model.surfaces_only) return {1};
  return RowWidths(LabelScheme(model.types.size()).size());
}

bool AreTransitions(std::span<const std::int32_t> transitions, std::size_t labels) {
  constexpr std::int32_t kMost = std::int32_t{1} << 20U;
  return transitions.size() == labels * labels &&
         std::all_of(transitions.begin(), transitions.end(),
                     [](std::int32_t t) { return t >= -kMost && t <= kMost; });
}

// True if no value of a form names a type that is not there.
bool HasTypes(std::span<const std::uint16_t> values, std::size_t types) {
  return std::all_of(values.begin(), values.end(), [&](std::uint16_t value) {
    return value == 0 || SurfaceLexicon::TypeOf(value) < types;
  });
}

// True if no look-up reads outside of the arrays, and scores stay in range.
bool FitsTogether(const TaggerModel& model) {
  if (!(model.step > 0) || !std::isfinite(model.step)) return false;
  const std::size_t labels = model.surfaces_only ? 0 : LabelScheme(model.types.size()).size();
  if (!AreTransitions(model.transitions.view(), labels) ||
      model.surfaces.values().size() != model.surfaces.index().size() ||
      !HasTypes(model.surfaces.values().view(), model.types.size())) {
    return false;
  }
  const std::vector<std::size_t> widths = TableWidths(model);
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const TaggerModel::Table& table = model.tables[i];
    if (table.rows.size() != table.index.size() * widths[i] + TaggerModel::kSlack) return false;
  }
  return true;
}

}  // namespace

std::vector<std::size_t> RowWidths(std::size_t labels) {
  std::vector<std::size_t> widths;
  for (const TagFeature& feature : TagFeatures()) widths.push_back(feature.reach * labels);
  for (const WordFeature& feature : WordFeatures())
    widths.push_back(feature.reach * kWaysInWord * labels);
  return widths;
}

void AppendTagger(const TaggerModel& model, std::string& bytes) {
  AppendSection(model.types, bytes);
  AppendSection(BytesOf(model.transitions.view()), bytes);
  AppendSection(model.surfaces.index(), bytes);
  AppendSection(BytesOf(model.surfaces.values().view()), bytes);
  for (const TaggerModel::Table& table : model.tables) {
    AppendSection(table.index, bytes);
    AppendSection(BytesOf(table.rows.view()), bytes);
  }
}

void ReadTagger(SectionReader& sections, TaggerModel& model) {
  model.types = sections.Words();
  if (!AreTypes(model.types)) RefuseDamagedModel(sections.path());
  model.transitions = sections.Array<std::int32_t>();
  HashIndex surfaces = sections.Index();
  model.surfaces = SurfaceLexicon(std::move(surfaces), sections.Array<std::uint16_t>());
  for (std::size_t i = 0; i < TableWidths(model).size(); ++i) {
    HashIndex index = sections.Index();
    model.tables.push_back({std::move(index), sections.Array<std::int8_t>()});
  }
  if (!FitsTogether(model)) RefuseDamagedModel(sections.path());
}

}  // namespace zhitu::extract

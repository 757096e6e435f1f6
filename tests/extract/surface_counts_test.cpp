#include "extract/surface_counts.h"

#include <gtest/gtest.h>

#include <string>

#include "extract/extractor.h"
#include "extract/fold.h"
#include "extract/gazetteer_builder.h"
#include "extract/hash.h"

namespace zhitu::extract {
namespace {

Gazetteer Names() {
  GazetteerBuilder builder;
  const std::uint32_t file = builder.AddFile("d.csv", "");
  for (const char* const name : {"民大", "北京", "北京站"}) {
    Entity entity;
    entity.id = entity.name = name;
    entity.type = "place";
    builder.Add(entity, {}, file, 1);
  }
  return builder.Build();
}

SurfaceCounts::Count CountIn(const std::string& text, const std::string& form) {
  const Gazetteer gazetteer = Names();
  ExtractorOptions options;
  options.preset = "none";
  const Extractor extractor(gazetteer, options);
  SurfaceCounts counts;
  SourceText source;
  source.name = source.file = "t";
  source.text = text;
  for (const Extraction& extraction : extractor.Run(source)) counts.Add(extraction);
  return counts.Of(Hash64(FoldName(form)));
}

TEST(SurfaceCounts, CountsOutermostForms) {
  const std::string text = "北京和北京站。";
  EXPECT_EQ(CountIn(text, "北京").found, 1U);
  EXPECT_EQ(CountIn(text, "北京站").found, 1U);
  EXPECT_EQ(CountIn(text, "民大").found, 0U);
}

TEST(SurfaceCounts, TellsFormsInsideOfWords) {
  const SurfaceCounts::Count inside = CountIn("人民大会堂。人民大会堂。", "民大");
  EXPECT_EQ(inside.found, 2U);
  EXPECT_EQ(inside.looked_at, 2U);
  EXPECT_EQ(inside.inside, 2U);
  EXPECT_EQ(CountIn("我在北京。", "北京").inside, 0U);
}

TEST(SurfaceCounts, LooksAtSoManyOnly) {
  std::string text;
  for (std::size_t i = 0; i < SurfaceCounts::kMostLookedAt + 9; ++i) text += "在北京。\n";
  const SurfaceCounts::Count count = CountIn(text, "北京");
  EXPECT_EQ(count.found, SurfaceCounts::kMostLookedAt + 9);
  EXPECT_EQ(count.looked_at, SurfaceCounts::kMostLookedAt);
}

}  // namespace
}  // namespace zhitu::extract

#include "extract/statement_scene.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "tests/support/marked_texts.h"

namespace zhitu::extract {
namespace {

using Role = StatementScene::Role;
using Keys = std::vector<std::uint64_t>;

// A scene of a text in which names are marked as `[1 name]`, the number their type; equal names are
// one entity.
class MarkedScene {
 public:
  explicit MarkedScene(const std::string& marked) : text_(MarkedText(marked)) {
    std::vector<SceneMention> mentions;
    std::vector<std::string> entities;
    for (const TrainingName& name : text_.names) {
      const std::string surface(name.span.In(text_.text));
      const auto known = std::find(entities.begin(), entities.end(), surface);
      const auto entity = static_cast<EntityIndex>(known - entities.begin());
      if (known == entities.end()) entities.push_back(surface);
      mentions.push_back(
          {name.span, entity, static_cast<std::uint32_t>(std::stoul(name.type)), false});
    }
    const Span whole{0, text_.text.size()};
    scene_.Read(text_.text, {&whole, 1}, mentions);
  }

  const StatementScene& scene() const { return scene_; }
  Keys Pair(std::size_t subject, std::size_t object) const {
    Keys keys;
    scene_.AppendKeys(subject, object, keys);
    return keys;
  }
  Keys End(std::size_t mention, Role role, bool first) const {
    Keys keys;
    scene_.AppendKeys(mention, role, first, keys);
    return keys;
  }

 private:
  TrainingText text_;
  StatementScene scene_;
};

std::size_t Shared(Keys a, Keys b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  Keys both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

TEST(StatementScene, CountsTokensBetweenMentions) {
  const MarkedScene scene("[1 张三]在[2 郑州]的[2 North Wind]");
  EXPECT_EQ(scene.scene().Distance(0, 1), 1U);
  EXPECT_EQ(scene.scene().Distance(1, 0), 1U);
  EXPECT_EQ(scene.scene().Distance(0, 2), 4U);
}

TEST(StatementScene, GivesEachKeyOfAPairOnce) {
  const MarkedScene scene("[1 张三]说说说说了又说说说的[2 郑州]，，，[1 李四]");
  for (const auto& [a, b] : {std::pair(0, 1), std::pair(1, 0), std::pair(0, 2), std::pair(2, 0)}) {
    Keys keys = scene.Pair(static_cast<std::size_t>(a), static_cast<std::size_t>(b));
    std::sort(keys.begin(), keys.end());
    EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end());
  }
}

TEST(StatementScene, SeesDirectionOrderAndTypes) {
  const MarkedScene scene("[1 张三]在[2 郑州]工作");
  EXPECT_NE(scene.Pair(0, 1), scene.Pair(1, 0));
  EXPECT_NE(scene.Pair(0, 1), MarkedScene("[1 张三]在[3 郑州]工作").Pair(0, 1));
  EXPECT_NE(scene.Pair(0, 1), MarkedScene("[2 郑州]在[1 张三]工作").Pair(1, 0));
  EXPECT_NE(scene.End(0, Role::kSubject, true), scene.End(0, Role::kObject, true));
  EXPECT_NE(scene.End(0, Role::kSubject, true), scene.End(0, Role::kSubject, false));
}

// What is said before a list is said of all its names.
TEST(StatementScene, SeesListsOfNamesOfOneType) {
  const MarkedScene list("《[2 长河]》演员[1 张三]、[1 李四]、[1 王五]");
  const MarkedScene alone("《[2 长河]》演员[1 王五]");
  const MarkedScene apart("《[2 长河]》演员[1 张三]，很好，[1 王五]");
  const Keys told = alone.End(1, Role::kObject, false);
  EXPECT_GT(Shared(list.End(3, Role::kObject, false), told),
            Shared(apart.End(2, Role::kObject, false), told));
}

TEST(StatementScene, PassesOverMentionsInsideOthers) {
  const std::string text = "郑州大学在河南";
  const Span whole{0, text.size()};
  const std::vector<SceneMention> outer = {{{0, 12}, 0, 1, false}, {{15, 21}, 1, 2, false}};
  std::vector<SceneMention> with_inner = outer;
  with_inner.insert(with_inner.begin() + 1, {{0, 6}, 2, 2, true});
  StatementScene one;
  one.Read(text, {&whole, 1}, outer);
  StatementScene other;
  other.Read(text, {&whole, 1}, with_inner);
  EXPECT_EQ(other.Distance(0, 1), 0U);
  Keys between;
  one.AppendKeys(0, 1, between);
  Keys between_with_inner;
  other.AppendKeys(0, 2, between_with_inner);
  EXPECT_EQ(Shared(between, between_with_inner) + 2, between.size());  // but for counts of a type
}

// Scenes of any text and mentions, also of what vanishes or is cut, are read without harm.
TEST(StatementScene, ReadsWhatIsOdd) {
  const std::vector<std::string> texts = {"",     " ",      "\xE2\x80\x8B",    "a",
                                          " a  ", "。。。", "a\xE2\x80\x8B b", "😀知Étoile9"};
  for (const std::string& text : texts) {
    const Span whole{0, text.size()};
    std::vector<SceneMention> mentions;
    for (std::size_t at = 0; at < text.size(); ++at)
      mentions.push_back({{at, at + 1}, static_cast<EntityIndex>(at), 1, false});
    StatementScene scene;
    scene.Read(text, {&whole, 1}, mentions);
    Keys keys;
    scene.AppendKeys(keys);
    for (std::size_t a = 0; a < scene.mentions().size(); ++a) {
      for (std::size_t b = 0; b < scene.mentions().size(); ++b) {
        scene.AppendKeys(a, Role::kSubject, a < b, keys);
        scene.AppendKeys(b, Role::kObject, b < a, keys);
        if (a != b) scene.AppendKeys(a, b, keys);
      }
    }
    EXPECT_EQ(std::count(keys.begin(), keys.end(), 0U), 0);
  }
}

TEST(StatementScene, HasAFingerprint) {
  EXPECT_EQ(StatementKeysFingerprint(), StatementKeysFingerprint());
}

}  // namespace
}  // namespace zhitu::extract

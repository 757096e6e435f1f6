#include "extract/statement_classifier.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "extract/statement_trainer.h"
#include "extract/tagger.h"
#include "tests/support/told_texts.h"

namespace zhitu::extract {
namespace {

const StatementModel& Model() {
  static const StatementModel model = [] {
    StatementCounts counts;
    return std::move(*TrainStatements(ToldTexts(), {}, counts));
  }();
  return model;
}

// The slow twin: for each ordered pair of entities the nearest mentions, for each predicate all
// weights of all keys, one after the other.
class PlainClassifier {
 public:
  PlainClassifier(const StatementModel& model, const std::string& text,
                  const std::vector<SceneMention>& mentions)
      : model_(model) {
    const Span whole{0, text.size()};
    scene_.Read(text, {&whole, 1}, mentions);
  }

  std::vector<FoundStatement> Find() const {
    std::vector<FoundStatement> found;
    const auto mentions = scene_.mentions();
    for (std::size_t subject = 0; subject < mentions.size(); ++subject) {
      for (std::size_t object = 0; object < mentions.size(); ++object) {
        if (!IsNearest(subject, object)) continue;
        for (const StatementModel::Signature& signature : model_.signatures.view())
          Try(subject, object, signature, found);
      }
    }
    return found;
  }

 private:
  bool IsNearest(std::size_t subject, std::size_t object) const {
    const auto mentions = scene_.mentions();
    const EntityIndex from = mentions[subject].entity;
    const EntityIndex to = mentions[object].entity;
    if (from == to) return false;
    const auto rank = [&](std::size_t a, std::size_t b) {
      return std::tuple(scene_.Distance(a, b), std::min(a, b), std::max(a, b));
    };
    for (std::size_t a = 0; a < mentions.size(); ++a) {
      for (std::size_t b = 0; b < mentions.size(); ++b) {
        if (mentions[a].entity == from && mentions[b].entity == to &&
            rank(a, b) < rank(subject, object)) {
          return false;
        }
      }
    }
    return true;
  }

  void Try(std::size_t subject, std::size_t object, const StatementModel::Signature& signature,
           std::vector<FoundStatement>& found) const {
    const auto has_type = [&](std::size_t mention, std::size_t type) {
      return scene_.mentions()[mention].type == NumberOfNameType(model_.types[type]);
    };
    if (!has_type(subject, signature.subject) || !has_type(object, signature.object)) return;
    std::vector<std::uint64_t> keys;
    scene_.AppendKeys(keys);
    scene_.AppendKeys(subject, StatementScene::Role::kSubject, subject < object, keys);
    scene_.AppendKeys(object, StatementScene::Role::kObject, object < subject, keys);
    scene_.AppendKeys(subject, object, keys);
    int sum = 0;
    for (const std::uint64_t key : keys) {
      const std::uint32_t row = model_.index.Find(key);
      if (row == HashIndex::kNone) continue;
      for (std::uint32_t i = model_.rows[row]; i < model_.rows[row + 1]; ++i) {
        if (model_.weights[i].predicate == signature.predicate) sum += model_.weights[i].steps;
      }
    }
    const double odds =
        sum * double{model_.steps[signature.predicate]} * model_.slope + model_.offset;
    const double probability = 1 / (1 + std::exp(-odds));
    if (probability < model_.threshold) return;
    found.push_back({static_cast<std::uint32_t>(subject), static_cast<std::uint32_t>(object),
                     signature.predicate, probability});
  }

  const StatementModel& model_;
  StatementScene scene_;
};

std::string Show(std::span<const FoundStatement> found) {
  std::string all;
  for (const FoundStatement& one : found) {
    all += std::to_string(one.subject) + ' ' + std::to_string(one.predicate) + ' ' +
           std::to_string(one.object) + ' ' + std::to_string(std::lround(one.probability * 1e6)) +
           '\n';
  }
  return all;
}

class ClassifierTwin : public testing::TestWithParam<unsigned> {};

// Sentences of random pieces; the model knows the types 1 and 2, of which it has learned.
TEST_P(ClassifierTwin, FindsTheSame) {
  std::mt19937 random(GetParam());
  const std::vector<std::string> pieces = {"由", "写", "，",     "导演",  "看了",
                                           "》", "《", "的小说", "North "};
  StatementClassifier classifier(Model());
  for (int round = 0; round < 20; ++round) {
    std::string text;
    std::vector<SceneMention> mentions;
    for (int i = 0; i < 12; ++i) {
      if (random() % 3 != 0) {
        text += pieces[random() % pieces.size()];
        continue;
      }
      const bool person = random() % 2 == 0;
      const std::string name = person ? "张三" : "长河";
      mentions.push_back({{text.size(), text.size() + name.size()},
                          static_cast<EntityIndex>(random() % 3 + (person ? 0 : 3)),
                          classifier.TypeOf(person ? "person" : "work"),
                          false});
      text += name;
    }
    const Span whole{0, text.size()};
    const auto found = classifier.Find(text, {&whole, 1}, mentions);
    EXPECT_EQ(Show(found), Show(PlainClassifier(Model(), text, mentions).Find())) << text;
  }
}
INSTANTIATE_TEST_SUITE_P(Seeds, ClassifierTwin, testing::Range(0U, 30U));

TEST(StatementClassifier, KnowsItsTypes) {
  const StatementClassifier classifier(Model());
  EXPECT_NE(classifier.TypeOf("person"), 0U);
  EXPECT_NE(classifier.TypeOf("person"), classifier.TypeOf("work"));
  EXPECT_EQ(classifier.TypeOf("place"), 0U);
}

}  // namespace
}  // namespace zhitu::extract

#include "extract/document_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "extract/preset.h"
#include "extract/reflow.h"
#include "tests/support/brute_force_matcher.h"
#include "tests/support/page.h"
#include "tests/support/temp_folder.h"

namespace zhitu::extract {
namespace {

// Two rules, in a preset of their own.
constexpr char kRules[] = R"(
text:
  join_lines: true
  sentence_end: "。！？；"
  clause_end: "，"
  no_line_start: "，"
  byline: [本报记者]
groups:
  any: [e0, e1, e2]
rules:
  - id: helps
    pattern: "{s:any} '帮助' {o:any}"
    predicate: helps
    subject: s
    object: o
    confidence: 0.9
    yes: ["[甲:e0]帮助[乙:e1] -> 甲 helps 乙"]
    no: ["[甲:e0]和[乙:e1]"]
  - id: about
    pattern: "{o:any}"
    predicate: about
    subject: document
    object: o
    zones: [headline]
    confidence: 0.8
    yes: ["[甲:e0] -> document about 甲"]
    no: ["无"]
)";

class DocumentReader : public testing::Test {
 protected:
  DocumentReader() {
    folder_.Write("preset/rules.yaml", kRules);
    preset_.push_back(Preset::Load(folder_ / "preset", {}));
  }

  Extraction Read(const Gazetteer& gazetteer, const std::string& text) const {
    Document document;
    document.id = "a.txt";
    document.text = text;
    document.blocks = Reflow(text, preset_[0].knowledge().conventions);
    if (!document.blocks.empty() && document.blocks[0].zone == Zone::kSubhead)
      document.blocks[0].zone = Zone::kHeadline;
    return ReadDocument(std::move(document), gazetteer, preset_[0].knowledge(),
                        preset_[0].knowledge().rules);
  }
  std::vector<Extraction> ReadAll(const Gazetteer& gazetteer,
                                  std::vector<Document> documents) const {
    return ReadDocuments(std::move(documents), gazetteer, preset_[0].knowledge(),
                         preset_[0].knowledge().rules);
  }

  static std::string Statements(const Extraction& extraction) {
    std::string shown;
    for (const Statement& statement : extraction.statements) {
      shown += extraction.EntityId(statement.subject) + ' ' + statement.predicate + ' ' +
               extraction.EntityId(statement.object) + " by " + statement.rule + ':';
      for (const Span& span : statement.evidence) shown += ' ' + extraction.Surface(span);
      shown += '\n';
    }
    return shown;
  }

 private:
  TempFolder folder_;
  std::vector<Preset> preset_;  // one
};

TEST_F(DocumentReader, EmptyText) {
  const Gazetteer gazetteer = BuildGazetteer({{"甲区", 0}});
  const Extraction extraction = Read(gazetteer, "");
  EXPECT_TRUE(extraction.mentions.empty());
  EXPECT_TRUE(extraction.statements.empty());
  EXPECT_TRUE(extraction.sentences.empty());
  EXPECT_TRUE(extraction.found.empty());
  EXPECT_EQ(extraction.gazetteer, &gazetteer);
}

// Documents read together know nothing of each other.
TEST_F(DocumentReader, ReadsSeveralAsOneByOne) {
  const Gazetteer gazetteer = BuildGazetteer({{"甲区", 0}, {"乙区", 1}, {"丙区", 2}});
  const std::vector<std::string> texts = {"甲区帮助乙区。\n", "",
                                          "丙区\n\n乙区帮助甲区。丙区帮助乙区。\n", "甲区。\n"};
  std::vector<Document> documents;
  for (const std::string& text : texts) documents.push_back(Read(gazetteer, text).document);
  const std::vector<Extraction> together = ReadAll(gazetteer, std::move(documents));
  ASSERT_EQ(together.size(), texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Extraction alone = Read(gazetteer, texts[i]);
    EXPECT_EQ(together[i].document.text, texts[i]);
    EXPECT_EQ(Statements(together[i]), Statements(alone));
    EXPECT_EQ(together[i].mentions.size(), alone.mentions.size());
    EXPECT_EQ(together[i].sentences, alone.sentences);
  }
  EXPECT_TRUE(ReadAll(gazetteer, {}).empty());
}

TEST_F(DocumentReader, KeepsTheDocument) {
  const Gazetteer gazetteer;
  const Extraction extraction = Read(gazetteer, "甲区。\n");
  EXPECT_EQ(extraction.document.id, "a.txt");
  EXPECT_EQ(extraction.document.text, "甲区。\n");
  EXPECT_EQ(extraction.document.blocks.size(), 1U);
}

TEST_F(DocumentReader, NumbersSentencesAsMentionsDo) {
  const Gazetteer gazetteer = BuildGazetteer({{"甲区", 0}});
  const std::string text = "题\n\n一。甲区\n，好。甲区。\n";
  const Extraction extraction = Read(gazetteer, text);
  std::vector<std::string> sentences;
  for (const Span& span : extraction.sentences) sentences.emplace_back(span.In(text));
  EXPECT_EQ(sentences, (std::vector<std::string>{"题", "一。", "甲区\n，好。", "甲区。"}));
  ASSERT_EQ(extraction.mentions.size(), 2U);
  EXPECT_EQ(extraction.mentions[0].sentence, 2U);
  EXPECT_EQ(extraction.mentions[1].sentence, 3U);
}

TEST_F(DocumentReader, StatementsInOrderOfTheirEvidence) {
  const Gazetteer gazetteer = BuildGazetteer({{"甲区", 0}, {"乙区", 1}, {"丙区", 2}});
  EXPECT_EQ(Statements(Read(gazetteer, "丙区\n\n甲区帮助乙区。丙区帮助甲区帮助丙区。\n")),
            "document:a.txt about e2 by about: 丙区\n"
            "e0 helps e1 by helps: 甲区帮助乙区\n"
            "e2 helps e0 by helps: 丙区帮助甲区\n"
            "e0 helps e2 by helps: 甲区帮助丙区\n");
}

TEST_F(DocumentReader, StatementOverALineBreak) {
  const Gazetteer gazetteer = BuildGazetteer({{"甲区", 0}, {"，乙区", 1}});
  EXPECT_EQ(Statements(Read(gazetteer, "甲区帮助\n，乙区。\n")),
            "e0 helps e1 by helps: 甲区帮助，乙区\n");
}

TEST_F(DocumentReader, NoStatementOverSentences) {
  const Gazetteer gazetteer = BuildGazetteer({{"甲区", 0}, {"乙区", 1}});
  EXPECT_EQ(Statements(Read(gazetteer, "好。甲区帮助。乙区好。\n")), "");
}

TEST_F(DocumentReader, UndecidedMentionMakesNoStatement) {
  const Gazetteer gazetteer = BuildGazetteer({{"甲区", 0}, {"乙区", 1}, {"乙区", 2}});
  const Extraction extraction = Read(gazetteer, "甲区帮助乙区。\n");
  ASSERT_EQ(extraction.mentions.size(), 2U);
  EXPECT_EQ(extraction.mentions[1].entity, kNoEntity);
  EXPECT_EQ(Statements(extraction), "");
}

TEST_F(DocumentReader, WithoutRulesThereAreMentionsOnly) {
  const Gazetteer gazetteer = BuildGazetteer({{"甲区", 0}, {"乙区", 1}});
  Document document;
  document.text = "甲区帮助乙区。";
  document.blocks = Reflow(document.text, ChineseNews());
  Knowledge knowledge;
  knowledge.conventions = ChineseNews();
  const Extraction extraction = ReadDocument(document, gazetteer, knowledge, {});
  EXPECT_EQ(extraction.mentions.size(), 2U);
  EXPECT_TRUE(extraction.statements.empty());
}

// What everything after extraction relies on.
void ExpectSound(const Extraction& extraction) {
  const std::string& text = extraction.document.text;
  const Mention* before = nullptr;
  for (const Mention& mention : extraction.mentions) {
    ASSERT_LT(mention.span.begin, mention.span.end) << text;
    ASSERT_LE(mention.span.end, text.size()) << text;
    ASSERT_TRUE(extraction.sentences.at(mention.sentence).Covers(mention.span)) << text;
    const Block& block = extraction.document.blocks.at(mention.block);
    ASSERT_TRUE(block.span().Covers(mention.span)) << text;
    ASSERT_EQ(block.zone, mention.zone) << text;
    if (mention.nested) {
      ASSERT_NE(before, nullptr) << text;
      ASSERT_LE(before->span.begin, mention.span.begin) << text;
    }
    before = &mention;
  }
  for (const Statement& statement : extraction.statements) {
    ASSERT_FALSE(statement.evidence.empty()) << text;
    for (const Span& span : statement.evidence) ASSERT_LE(span.end, text.size()) << text;
  }
  ASSERT_TRUE(std::is_sorted(extraction.statements.begin(), extraction.statements.end(),
                             [](const Statement& a, const Statement& b) {
                               return a.evidence.front() < b.evidence.front();
                             }))
      << text;
}

TEST_F(DocumentReader, IsSoundOnRandomPages) {
  const Gazetteer gazetteer = BuildGazetteer({{"社区", 0},
                                              {"郑州高新区", 1},
                                              {"高新区", 1},
                                              {"区", 2},
                                              {"国社区", 0},
                                              {"Green Week", 0},
                                              {"Green", 1},
                                              {"老人", 2},
                                              {"老人", 0}});
  std::mt19937 random(7);
  std::size_t mentions = 0;
  for (int round = 0; round < 2000 && !HasFatalFailure(); ++round) {
    const Extraction extraction = Read(gazetteer, RandomPage(random));
    ExpectSound(extraction);
    mentions += extraction.mentions.size();
  }
  EXPECT_GT(mentions, 2000U);  // or the pages are of no use here
}

}  // namespace
}  // namespace zhitu::extract

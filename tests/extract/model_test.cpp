#include "extract/model.h"

#include <gtest/gtest.h>

#include <cstring>
#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "extract/error.h"
#include "extract/hash.h"
#include "extract/statement_trainer.h"
#include "extract/tagger_trainer.h"
#include "tests/support/marked_texts.h"
#include "tests/support/temp_folder.h"
#include "tests/support/told_texts.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kHashAt = 16;
constexpr std::size_t kHashedFrom = 24;

Model Trained(bool names, bool statements) {
  Model model;
  TrainingCounts counts;
  StatementCounts statement_counts;
  if (names) model.tagger = TrainTagger(MarkedTexts(20), {}, counts);
  if (statements) model.statements = TrainStatements(ToldTexts(20), {}, statement_counts);
  return model;
}

std::string BytesOf(const Model& model) {
  std::string written;
  WriteModel(model, [&](std::string_view part) { written += part; });
  return written;
}

// Of a model with both parts.
const std::string& ModelBytes() {
  static const std::string bytes = BytesOf(Trained(true, true));
  return bytes;
}

// Makes the hash right for what follows it.
void Sign(std::string& bytes) {
  const std::uint64_t hash = Hash64(std::string_view(bytes).substr(kHashedFrom));
  std::memcpy(bytes.data() + kHashAt, &hash, sizeof hash);
}

std::string Problem(const std::string& bytes) {
  const TempFolder folder;
  const std::string path = folder.Write("m.zmodel", bytes);
  try {
    LoadModel(path);
  } catch (const InputError& error) {
    return error.problems().front().what;
  }
  return "";
}

struct PartsCase {
  const char* name;
  bool names;
  bool statements;
};
void PrintTo(const PartsCase& c, std::ostream* out) { *out << c.name; }
class ModelParts : public testing::TestWithParam<PartsCase> {};

TEST_P(ModelParts, ComeBackAsTheyWereWritten) {
  const TempFolder folder;
  const std::string bytes = BytesOf(Trained(GetParam().names, GetParam().statements));
  const std::string path = folder.Write("m.zmodel", bytes);
  EXPECT_TRUE(HoldsModel(path));
  const Model model = LoadModel(path);
  EXPECT_EQ(model.tagger.has_value(), GetParam().names);
  EXPECT_EQ(model.statements.has_value(), GetParam().statements);
  EXPECT_EQ(BytesOf(model), bytes);
  EXPECT_EQ(model.hash, HashHex(bytes));
}

const PartsCase kParts[] = {
    {"Names", true, false}, {"Statements", false, true}, {"Both", true, true}};
INSTANTIATE_TEST_SUITE_P(Parts, ModelParts, testing::ValuesIn(kParts),
                         [](const auto& c) { return std::string(c.param.name); });

struct FaultCase {
  const char* name;
  std::function<void(std::string&)> change;
  const char* expected;  // how the message begins
};
void PrintTo(const FaultCase& c, std::ostream* out) { *out << c.name; }
class ModelFault : public testing::TestWithParam<FaultCase> {};

TEST_P(ModelFault, IsRefused) {
  std::string bytes = ModelBytes();
  GetParam().change(bytes);
  EXPECT_TRUE(Problem(bytes).starts_with(GetParam().expected)) << Problem(bytes);
}

const FaultCase kFaults[] = {
    {"Empty", [](std::string& b) { b.clear(); },
     "not a model; expected a file written by `zhitu train`"},
    {"Foreign", [](std::string& b) { b[0] = 'Z'; }, "not a model; expected a file"},
    {"HeadCutOff", [](std::string& b) { b.resize(40); }, "is cut off: has 40 bytes; expected 64"},
    {"CutOff", [](std::string& b) { b.pop_back(); }, "is cut off: has "},
    {"TooLong", [](std::string& b) { b += 'x'; }, "has "},
    {"OtherByteOrder", [](std::string& b) { std::swap(b[8], b[11]); }, "has another byte order; "},
    {"OtherLayout", [](std::string& b) { b[12] = 9; },
     "has layout 9; expected 3: train it again with this zhitu"},
    {"EarlierLayout", [](std::string& b) { b[12] = 2; },
     "has layout 2; expected 3: train it again with this zhitu"},
    {"NoParts",
     [](std::string& b) {
       b[56] = 0;
       Sign(b);
     },
     "is damaged; "},
    {"UnknownParts",
     [](std::string& b) {
       b[56] = 4;
       Sign(b);
     },
     "is damaged; "},
    {"OnePartTooMany",
     [](std::string& b) {
       b[56] = 1;
       Sign(b);
     },
     "is damaged; "},
    {"OtherBytes", [](std::string& b) { b[b.size() / 2] ^= 1; }, "is damaged; "},
    {"OtherVersion",
     [](std::string& b) {
       b[32] = static_cast<char>(b[32] ^ 1);
       Sign(b);
     },
     "was trained by another version of zhitu; "},
    {"ForgedSize",
     [](std::string& b) {
       b[64] = '\x7F';
       b[70] = '\x7F';
       Sign(b);
     },
     "is damaged; "},
};
INSTANTIATE_TEST_SUITE_P(Faults, ModelFault, testing::ValuesIn(kFaults),
                         [](const auto& c) { return std::string(c.param.name); });

// Whatever bytes are changed and signed again, a model is refused or safe to use.
TEST(Model, IsNeverReadOutsideOfItsBytes) {
  for (std::size_t at = 64; at + 8 < ModelBytes().size(); at += 64) {
    std::string bytes = ModelBytes();
    bytes[at] = static_cast<char>(bytes[at] + 1);
    Sign(bytes);
    const auto owner = std::make_shared<std::vector<std::uint64_t>>(bytes.size() / 8 + 8);
    std::memcpy(owner->data(), bytes.data(), bytes.size());
    try {
      ReadModel({reinterpret_cast<const char*>(owner->data()), bytes.size()}, owner, "m");
    } catch (const InputError&) {
      continue;
    }
  }
}

TEST(Model, IsNotThere) {
  EXPECT_THROW(LoadModel("/nonexistent/m.zmodel"), IoError);
  EXPECT_FALSE(HoldsModel("/nonexistent/m.zmodel"));
}

}  // namespace
}  // namespace zhitu::extract

// A forged model: size and hash fit, the rest may be anything. The input: a byte whose highest bit
// asks for a model of surfaces alone, whose next one for a model of statements too, and whose
// others say how many bytes, times 64, are cut off; then patches of that small model, four bytes
// each: where (three bytes, low byte first), and the bits to turn over. It is refused, or finds
// names without harm.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/error.h"
#include "extract/hash.h"
#include "extract/model.h"
#include "extract/statement_classifier.h"
#include "extract/statement_trainer.h"
#include "extract/tagger.h"
#include "extract/tagger_trainer.h"
#include "extract/utf8.h"
#include "tests/fuzz/check.h"
#include "tests/support/marked_texts.h"
#include "tests/support/told_texts.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kAlignment = 64;
constexpr std::size_t kHashAt = 16;
constexpr std::size_t kSizeAt = 24;

constexpr unsigned kSurfacesBit = 0x80;
constexpr unsigned kStatementsBit = 0x40;

std::string Original(bool surfaces_only, bool statements) {
  TrainingOptions options;
  options.surfaces_only = surfaces_only;
  options.learner.epochs = 2;
  TrainingCounts counts;
  std::string bytes;
  Model model;
  model.tagger = TrainTagger(MarkedTexts(10), options, counts);
  StatementCounts statement_counts;
  if (statements) model.statements = TrainStatements(ToldTexts(10), {}, statement_counts);
  WriteModel(model, [&](std::string_view part) { bytes += part; });
  return bytes;
}

void PutWord(std::uint64_t value, std::size_t at, std::string& bytes) {
  if (bytes.size() >= at + sizeof value) std::memcpy(&bytes[at], &value, sizeof value);
}

void Forge(const std::uint8_t* data, std::size_t size, std::string& bytes) {
  if (size == 0) return;
  bytes.resize(bytes.size() -
               std::min(bytes.size(), (data[0] & ~(kSurfacesBit | kStatementsBit)) * kAlignment));
  if (bytes.size() <= kSizeAt) return;
  for (std::size_t i = 1; i + 3 < size; i += 4) {
    const std::size_t at =
        data[i] | (std::size_t{data[i + 1]} << 8U) | (std::size_t{data[i + 2]} << 16U);
    char& byte = bytes[at % bytes.size()];
    byte = static_cast<char>(byte ^ data[i + 3]);
  }
  PutWord(bytes.size(), kSizeAt, bytes);
  PutWord(Hash64(std::string_view(bytes).substr(kSizeAt)), kHashAt, bytes);
}

// From a copy that ends where the bytes end, so that sanitizers see what is read beyond.
Model Read(const std::string& bytes) {
  const std::size_t lines = (bytes.size() + kAlignment - 1) / kAlignment;
  const std::shared_ptr<char> copy(static_cast<char*>(std::aligned_alloc(
                                       kAlignment, std::max<std::size_t>(lines, 1) * kAlignment)),
                                   std::free);
  std::memcpy(copy.get(), bytes.data(), bytes.size());
  return ReadModel({copy.get(), bytes.size()}, copy, "m.zmodel");
}

void CheckNames(const TaggerModel& model) {
  constexpr std::string_view kText = "记者张建国昨天去了洛阳市，the North Wind在1999年。郑州市";
  Tagger tagger(model);
  std::vector<TaggedName> names;
  const Span whole{0, kText.size()};
  tagger.Tag(kText, {&whole, 1}, {}, names);
  std::size_t end = 0;
  for (const TaggedName& name : names) {
    Check(end <= name.span.begin && name.span.begin < name.span.end, "an order");
    Check(name.span.end <= kText.size(), "a span");
    Check(IsLeadByte(kText[name.span.begin]), "a character");
    Check(name.type < model.types.size(), "a type");
    end = name.span.end;
  }
  for (const std::string& type : model.types) {
    Check(!type.empty() && WellFormedPrefix(type) == type.size(), "a type of characters");
  }
}

void CheckStatements(const StatementModel& model) {
  constexpr std::string_view kText = "《长河》由张三写，由North Wind导演。";
  StatementClassifier classifier(model);
  const auto type = [&](std::size_t number) {
    return classifier.TypeOf(model.types[number % model.types.size()]);
  };
  const std::vector<SceneMention> mentions = {
      {{3, 9}, 0, type(1), false}, {{15, 21}, 1, type(0), false}, {{30, 40}, 2, type(0), false}};
  const Span whole{0, kText.size()};
  for (const FoundStatement& found : classifier.Find(kText, {&whole, 1}, mentions)) {
    Check(found.subject < mentions.size() && found.object < mentions.size(), "ends");
    Check(found.predicate < model.predicates.size(), "a predicate");
    Check(found.probability >= 0 && found.probability <= 1, "a probability");
  }
}

void CheckModel(const Model& model) {
  if (model.tagger) CheckNames(*model.tagger);
  if (model.statements) CheckStatements(*model.statements);
}

// What is no forgery.
std::string Checked(std::string bytes) {
  CheckModel(Read(bytes));
  return bytes;
}

}  // namespace
}  // namespace zhitu::extract

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace zhitu::extract;
  static const std::string tagger = Checked(Original(false, false));
  static const std::string surfaces = Checked(Original(true, false));
  static const std::string both = Checked(Original(true, true));
  const unsigned asked = size > 0 ? data[0] : 0U;
  std::string forged = (asked & kStatementsBit) != 0 ? both
                       : (asked & kSurfacesBit) != 0 ? surfaces
                                                     : tagger;
  Forge(data, size, forged);
  try {
    CheckModel(Read(forged));
  } catch (const InputError&) {
  }
  return 0;
}

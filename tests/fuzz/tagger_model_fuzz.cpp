// A forged model: size and hash fit, the rest may be anything. The input: a byte whose highest bit
// asks for a model of surfaces alone, and whose others say how many bytes, times 64, are cut off;
// then patches of that small model, four bytes each: where (three bytes, low byte first), and the
// bits to turn over. It is refused, or finds names without harm.
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
#include "extract/tagger.h"
#include "extract/tagger_trainer.h"
#include "extract/utf8.h"
#include "tests/fuzz/check.h"
#include "tests/support/marked_texts.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kAlignment = 64;
constexpr std::size_t kHashAt = 16;
constexpr std::size_t kSizeAt = 24;

constexpr unsigned kSurfacesBit = 0x80;

std::string Original(bool surfaces_only) {
  TrainingOptions options;
  options.surfaces_only = surfaces_only;
  options.learner.epochs = 2;
  TrainingCounts counts;
  std::string bytes;
  WriteTaggerModel(TrainTagger(MarkedTexts(10), options, counts),
                   [&](std::string_view part) { bytes += part; });
  return bytes;
}

void PutWord(std::uint64_t value, std::size_t at, std::string& bytes) {
  if (bytes.size() >= at + sizeof value) std::memcpy(&bytes[at], &value, sizeof value);
}

void Forge(const std::uint8_t* data, std::size_t size, std::string& bytes) {
  if (size == 0) return;
  bytes.resize(bytes.size() - std::min(bytes.size(), (data[0] & ~kSurfacesBit) * kAlignment));
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
TaggerModel Read(const std::string& bytes) {
  const std::size_t lines = (bytes.size() + kAlignment - 1) / kAlignment;
  const std::shared_ptr<char> copy(static_cast<char*>(std::aligned_alloc(
                                       kAlignment, std::max<std::size_t>(lines, 1) * kAlignment)),
                                   std::free);
  std::memcpy(copy.get(), bytes.data(), bytes.size());
  return ReadTaggerModel({copy.get(), bytes.size()}, copy, "m.zmodel");
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

// What is no forgery.
std::string Checked(std::string bytes) {
  CheckNames(Read(bytes));
  return bytes;
}

}  // namespace
}  // namespace zhitu::extract

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace zhitu::extract;
  static const std::string tagger = Checked(Original(false));
  static const std::string surfaces = Checked(Original(true));
  std::string forged = size > 0 && (data[0] & kSurfacesBit) != 0 ? surfaces : tagger;
  Forge(data, size, forged);
  try {
    CheckNames(Read(forged));
  } catch (const InputError&) {
  }
  return 0;
}

// The file: a head of 64 bytes, then sections (`AppendSection`). One hash is over all behind it.
#include "extract/model.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <type_traits>
#include <utility>

#include "extract/error.h"
#include "extract/hash.h"
#include "extract/hash_index.h"
#include "extract/mapped_file.h"
#include "extract/model_sections.h"
#include "extract/statement_scene.h"
#include "extract/tag_features.h"

namespace zhitu::extract {
namespace {

constexpr std::array<char, 8> kMagic = {'z', 'm', 'o', 'd', 'e', 'l', '\n', '\x1A'};
constexpr std::uint32_t kByteOrder = 0x01020304;
constexpr std::uint32_t kLayout = 3;

// Which parts a model has.
constexpr std::uint32_t kHasTagger = 1;
constexpr std::uint32_t kHasStatements = 2;

struct ModelHead {
  std::array<char, 8> magic = kMagic;
  std::uint32_t byte_order = kByteOrder;
  std::uint32_t layout = kLayout;
  std::uint64_t hash = 0;  // XXH3-64 of all behind it
  std::uint64_t size = 0;  // of the file
  std::uint64_t fingerprint = 0;
  std::uint64_t knows_names = 0;
  std::uint32_t step = 0;  // the bits of a float
  std::uint32_t surfaces_only = 0;
  std::uint32_t parts = 0;
  std::uint32_t zero = 0;
};
static_assert(sizeof(ModelHead) == kModelAlignment);
static_assert(std::has_unique_object_representations_v<ModelHead>);
constexpr std::size_t kHashedFrom = offsetof(ModelHead, size);

std::uint64_t Fingerprint() {
  return MixBits(TagFeaturesFingerprint(), StatementKeysFingerprint());
}

[[noreturn]] void Refuse(const std::string& path, const std::string& what) {
  throw InputError({path, 0, 0}, what);
}

ModelHead CheckedHead(std::string_view bytes, const std::string& path) {
  ModelHead head;
  if (bytes.size() < sizeof head.magic ||
      std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) != 0) {
    Refuse(path, "not a model; expected a file written by `zhitu train`");
  }
  const auto cut_off = [&](std::size_t size) {
    Refuse(path, "is cut off: has " + std::to_string(bytes.size()) + " bytes; expected " +
                     std::to_string(size));
  };
  if (bytes.size() < sizeof head) cut_off(sizeof head);
  std::memcpy(&head, bytes.data(), sizeof head);
  if (head.byte_order != kByteOrder) {
    Refuse(path, "has another byte order; expected one trained on this kind of machine");
  }
  if (head.layout != kLayout) {
    Refuse(path, "has layout " + std::to_string(head.layout) + "; expected " +
                     std::to_string(kLayout) + ": train it again with this zhitu");
  }
  if (bytes.size() < head.size) cut_off(head.size);
  if (bytes.size() > head.size) {
    Refuse(path,
           "has " + std::to_string(bytes.size()) + " bytes; expected " + std::to_string(head.size));
  }
  if (Hash64(bytes.substr(kHashedFrom)) != head.hash) RefuseDamagedModel(path);
  if (head.fingerprint != Fingerprint()) {
    Refuse(path, "was trained by another version of zhitu; expected this one: train it again");
  }
  return head;
}

TaggerModel TaggerOf(const ModelHead& head, SectionReader& sections,
                     const std::shared_ptr<const void>& owner) {
  TaggerModel tagger;
  tagger.knows_names = head.knows_names != 0;
  tagger.surfaces_only = head.surfaces_only != 0;
  tagger.step = std::bit_cast<float>(head.step);
  tagger.file = owner;
  ReadTagger(sections, tagger);
  return tagger;
}

}  // namespace

void WriteModel(const Model& model, const std::function<void(std::string_view)>& write) {
  ModelHead head;
  head.fingerprint = Fingerprint();
  std::string bytes(sizeof head, '\0');
  if (model.tagger) {
    head.parts |= kHasTagger;
    head.knows_names = model.tagger->knows_names ? 1 : 0;
    head.surfaces_only = model.tagger->surfaces_only ? 1 : 0;
    head.step = std::bit_cast<std::uint32_t>(model.tagger->step);
    AppendTagger(*model.tagger, bytes);
  }
  if (model.statements) {
    head.parts |= kHasStatements;
    AppendStatements(*model.statements, bytes);
  }
  head.size = bytes.size();
  std::memcpy(bytes.data(), &head, sizeof head);
  head.hash = Hash64(std::string_view(bytes).substr(kHashedFrom));
  std::memcpy(bytes.data(), &head, sizeof head);
  write(bytes);
}

bool HoldsModel(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return false;
  std::ifstream file(path, std::ios::binary);
  std::array<char, kMagic.size()> begin{};
  return file.read(begin.data(), begin.size()) && begin == kMagic;
}

Model ReadModel(std::string_view bytes, std::shared_ptr<const void> owner,
                const std::string& path) {
  Model model;
  const ModelHead head = CheckedHead(bytes, path);
  if (head.parts == 0 || head.parts > (kHasTagger | kHasStatements)) RefuseDamagedModel(path);
  SectionReader sections(bytes.substr(sizeof head), path);
  if ((head.parts & kHasTagger) != 0) model.tagger = TaggerOf(head, sections, owner);
  if ((head.parts & kHasStatements) != 0) {
    model.statements.emplace();
    model.statements->file = owner;
    ReadStatements(sections, *model.statements);
  }
  if (!sections.empty()) RefuseDamagedModel(path);
  model.hash = HashHex(bytes);
  return model;
}

Model LoadModel(const std::string& path) {
  const auto file = std::make_shared<const MappedFile>(path);
  return ReadModel(file->bytes(), file, path);
}

}  // namespace zhitu::extract

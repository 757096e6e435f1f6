// The file: a head of 64 bytes, then sections. Each section is its size in bytes (8 bytes) and its
// bytes, both from a multiple of 64 on, with zeros between. One hash is over all behind the head.
#include "extract/tagger_model.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <limits>
#include <span>
#include <type_traits>
#include <utility>

#include "extract/error.h"
#include "extract/hash.h"
#include "extract/label_scheme.h"
#include "extract/mapped_file.h"
#include "extract/tag_features.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::array<char, 8> kMagic = {'z', 'm', 'o', 'd', 'e', 'l', '\n', '\x1A'};
constexpr std::uint32_t kByteOrder = 0x01020304;
constexpr std::uint32_t kLayout = 2;
constexpr std::size_t kAlignment = 64;

struct ModelHead {
  std::array<char, 8> magic = kMagic;
  std::uint32_t byte_order = kByteOrder;
  std::uint32_t layout = kLayout;
  std::uint64_t hash = 0;         // XXH3-64 of all behind it
  std::uint64_t size = 0;         // of the file
  std::uint64_t fingerprint = 0;  // `TagFeaturesFingerprint`
  std::uint64_t knows_names = 0;
  std::uint32_t step = 0;  // the bits of a float
  std::uint32_t surfaces_only = 0;
  std::array<std::uint32_t, 2> zeros{};
};
static_assert(sizeof(ModelHead) == kAlignment);
static_assert(std::has_unique_object_representations_v<ModelHead>);
constexpr std::size_t kHashedFrom = offsetof(ModelHead, size);

[[noreturn]] void Refuse(const std::string& path, const std::string& what) {
  throw InputError({path, 0, 0}, what);
}

[[noreturn]] void RefuseDamaged(const std::string& path) {
  Refuse(path, "is damaged; expected it as it was written: train it again");
}

template <typename T>
std::string_view BytesOf(std::span<const T> elements) {
  static_assert(std::has_unique_object_representations_v<T>);
  return {reinterpret_cast<const char*>(elements.data()), elements.size_bytes()};
}

std::size_t Aligned(std::size_t size) { return (size + kAlignment - 1) / kAlignment * kAlignment; }

void AppendSection(std::string_view section, std::string& bytes) {
  const std::uint64_t size = section.size();
  bytes.append(BytesOf(std::span<const std::uint64_t>(&size, 1)));
  bytes.resize(Aligned(bytes.size()), '\0');
  bytes.append(section);
  bytes.resize(Aligned(bytes.size()), '\0');
}

void AppendIndex(const HashIndex& index, std::string& bytes) {
  AppendSection(BytesOf(index.lines().view()), bytes);
}

std::string JoinedTypes(const std::vector<std::string>& types) {
  std::string joined;
  for (const std::string& type : types) joined.append(type).push_back('\0');
  return joined;
}

// Gives the sections one after the other.
class SectionReader {
 public:
  SectionReader(std::string_view bytes, const std::string& path) : rest_(bytes), path_(path) {}

  std::string_view Text() {
    std::uint64_t size = 0;
    std::memcpy(&size, Take(sizeof size).data(), sizeof size);
    return Take(size);
  }
  template <typename T>
  FlatArray<T> Array() {
    const std::string_view text = Text();
    if (text.size() % sizeof(T) != 0) RefuseDamaged(path_);
    return FlatArray<T>(
        std::span<const T>(reinterpret_cast<const T*>(text.data()), text.size() / sizeof(T)));
  }
  HashIndex Index() {
    HashIndex index(Array<HashIndex::Line>());
    if (!index.IsSafe()) RefuseDamaged(path_);
    return index;
  }
  bool empty() const { return rest_.empty(); }

 private:
  std::string_view Take(std::uint64_t size) {
    if (size > rest_.size() || Aligned(size) > rest_.size()) RefuseDamaged(path_);
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(Aligned(size));
    return taken;
  }

  std::string_view rest_;
  const std::string& path_;
};

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
  if (Hash64(bytes.substr(kHashedFrom)) != head.hash) RefuseDamaged(path);
  if (head.fingerprint != TagFeaturesFingerprint()) {
    Refuse(path, "was trained by another version of zhitu; expected this one: train it again");
  }
  return head;
}

std::vector<std::string> SplitTypes(std::string_view joined) {
  std::vector<std::string> types;
  while (!joined.empty()) {
    const std::size_t end = std::min(joined.find('\0'), joined.size());
    types.emplace_back(joined.substr(0, end));
    joined.remove_prefix(std::min(end + 1, joined.size()));
  }
  return types;
}

// True if each type is a word of characters, and stands once.
bool AreTypes(const std::vector<std::string>& types) {
  const auto is_word = [](const std::string& type) {
    return !type.empty() && WellFormedPrefix(type) == type.size();
  };
  return !types.empty() && types.size() <= LabelScheme::kMostTypes &&
         std::all_of(types.begin(), types.end(), is_word) &&
         std::adjacent_find(types.begin(), types.end(), std::greater_equal<>()) == types.end();
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

void WriteTaggerModel(const TaggerModel& model,
                      const std::function<void(std::string_view)>& write) {
  ModelHead head;
  head.fingerprint = TagFeaturesFingerprint();
  head.knows_names = model.knows_names ? 1 : 0;
  head.surfaces_only = model.surfaces_only ? 1 : 0;
  head.step = std::bit_cast<std::uint32_t>(model.step);
  std::string bytes(sizeof head, '\0');
  AppendSection(JoinedTypes(model.types), bytes);
  AppendSection(BytesOf(model.transitions.view()), bytes);
  AppendIndex(model.surfaces.index(), bytes);
  AppendSection(BytesOf(model.surfaces.values().view()), bytes);
  for (const TaggerModel::Table& table : model.tables) {
    AppendIndex(table.index, bytes);
    AppendSection(BytesOf(table.rows.view()), bytes);
  }
  head.size = bytes.size();
  std::memcpy(bytes.data(), &head, sizeof head);
  head.hash = Hash64(std::string_view(bytes).substr(kHashedFrom));
  std::memcpy(bytes.data(), &head, sizeof head);
  write(bytes);
}

bool HoldsTaggerModel(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return false;
  std::ifstream file(path, std::ios::binary);
  std::array<char, kMagic.size()> begin{};
  return file.read(begin.data(), begin.size()) && begin == kMagic;
}

TaggerModel ReadTaggerModel(std::string_view bytes, std::shared_ptr<const void> owner,
                            const std::string& path) {
  TaggerModel model;
  const ModelHead head = CheckedHead(bytes, path);
  model.knows_names = head.knows_names != 0;
  model.surfaces_only = head.surfaces_only != 0;
  model.step = std::bit_cast<float>(head.step);
  SectionReader sections(bytes.substr(sizeof(ModelHead)), path);
  model.types = SplitTypes(sections.Text());
  if (!AreTypes(model.types)) RefuseDamaged(path);
  model.transitions = sections.Array<std::int32_t>();
  HashIndex surfaces = sections.Index();
  model.surfaces = SurfaceLexicon(std::move(surfaces), sections.Array<std::uint16_t>());
  for (std::size_t i = 0; i < TableWidths(model).size(); ++i) {
    HashIndex index = sections.Index();
    model.tables.push_back({std::move(index), sections.Array<std::int8_t>()});
  }
  if (!sections.empty() || !FitsTogether(model)) RefuseDamaged(path);
  model.hash = HashHex(bytes);
  model.file = std::move(owner);
  return model;
}

TaggerModel LoadTaggerModel(const std::string& path) {
  const auto file = std::make_shared<const MappedFile>(path);
  return ReadTaggerModel(file->bytes(), file, path);
}

}  // namespace zhitu::extract

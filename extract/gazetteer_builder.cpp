#include "extract/gazetteer_builder.h"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "extract/characters.h"
#include "extract/fold.h"
#include "extract/gazetteer_impl.h"
#include "extract/hash.h"
#include "extract/name_index_builder.h"

namespace zhitu::extract {
namespace {

using Impl = Gazetteer::Impl;

// Strings one after the other, and numbers between them.
class Pool {
 public:
  Impl::Text Keep(std::string_view text) {
    if (bytes_.size() + text.size() > std::numeric_limits<std::uint32_t>::max()) {
      throw std::length_error("more than 4 GiB of names");
    }
    const Impl::Text kept{at(), static_cast<std::uint32_t>(text.size())};
    bytes_.insert(bytes_.end(), text.begin(), text.end());
    return kept;
  }
  void KeepNumber(std::size_t number) {
    for (unsigned shift = 0; shift < 32; shift += 8) {
      bytes_.push_back(static_cast<char>((number >> shift) & 0xFFU));
    }
  }
  Impl::Text KeepText(std::string_view text) {
    KeepNumber(text.size());
    return Keep(text);
  }
  std::string_view View(const Impl::Text& text) const {
    return {bytes_.data() + text.begin, text.size};
  }
  std::uint32_t Number(std::uint32_t& at) const {
    std::uint32_t number = 0;
    for (unsigned shift = 0; shift < 32; shift += 8) {
      number |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes_[at++])) << shift;
    }
    return number;
  }
  std::uint32_t at() const { return static_cast<std::uint32_t>(bytes_.size()); }
  std::vector<char> Take() { return std::move(bytes_); }

 private:
  std::vector<char> bytes_;
};

// Entities by id; the ids themselves stand in the pool. A slot keeps part of the hash, so that ids
// are hardly ever looked at in vain, and not at all when the table grows.
class IdTable {
 public:
  IdTable() : slots_(kFirstSlots) {}

  // The first entity of the id, or `kNoEntity`. `id_of` tells the id of an entity.
  template <typename IdOf>
  EntityIndex Find(std::string_view id, const IdOf& id_of) const {
    return slots_[SlotOf(id, HashOf(id), id_of)].entity;
  }
  template <typename IdOf>
  void Add(EntityIndex entity, const IdOf& id_of) {
    const std::string_view id = id_of(entity);
    const std::uint32_t hash = HashOf(id);
    Slot& slot = slots_[SlotOf(id, hash, id_of)];
    if (slot.entity != kNoEntity) return;
    slot = {hash, entity};
    if (++used_ * 2 > slots_.size()) Grow();
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    EntityIndex entity = kNoEntity;
  };
  static constexpr std::size_t kFirstSlots = 1024;

  static std::uint32_t HashOf(std::string_view id) {
    return static_cast<std::uint32_t>(Hash64(id));
  }
  // Where the id stands, or the free slot in which it belongs.
  template <typename IdOf>
  std::size_t SlotOf(std::string_view id, std::uint32_t hash, const IdOf& id_of) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].entity != kNoEntity &&
           (slots_[at].hash != hash || id_of(slots_[at].entity) != id)) {
      at = (at + 1) & mask;
    }
    return at;
  }
  void Grow() {
    std::vector<Slot> larger(slots_.size() * 2);
    const std::size_t mask = larger.size() - 1;
    for (const Slot& slot : slots_) {
      if (slot.entity == kNoEntity) continue;
      std::size_t at = slot.hash & mask;
      while (larger[at].entity != kNoEntity) at = (at + 1) & mask;
      larger[at] = slot;
    }
    slots_ = std::move(larger);
  }

  std::vector<Slot> slots_;  // a power of two, at most half full
  std::size_t used_ = 0;
};

}  // namespace

// What grows while entities are added.
struct GazetteerBuilder::Parts {
  std::string_view IdOf(EntityIndex entity) const { return pool.View(rows[entity].id); }
  // Calls `visit` with name and aliases of an entity, as they are written.
  template <typename Visit>
  void ForEachSpelling(EntityIndex entity, const Visit& visit) const {
    const Impl::Row row = rows[entity];  // `visit` may put something into the pool
    visit(row.name);
    if (row.details == Impl::kNoDetails) return;
    std::uint32_t at = row.details;
    for (std::uint32_t left = pool.Number(at); left > 0; --left) {
      const std::uint32_t size = pool.Number(at);
      visit(Impl::Text{at, size});
      at += size;
    }
  }

  Pool pool;
  std::vector<Impl::Row> rows;
  IdTable ids;
  std::vector<std::string> types;
  std::unordered_map<std::string, std::uint32_t> type_numbers;
  std::vector<std::pair<std::string, std::string>> files;
  std::vector<DictionarySource> sources;
  std::vector<Impl::Reading> readings;  // of lists
  std::vector<std::uint32_t> list_begins;
  NameIndexBuilder index;
  bool all_auto = true;
};

GazetteerBuilder::GazetteerBuilder() : parts_(std::make_unique<Parts>()) {}
GazetteerBuilder::~GazetteerBuilder() = default;

std::uint32_t GazetteerBuilder::AddFile(std::string name, std::string hash,
                                        DictionarySource source) {
  parts_->sources.push_back(std::move(source));
  parts_->files.emplace_back(std::move(name), std::move(hash));
  return static_cast<std::uint32_t>(parts_->files.size() - 1);
}

EntityIndex GazetteerBuilder::Add(const Entity& entity, const SurfaceRule& rule, std::uint32_t file,
                                  std::uint32_t line) {
  Parts& parts = *parts_;
  if (parts.rows.size() >= Impl::kList) throw std::length_error("too many entities");
  Impl::Row row;
  row.id = parts.pool.Keep(entity.id);
  // Most ids end with the name.
  const auto name_size = static_cast<std::uint32_t>(entity.name.size());
  row.name = entity.id.ends_with(entity.name)
                 ? Impl::Text{row.id.begin + row.id.size - name_size, name_size}
                 : parts.pool.Keep(entity.name);
  const auto next_type = static_cast<std::uint32_t>(parts.types.size());
  row.type = parts.type_numbers.emplace(entity.type, next_type).first->second;
  if (row.type == next_type) parts.types.push_back(entity.type);
  row.details = AddDetails(entity);
  row.file = file;
  row.line = line;
  parts.rows.push_back(row);
  const auto index = static_cast<EntityIndex>(parts.rows.size() - 1);
  parts.ids.Add(index, [&](EntityIndex i) { return parts.IdOf(i); });
  parts.ForEachSpelling(index, [&](const Impl::Text& spelling) {
    AddSurface(spelling.begin, spelling.size, index, rule);
  });
  return index;
}

// Writes down what few entities have; `kNoDetails` if this one has none of it.
std::uint32_t GazetteerBuilder::AddDetails(const Entity& entity) {
  Pool& pool = parts_->pool;
  if (entity.aliases.empty() && entity.context.empty() && entity.attributes.empty()) {
    return Impl::kNoDetails;
  }
  const std::uint32_t begin = pool.at();
  for (const std::vector<std::string>* list : {&entity.aliases, &entity.context}) {
    pool.KeepNumber(list->size());
    for (const std::string& text : *list) pool.KeepText(text);
  }
  pool.KeepNumber(entity.attributes.size());
  for (const auto& [name, value] : entity.attributes) {
    pool.KeepText(name);
    pool.KeepText(value);
  }
  return begin;
}

EntityIndex GazetteerBuilder::FindId(std::string_view id) const {
  return parts_->ids.Find(id, [this](EntityIndex i) { return parts_->IdOf(i); });
}

std::size_t GazetteerBuilder::size() const { return parts_->rows.size(); }

GazetteerBuilder::Names GazetteerBuilder::NamesOf(EntityIndex index) const {
  const Impl::Row& row = parts_->rows.at(index);
  Names names{parts_->IdOf(index), parts_->pool.View(row.name), {}, row.file, row.line};
  parts_->ForEachSpelling(
      index, [&](const Impl::Text& text) { names.aliases.push_back(parts_->pool.View(text)); });
  names.aliases.erase(names.aliases.begin());  // the name itself
  return names;
}

void GazetteerBuilder::Ignore(const std::string& surface, const SurfaceRule& rule) {
  const Impl::Text spelling = parts_->pool.Keep(surface);
  AddSurface(spelling.begin, spelling.size, kNoEntity, rule);
}

void GazetteerBuilder::SetParent(EntityIndex child, EntityIndex parent) {
  parts_->rows.at(child).parent = parent;
}

// Adds a surface form that stands in the pool.
void GazetteerBuilder::AddSurface(std::uint32_t begin, std::uint32_t size, EntityIndex entity,
                                  const SurfaceRule& rule) {
  Parts& parts = *parts_;
  const Impl::Text spelling{begin, size};
  const std::string folded = FoldName(parts.pool.View(spelling));
  if (folded.empty()) return;
  parts.all_auto = parts.all_auto && rule.boundary == SurfaceRule::Boundary::kAuto;
  if (entity != kNoEntity && rule == SurfaceRule()) {
    parts.index.Add(folded, entity);
    return;
  }
  Impl::Reading reading{
      entity, spelling, {}, rule.boundary, static_cast<std::uint8_t>(rule.exact_case), 0};
  if (rule.exact_case) {
    const std::string pattern = CasePattern(parts.pool.View(spelling));
    reading.case_pattern = parts.pool.Keep(pattern);
  }
  parts.list_begins.push_back(static_cast<std::uint32_t>(parts.readings.size()));
  parts.readings.push_back(reading);
  parts.index.Add(folded, Impl::kList | static_cast<std::uint32_t>(parts.list_begins.size() - 1));
}

// The readings of a form, as one value: those of each value, in the order in which they came.
std::uint32_t GazetteerBuilder::Merge(std::string_view folded,
                                      std::span<const std::uint32_t> values) {
  Parts& parts = *parts_;
  const bool same = std::all_of(values.begin(), values.end(),
                                [&](std::uint32_t value) { return value == values.front(); });
  if (same) return values.front();
  const auto first = static_cast<std::uint32_t>(parts.readings.size());
  std::uint32_t before = NameIndex::kNone;
  for (const std::uint32_t value : values) {
    if (value == before) continue;
    before = value;
    if ((value & Impl::kList) != 0) {
      const Impl::Reading reading = parts.readings[parts.list_begins[value & ~Impl::kList]];
      parts.readings.push_back(reading);
      continue;
    }
    parts.ForEachSpelling(value, [&](const Impl::Text& spelling) {
      if (FoldName(parts.pool.View(spelling)) != folded) return;
      parts.readings.push_back({value, spelling, {}, {}, 0, 0});
    });
  }
  parts.list_begins.push_back(first);
  return Impl::kList | static_cast<std::uint32_t>(parts.list_begins.size() - 1);
}

Gazetteer GazetteerBuilder::Build() {
  Parts& parts = *parts_;
  Gazetteer gazetteer;
  Impl& impl = *gazetteer.impl_;
  impl.index =
      parts.index.Build([this](std::string_view folded, std::span<const std::uint32_t> values) {
        return Merge(folded, values);
      });
  parts.list_begins.push_back(static_cast<std::uint32_t>(parts.readings.size()));
  impl.pool = FlatArray(parts.pool.Take());
  impl.rows = FlatArray(std::move(parts.rows));
  impl.types = std::move(parts.types);
  impl.files = std::move(parts.files);
  impl.sources = std::move(parts.sources);
  impl.readings = FlatArray(std::move(parts.readings));
  impl.list_begins = FlatArray(std::move(parts.list_begins));
  impl.all_auto = parts.all_auto;
  parts_ = std::make_unique<Parts>();
  return gazetteer;
}

}  // namespace zhitu::extract

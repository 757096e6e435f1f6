#include "extract/gazetteer_builder.h"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "extract/characters.h"
#include "extract/fold.h"
#include "extract/gazetteer_impl.h"
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
  void KeepText(std::string_view text) {
    KeepNumber(text.size());
    Keep(text);
  }
  void KeepList(const std::vector<std::string>& list) {
    KeepNumber(list.size());
    for (const std::string& text : list) KeepText(text);
  }
  std::string_view View(const Impl::Text& text) const {
    return {bytes_.data() + text.begin, text.size};
  }
  std::uint32_t at() const { return static_cast<std::uint32_t>(bytes_.size()); }
  std::vector<char> Take() { return std::move(bytes_); }

 private:
  std::vector<char> bytes_;
};

}  // namespace

// What grows while entities are added.
struct GazetteerBuilder::Parts {
  Pool pool;
  std::vector<Impl::Row> rows;
  std::vector<std::string> types;
  std::unordered_map<std::string, std::uint32_t> type_numbers;
  std::vector<std::pair<std::string, std::string>> files;
  std::vector<Impl::Text> spellings;  // of every surface form, those of an entity side by side
  std::vector<std::size_t> first_spellings;  // by entity
  std::vector<Impl::Reading> readings;       // of lists
  std::vector<std::uint32_t> list_begins;
  NameIndexBuilder index;
  bool all_auto = true;
};

GazetteerBuilder::GazetteerBuilder() : parts_(std::make_unique<Parts>()) {}
GazetteerBuilder::~GazetteerBuilder() = default;

std::uint32_t GazetteerBuilder::AddFile(std::string name, std::string hash) {
  parts_->files.emplace_back(std::move(name), std::move(hash));
  return static_cast<std::uint32_t>(parts_->files.size() - 1);
}

EntityIndex GazetteerBuilder::Add(const Entity& entity, const SurfaceRule& rule, std::uint32_t file,
                                  std::uint32_t line) {
  Parts& parts = *parts_;
  if (parts.rows.size() >= Impl::kList) throw std::length_error("too many entities");
  Impl::Row row;
  row.id = parts.pool.Keep(entity.id);
  row.name = parts.pool.Keep(entity.name);
  const auto next_type = static_cast<std::uint32_t>(parts.types.size());
  row.type = parts.type_numbers.emplace(entity.type, next_type).first->second;
  if (row.type == next_type) parts.types.push_back(entity.type);
  row.details = parts.pool.at();
  parts.pool.KeepList(entity.aliases);
  parts.pool.KeepList(entity.context);
  parts.pool.KeepNumber(entity.attributes.size());
  for (const auto& [name, value] : entity.attributes) {
    parts.pool.KeepText(name);
    parts.pool.KeepText(value);
  }
  row.file = file;
  row.line = line;
  parts.rows.push_back(row);
  parts.first_spellings.push_back(parts.spellings.size());
  const auto index = static_cast<EntityIndex>(parts.rows.size() - 1);
  AddSurface(entity.name, index, rule);
  for (const std::string& alias : entity.aliases) AddSurface(alias, index, rule);
  return index;
}

void GazetteerBuilder::Ignore(const std::string& surface, const SurfaceRule& rule) {
  AddSurface(surface, kNoEntity, rule);
}

void GazetteerBuilder::SetParent(EntityIndex child, EntityIndex parent) {
  parts_->rows.at(child).parent = parent;
}

void GazetteerBuilder::AddSurface(const std::string& surface, EntityIndex entity,
                                  const SurfaceRule& rule) {
  Parts& parts = *parts_;
  const std::string folded = FoldName(surface);
  if (folded.empty()) return;
  parts.all_auto = parts.all_auto && rule.boundary == SurfaceRule::Boundary::kAuto;
  const Impl::Text spelling = parts.pool.Keep(surface);
  if (entity != kNoEntity) parts.spellings.push_back(spelling);
  if (entity != kNoEntity && rule == SurfaceRule()) {
    parts.index.Add(folded, entity);
    return;
  }
  Impl::Reading reading{entity, spelling, {}, rule.boundary, rule.exact_case, 0};
  if (rule.exact_case) reading.case_pattern = parts.pool.Keep(CasePattern(surface));
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
    const std::size_t next = value + 1;
    const std::size_t end =
        next < parts.first_spellings.size() ? parts.first_spellings[next] : parts.spellings.size();
    for (std::size_t i = parts.first_spellings[value]; i < end; ++i) {
      if (FoldName(parts.pool.View(parts.spellings[i])) != folded) continue;
      parts.readings.push_back({value, parts.spellings[i], {}, {}, false, 0});
    }
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
  impl.readings = FlatArray(std::move(parts.readings));
  impl.list_begins = FlatArray(std::move(parts.list_begins));
  impl.all_auto = parts.all_auto;
  parts_ = std::make_unique<Parts>();
  return gazetteer;
}

}  // namespace zhitu::extract

#include "extract/gazetteer_builder.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "extract/characters.h"
#include "extract/fold.h"
#include "extract/gazetteer_impl.h"

namespace zhitu::extract {

Gazetteer::Impl::Text Gazetteer::Impl::Keep(std::string_view text) {
  if (pool.size() + text.size() > std::numeric_limits<std::uint32_t>::max()) {
    throw std::length_error("more than 4 GiB of names");
  }
  const Text kept{static_cast<std::uint32_t>(pool.size()), static_cast<std::uint32_t>(text.size())};
  pool += text;
  return kept;
}

void Gazetteer::Impl::KeepNumber(std::uint32_t number) {
  for (unsigned shift = 0; shift < 32; shift += 8)
    pool += static_cast<char>((number >> shift) & 0xFFU);
}

void Gazetteer::Impl::KeepList(const std::vector<std::string>& list) {
  KeepNumber(static_cast<std::uint32_t>(list.size()));
  for (const std::string& text : list) {
    KeepNumber(static_cast<std::uint32_t>(text.size()));
    Keep(text);
  }
}

std::uint32_t Gazetteer::Impl::ReadNumber(std::uint32_t& at) const {
  std::uint32_t number = 0;
  for (unsigned shift = 0; shift < 32; shift += 8) {
    number |= static_cast<std::uint32_t>(static_cast<unsigned char>(pool[at++])) << shift;
  }
  return number;
}

std::vector<std::string> Gazetteer::Impl::ReadList(std::uint32_t& at) const {
  std::vector<std::string> list(ReadNumber(at));
  for (std::string& text : list) {
    const std::uint32_t size = ReadNumber(at);
    text = pool.substr(at, size);
    at += size;
  }
  return list;
}

GazetteerBuilder::GazetteerBuilder() : impl_(std::make_unique<Gazetteer::Impl>()) {}
GazetteerBuilder::~GazetteerBuilder() = default;

std::uint32_t GazetteerBuilder::AddFile(std::string name, std::string hash) {
  impl_->files.emplace_back(std::move(name), std::move(hash));
  return static_cast<std::uint32_t>(impl_->files.size() - 1);
}

EntityIndex GazetteerBuilder::Add(const Entity& entity, const SurfaceRule& rule, std::uint32_t file,
                                  std::uint32_t line) {
  if (impl_->rows.size() >= kThisDocument) throw std::length_error("too many entities");
  Gazetteer::Impl::Row row;
  row.id = impl_->Keep(entity.id);
  row.name = impl_->Keep(entity.name);
  const auto next_type = static_cast<std::uint32_t>(impl_->types.size());
  row.type = type_numbers_.emplace(entity.type, next_type).first->second;
  if (row.type == next_type) impl_->types.push_back(entity.type);
  row.details = static_cast<std::uint32_t>(impl_->pool.size());
  impl_->KeepList(entity.aliases);
  impl_->KeepList(entity.context);
  std::vector<std::string> attributes;
  for (const auto& [name, value] : entity.attributes) {
    attributes.push_back(name);
    attributes.push_back(value);
  }
  impl_->KeepList(attributes);
  row.file = file;
  row.line = line;
  impl_->rows.push_back(row);
  const auto index = static_cast<EntityIndex>(impl_->rows.size() - 1);
  AddSurface(entity.name, index, rule);
  for (const std::string& alias : entity.aliases) AddSurface(alias, index, rule);
  return index;
}

void GazetteerBuilder::Ignore(const std::string& surface, const SurfaceRule& rule) {
  AddSurface(surface, kNoEntity, rule);
}

void GazetteerBuilder::SetParent(EntityIndex child, EntityIndex parent) {
  impl_->rows.at(child).parent = parent;
}

void GazetteerBuilder::AddSurface(const std::string& surface, EntityIndex entity,
                                  const SurfaceRule& rule) {
  std::string folded = FoldName(surface);
  if (folded.empty()) return;
  surfaces_.push_back(
      {std::move(folded), rule.exact_case ? CasePattern(surface) : std::string(), entity, rule});
}

void GazetteerBuilder::AddReading(Surface& surface) {
  impl_->readings.push_back(surface.entity);
  impl_->reading_rules.push_back(
      {surface.rule, static_cast<std::uint32_t>(impl_->case_patterns.size())});
  if (surface.rule.exact_case) impl_->case_patterns.push_back(std::move(surface.case_pattern));
  impl_->all_auto = impl_->all_auto && surface.rule.boundary == SurfaceRule::Boundary::kAuto;
}

Gazetteer GazetteerBuilder::Build() {
  // Stable, so that the readings of one form stay in dictionary order.
  std::stable_sort(surfaces_.begin(), surfaces_.end(),
                   [](const Surface& a, const Surface& b) { return a.folded < b.folded; });
  Gazetteer::Impl& impl = *impl_;
  std::vector<std::string> keys;
  for (Surface& surface : surfaces_) {
    const bool same_form = !keys.empty() && keys.back() == surface.folded;
    // The forms of one entity stand side by side, so the one before is the only one to look at.
    const bool same_reading = same_form && impl.readings.back() == surface.entity &&
                              impl.reading_rules.back().rule == surface.rule;
    if (same_reading && !surface.rule.exact_case) continue;
    if (!same_form) {
      impl.reading_begins.push_back(static_cast<std::uint32_t>(impl.readings.size()));
      keys.push_back(std::move(surface.folded));
    }
    AddReading(surface);
  }
  impl.reading_begins.push_back(static_cast<std::uint32_t>(impl.readings.size()));
  surfaces_.clear();
  type_numbers_.clear();
  impl.index = SurfaceIndex(keys);
  Gazetteer gazetteer;
  gazetteer.impl_ = std::move(impl_);
  impl_ = std::make_unique<Gazetteer::Impl>();
  return gazetteer;
}

}  // namespace zhitu::extract

#include "export/page_places.h"

#include <algorithm>

namespace zhitu::xport {

using extract::Block;
using extract::EntityIndex;
using extract::Mention;
using extract::Span;

PagePlaces::PagePlaces(const extract::Extraction& extraction, std::size_t first_mention,
                       std::size_t first_paragraph)
    : extraction_(extraction), first_mention_(first_mention), first_paragraph_(first_paragraph) {
  for (const Mention& mention : extraction.mentions) {
    if (classes_.size() == kMostClasses) break;
    if (mention.entity != extract::kNoEntity)
      classes_.try_emplace(mention.entity, classes_.size() + 1);
  }
}

std::string PagePlaces::MentionId(std::size_t index) const {
  return "m" + std::to_string(first_mention_ + index);
}

std::string PagePlaces::ParagraphId(std::size_t index) const {
  return "p" + std::to_string(first_paragraph_ + index);
}

std::size_t PagePlaces::FirstFrom(std::size_t byte) const {
  const auto& mentions = extraction_.mentions;
  const auto first = std::lower_bound(
      mentions.begin(), mentions.end(), byte,
      [](const Mention& mention, std::size_t place) { return mention.span.begin < place; });
  return static_cast<std::size_t>(first - mentions.begin());
}

std::string PagePlaces::AntecedentId(const Mention& reference) const {
  const Span& span = reference.antecedent;
  if (span.size() == 0) return "";
  const auto& mentions = extraction_.mentions;
  for (std::size_t i = FirstFrom(span.begin);
       i < mentions.size() && mentions[i].span.begin == span.begin; ++i) {
    if (mentions[i].span == span) return MentionId(i);
  }
  return "";
}

std::string PagePlaces::MentionId(const Span& part, EntityIndex entity) const {
  const auto& mentions = extraction_.mentions;
  for (std::size_t i = FirstFrom(part.begin);
       i < mentions.size() && mentions[i].span.begin < part.end; ++i) {
    if (mentions[i].entity == entity) return MentionId(i);
  }
  return "";
}

std::string PagePlaces::PlaceId(const Span& part) const {
  const std::size_t first = FirstFrom(part.begin);
  const auto& mentions = extraction_.mentions;
  if (first < mentions.size() && mentions[first].span.begin < part.end) return MentionId(first);
  const auto& blocks = extraction_.document.blocks;
  const auto block = std::find_if(blocks.begin(), blocks.end(), [&](const Block& one) {
    return part.begin < one.span().end && part.begin >= one.span().begin;
  });
  if (block == blocks.end()) return "";
  return ParagraphId(static_cast<std::size_t>(block - blocks.begin()));
}

std::string PagePlaces::EntityClass(EntityIndex entity) const {
  const auto number = classes_.find(entity);
  return number == classes_.end() ? "" : "e" + std::to_string(number->second);
}

}  // namespace zhitu::xport

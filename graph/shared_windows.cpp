#include "graph/shared_windows.h"

#include <algorithm>

namespace zhitu::graph {
namespace {

// Code points of a stretch that `ShownPart` shows as a whole.
constexpr std::int64_t kMostTogether = kLongestQuote - kLongestQuote / 4;

}  // namespace

SharedWindows::SharedWindows(const Selection& selection,
                             const std::function<bool(RelationNumber)>& keep,
                             const std::vector<std::int64_t>& counts, std::int64_t most) {
  partners_begin_.assign(static_cast<std::size_t>(selection.store().last_entity()) + 2, 0);
  shared_begin_.assign(counts.size() + 1, 0);
  shared_count_.assign(counts.size(), 0);
  const auto for_each = [&](const auto& visit) {
    selection.ForEachLink([&](const Link& link) {
      if (!keep(link.relation)) return;
      visit(static_cast<std::size_t>(std::min(link.subject, link.object)),
            Partner{std::max(link.subject, link.object), link.relation});
    });
  };
  for_each([&](std::size_t entity, const Partner& partner) {
    ++partners_begin_[entity + 1];
    const auto relation = static_cast<std::size_t>(partner.relation);
    shared_begin_[relation + 1] = static_cast<std::size_t>(std::min(counts[relation], most));
  });
  for (std::size_t i = 1; i < partners_begin_.size(); ++i) {
    partners_begin_[i] += partners_begin_[i - 1];
  }
  for (std::size_t i = 1; i < shared_begin_.size(); ++i) shared_begin_[i] += shared_begin_[i - 1];
  partners_.resize(partners_begin_.back());
  shared_.resize(shared_begin_.back());
  std::vector<std::size_t> next = partners_begin_;
  for_each(
      [&](std::size_t entity, const Partner& partner) { partners_[next[entity]++] = partner; });
  for (std::size_t i = 0; i + 1 < partners_begin_.size(); ++i) {
    const auto at = [&](std::size_t place) {
      return partners_.begin() + static_cast<std::ptrdiff_t>(partners_begin_[place]);
    };
    std::sort(at(i), at(i + 1),
              [](const Partner& a, const Partner& b) { return a.object < b.object; });
  }
}

std::span<const SharedText> SharedWindows::Of(RelationNumber relation) const {
  const auto at = static_cast<std::size_t>(relation);
  return {shared_.data() + shared_begin_[at], shared_count_[at]};
}

std::span<const SharedWindows::Partner> SharedWindows::PartnersOf(EntityNumber entity) const {
  const auto at = static_cast<std::size_t>(entity);
  return std::span(partners_).subspan(partners_begin_[at],
                                      partners_begin_[at + 1] - partners_begin_[at]);
}

void SharedWindows::Show(const DocumentMarks& marks, QuotedTexts& texts) {
  if (shared_.empty()) return;
  std::vector<const MentionMark*> paired;
  for (const MentionMark& mention : marks.mentions) {
    if (mention.unit >= 0 && mention.entity != 0) paired.push_back(&mention);
  }
  std::stable_sort(paired.begin(), paired.end(),
                   [](const MentionMark* a, const MentionMark* b) { return a->unit < b->unit; });
  for (auto begin = paired.begin(); begin != paired.end();) {
    const auto end = std::find_if(begin, paired.end(), [&](const MentionMark* mention) {
      return mention->unit != (*begin)->unit;
    });
    ShowWindow({begin, end}, texts);
    begin = end;
  }
}

void SharedWindows::ShowWindow(std::span<const MentionMark* const> window, QuotedTexts& texts) {
  std::vector<const MentionMark*> by_entity(window.begin(), window.end());
  std::stable_sort(
      by_entity.begin(), by_entity.end(),
      [](const MentionMark* a, const MentionMark* b) { return a->entity < b->entity; });
  std::vector<Member> members;
  for (const MentionMark* mention : by_entity) {
    if (members.empty() || members.back().entity != mention->entity) {
      members.push_back({mention->entity, {}});
    }
    members.back().named.push_back({mention->place, mention->sentence});
  }
  for (std::size_t a = 0; a < members.size(); ++a) {
    ShowPairs(members[a], std::span(members).subspan(a + 1), texts);
  }
}

// Goes through the shorter one of the partners and of the other members, both by entity.
void SharedWindows::ShowPairs(const Member& member, std::span<const Member> others,
                              QuotedTexts& texts) {
  const std::span<const Partner> partners = PartnersOf(member.entity);
  const auto entity_before = [](const Member& other, EntityNumber entity) {
    return other.entity < entity;
  };
  const auto object_before = [](const Partner& partner, EntityNumber entity) {
    return partner.object < entity;
  };
  if (partners.size() < others.size()) {
    for (const Partner& partner : partners) {
      const auto other =
          std::lower_bound(others.begin(), others.end(), partner.object, entity_before);
      const bool here = other != others.end() && other->entity == partner.object;
      if (here) ShowPair(partner.relation, member, *other, texts);
    }
    return;
  }
  for (const Member& other : others) {
    const auto partner =
        std::lower_bound(partners.begin(), partners.end(), other.entity, object_before);
    const bool here = partner != partners.end() && partner->object == other.entity;
    if (here) ShowPair(partner->relation, member, other, texts);
  }
}

void SharedWindows::ShowPair(RelationNumber relation, const Member& a, const Member& b,
                             QuotedTexts& texts) {
  const auto at = static_cast<std::size_t>(relation);
  const std::size_t place = shared_begin_[at] + shared_count_[at];
  if (place == shared_begin_[at + 1]) return;
  const NamedPair pair = ClosestPair(a.named, b.named);
  const Stretch& first = pair.first.place;
  const Stretch& second = pair.second.place;
  const Stretch both{first.begin, std::max(first.end, second.end)};
  if (both.end - both.begin <= kMostTogether) {
    const std::uint32_t text = texts.Show(both).text;
    shared_[place] = {text, text};
  } else {
    const std::uint32_t text = texts.Show(first).text;
    shared_[place] = {text, texts.Show(second).text};
  }
  ++shared_count_[at];
}

}  // namespace zhitu::graph

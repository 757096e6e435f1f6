#include "extract/context_table.h"

#include <algorithm>
#include <tuple>

#include "extract/fold.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMostAliases = 8;

std::string KeyOf(const HeadContext& context) {
  std::string key = context.word;
  key += '\0';
  key += context.left;
  key += '\0';
  AppendUtf8(context.before, key);
  key += context.outer;
  key += '\0';
  key += context.unit;
  return key;
}

}  // namespace

// Which contexts go depends on their counts alone, never on the order of the table.
template <typename Map>
void ContextTable::Prune(Map& map, std::size_t& rarest) const {
  while (map.size() > most_) {
    ++rarest;
    std::erase_if(map, [&](const auto& entry) { return entry.second.counted.count <= rarest; });
  }
}

void ContextTable::Add(const NameContexts& contexts) {
  ++documents_;
  for (const HeadContext& context : contexts.heads) AddHead(context);
  for (const WholeContext& context : contexts.whole) AddWhole(context);
  for (const std::string& word : contexts.alone) ++alone_[word];
  Prune(heads_, rarest_head_);
  Prune(whole_, rarest_whole_);
}

void ContextTable::AddHead(const HeadContext& context) {
  Head& head = heads_[KeyOf(context)];
  if (head.counted.count++ == 0) head.counted.context = context;
  if (head.counted.context.after != context.after)
    head.counted.context.after = HeadContext::kGoesOn;
  if (head.last_document != documents_) ++head.counted.documents;
  head.last_document = documents_;
}

void ContextTable::AddWhole(const WholeContext& context) {
  std::string folded = FoldName(context.name);
  std::string key(context.type);
  key += '\0';
  key += folded;
  Whole& whole = whole_[key];
  WholeContext& known = whole.counted.context;
  if (whole.counted.count++ == 0) {
    known = context;
    whole.counted.folded = std::move(folded);
  } else {
    if (context.score > known.score) known.why = context.why;
    known.score = std::max(known.score, context.score);
    for (const std::string& alias : context.aliases) {
      const bool is_new =
          std::find(known.aliases.begin(), known.aliases.end(), alias) == known.aliases.end();
      if (is_new && known.aliases.size() < kMostAliases) known.aliases.push_back(alias);
    }
  }
  if (whole.last_document != documents_) ++whole.counted.documents;
  whole.last_document = documents_;
}

std::vector<CountedHead> ContextTable::TakeHeads() {
  std::vector<CountedHead> taken;
  taken.reserve(heads_.size());
  for (auto& [key, head] : heads_) taken.push_back(std::move(head.counted));
  heads_.clear();
  std::sort(taken.begin(), taken.end(), [](const CountedHead& a, const CountedHead& b) {
    if (a.context.word != b.context.word) return a.context.word < b.context.word;
    const std::string& left = a.context.left;
    const std::string& other = b.context.left;
    if (left != other)
      return std::lexicographical_compare(left.rbegin(), left.rend(), other.rbegin(), other.rend());
    return std::tie(a.context.before, a.context.outer, a.context.unit) <
           std::tie(b.context.before, b.context.outer, b.context.unit);
  });
  return taken;
}

std::vector<CountedWhole> ContextTable::TakeWhole() {
  std::vector<CountedWhole> taken;
  taken.reserve(whole_.size());
  for (auto& [key, whole] : whole_) taken.push_back(std::move(whole.counted));
  whole_.clear();
  std::sort(taken.begin(), taken.end(), [](const CountedWhole& a, const CountedWhole& b) {
    return std::tie(a.folded, a.context.type) < std::tie(b.folded, b.context.type);
  });
  return taken;
}

std::size_t ContextTable::Alone(std::string_view word) const {
  const auto found = alone_.find(std::string(word));
  return found == alone_.end() ? 0 : found->second;
}

}  // namespace zhitu::extract

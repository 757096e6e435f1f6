#include "graph/text_index.h"

#include <algorithm>
#include <tuple>

namespace zhitu::graph {
namespace {

// The first eight bytes as a number that compares as they do; a shorter text is filled up with
// zeros, which no text holds.
std::uint64_t PrefixOf(std::string_view text) {
  std::uint64_t prefix = 0;
  for (std::size_t i = 0; i < sizeof prefix; ++i) {
    prefix = prefix << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  }
  return prefix;
}

}  // namespace

void TextIndex::Add(std::string_view text, const Row& row) {
  const std::size_t begin = texts_.size();
  AppendKept(text, texts_);
  const std::string_view kept = std::string_view(texts_).substr(begin);
  entries_.push_back({PrefixOf(kept), begin, kept.size(), row});
}

bool TextIndex::IsLess(const Entry& a, const Entry& b) const {
  if (a.prefix != b.prefix) return a.prefix < b.prefix;
  const int order = TextOf(a).compare(TextOf(b));
  if (order != 0) return order < 0;
  return std::tie(a.row.number, a.row.position) < std::tie(b.row.number, b.row.position);
}

void TextIndex::Sort() {
  std::sort(entries_.begin(), entries_.end(),
            [this](const Entry& a, const Entry& b) { return IsLess(a, b); });
  is_sorted_ = true;
}

bool TextIndex::Write(BulkTree& tree, Record& record) {
  if (!is_sorted_) Sort();
  bool unique = true;
  const Entry* before = nullptr;
  for (const Entry& entry : entries_) {
    record.Clear().Text(TextOf(entry)).Integer(entry.row.number);
    if (key_ == Key::kTwoNumbers) record.Integer(entry.row.position);
    tree.AddKey(record.Bytes());
    unique = unique && (before == nullptr || TextOf(*before) != TextOf(entry));
    before = &entry;
  }
  entries_ = {};
  texts_ = {};
  return unique;
}

}  // namespace zhitu::graph

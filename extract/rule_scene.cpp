#include "extract/rule_scene.h"

#include <algorithm>

#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMostQuotes = 8;  // quotes and spaces between two elements

// The part of a list sorted by begin that begins at folded byte `at` or later.
template <typename Item>
std::span<const Item> From(std::span<const Item> items, std::size_t at) {
  const auto first = std::lower_bound(
      items.begin(), items.end(), at,
      [](const Item& item, std::size_t place) { return item.folded.begin < place; });
  return items.subspan(static_cast<std::size_t>(first - items.begin()));
}

template <typename Item>
std::span<const Item> Inside(std::span<const Item> items, const Span& span) {
  const auto from = From(items, span.begin);
  return from.first(from.size() - From(from, span.end).size());
}

bool IsQuoteOrSpace(char c) { return c == '"' || c == ' '; }

}  // namespace

RuleScene::RuleScene(const View& view, const TextConventions& conventions, const Sentence& sentence,
                     Mentions mentions, Hits hits)
    : view_(&view),
      conventions_(&conventions),
      text_(std::string_view(view.folded().text()).substr(0, sentence.folded.end)),
      span_(sentence.folded),
      block_(view.blocks()[sentence.block]),
      zone_(view.document().blocks[sentence.block].zone),
      mentions_(Inside(mentions, span_)),
      hits_(Inside(hits, span_)) {}

RuleScene::Mentions RuleScene::MentionsFrom(std::size_t at) const { return From(mentions_, at); }

RuleScene::Hits RuleScene::HitsFrom(std::size_t at) const { return From(hits_, at); }

std::string_view RuleScene::Rest(std::size_t at) const {
  return at < text_.size() ? text_.substr(at) : std::string_view();
}

std::size_t RuleScene::SkipQuotes(std::size_t at) const {
  const std::size_t end = std::min(text_.size(), at + kMostQuotes);
  while (at < end && IsQuoteOrSpace(text_[at])) ++at;
  return at;
}

bool RuleScene::InsideMention(std::size_t place) const {
  const Mentions before = mentions_.first(mentions_.size() - MentionsFrom(place + 1).size());
  const auto outer = std::find_if(before.rbegin(), before.rend(),
                                  [](const RuleMention& mention) { return !mention.nested; });
  return outer != before.rend() && outer->folded.end > place;
}

bool RuleScene::OpensClause(const RuleMention& mention) const {
  if (opens_clause_.empty()) FindOpeners();
  return opens_clause_[static_cast<std::size_t>(&mention - mentions_.data())];
}

void RuleScene::FindClauses() const {
  clauses_.push_back(span_.begin);
  const std::vector<std::size_t>& ends = view_->clause_ends();
  for (auto end = std::lower_bound(ends.begin(), ends.end(), span_.begin);
       end != ends.end() && *end < span_.end; ++end) {
    std::size_t at = *end;
    NextCodePoint(text_, at);
    if (at < span_.end && !InsideMention(*end)) clauses_.push_back(at);
  }
}

void RuleScene::FindOpeners() const {
  opens_clause_.resize(mentions_.size());
  bool before_opens = false;
  std::size_t before_end = 0;
  for (std::size_t i = 0; i < mentions_.size(); ++i) {
    if (mentions_[i].nested) continue;
    const Span& folded = mentions_[i].folded;
    const bool adjoins = i > 0 && folded.begin == before_end;
    opens_clause_[i] = StartsClause(folded.begin) || (adjoins && before_opens);
    before_opens = opens_clause_[i];
    before_end = folded.end;
  }
}

// True if a clause begins at folded byte `at`, quotes and spaces passed over.
bool RuleScene::StartsClause(std::size_t at) const {
  while (at > span_.begin && IsQuoteOrSpace(text_[at - 1])) --at;
  if (at == span_.begin) return true;
  do {
    --at;
  } while (!IsLeadByte(text_[at]));
  std::size_t next = at;
  return conventions_->EndsClause(NextCodePoint(text_, next)) && !InsideMention(at);
}

}  // namespace zhitu::extract

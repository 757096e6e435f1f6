#include "graph/quote_collection.h"

#include <algorithm>
#include <limits>
#include <string>

#include "graph/store_impl.h"

namespace zhitu::graph {
namespace {

// Co-occurrences of the selection that windows tell of; an imported graph has none.
std::vector<bool> FindShared(const Selection& selection) {
  const Store& store = selection.store();
  std::vector<bool> shared(static_cast<std::size_t>(store.last_relation()) + 1, false);
  if (store.Counts().windows == 0) return shared;
  selection.ForEachLink([&](const Link& link) {
    if (store.PredicateName(link.predicate) != kCoOccurs) return;
    shared[static_cast<std::size_t>(link.relation)] = true;
  });
  return shared;
}

// The most quotes of each relation with which all are not more than wanted.
std::int64_t MostOfEach(const std::vector<std::int64_t>& counts, const QuoteLimits& limits) {
  const auto most = static_cast<std::size_t>(std::max<std::int64_t>(limits.each, 1));
  std::vector<std::int64_t> relations(most + 1, 0);  // by count
  for (const std::int64_t count : counts) {
    ++relations[static_cast<std::size_t>(
        std::clamp<std::int64_t>(count, 0, static_cast<std::int64_t>(most)))];
  }
  std::int64_t with_more = 0;  // relations with at least so many quotes
  for (std::size_t i = 1; i <= most; ++i) with_more += relations[i];
  std::int64_t all = with_more;
  std::int64_t each = 1;
  for (; each < static_cast<std::int64_t>(most); ++each) {
    with_more -= relations[static_cast<std::size_t>(each)];
    all += with_more;
    if (all > limits.all) break;
  }
  return each;
}

}  // namespace

QuoteCollection::QuoteCollection(const Selection& selection, const QuoteLimits& limits)
    : selection_(selection),
      is_shared_(FindShared(selection)),
      counts_(CountQuotes()),
      each_(MostOfEach(counts_, limits)),
      said_(
          selection.store(),
          [this](RelationNumber relation) {
            return selection_.KeepsRelation(relation) && !IsShared(relation);
          },
          each_),
      shared_(
          selection, [this](RelationNumber relation) { return IsShared(relation); }, counts_,
          each_) {
  const Store& store = selection.store();
  if (!store.Meta("import")) return;
  cited_.emplace(
      store.impl().Scan("evidence_attribute", {"relation", "statement", "name", "value"}));
  if (!cited_->Next()) cited_.reset();
}

std::vector<std::int64_t> QuoteCollection::CountQuotes() const {
  const Store& store = selection_.store();
  std::vector<std::int64_t> counts(static_cast<std::size_t>(store.last_relation()) + 1, 0);
  TableScan rows = store.impl().Scan("evidence", {"relation", "place"});
  while (rows.Next()) {
    const RelationNumber relation = rows.Integer(0);
    if (rows.Integer(1) != 1 || !selection_.KeepsRelation(relation)) continue;
    if (!IsShared(relation)) ++counts[static_cast<std::size_t>(relation)];
  }
  selection_.ForEachLink([&](const Link& link) {
    if (!IsShared(link.relation)) return;
    counts[static_cast<std::size_t>(link.relation)] = std::max<std::int64_t>(link.weight, 0);
  });
  return counts;
}

// With that nothing below can overflow.
void QuoteCollection::CheckPlace(const DocumentRecord& document) const {
  constexpr std::int64_t kMost = std::int64_t{1} << 40U;
  if (document.begin < 0 || document.end < document.begin || document.end > kMost) {
    selection_.store().impl().Damaged("a document has no place in its file");
  }
}

void QuoteCollection::ReadTexts(const QuotedTexts::Visitor& visit) {
  const Store& store = selection_.store();
  QuotedTexts texts([this](EntityNumber entity) { return selection_.Keeps(entity); }, visit);
  DocumentMarksReader reader(store);
  DocumentMarks marks;
  store.ForEachDocument(/*with_text=*/true, [&](const DocumentRecord& document) {
    if (said_.Passed(document.number - 1)) store.impl().Damaged("a document is missing");
    CheckPlace(document);
    reader.Read(document, marks);
    texts.Open(document, document.text, marks);
    said_.Show(document.number, texts);
    shared_.Show(marks, texts);
  });
  if (said_.Passed(std::numeric_limits<std::int64_t>::max())) {
    store.impl().Damaged("a document is missing");
  }
}

std::int64_t QuoteCollection::Read(RelationNumber relation, std::vector<RelationQuote>& quotes) {
  quotes.clear();
  if (IsShared(relation)) {
    ReadShared(relation, quotes);
  } else {
    ReadSaid(relation, quotes);
  }
  return counts_[static_cast<std::size_t>(relation)];
}

void QuoteCollection::ReadShared(RelationNumber relation,
                                 std::vector<RelationQuote>& quotes) const {
  for (const SharedText& shared : shared_.Of(relation)) {
    RelationQuote& quote = quotes.emplace_back();
    quote.rule = kCoOccurs;
    quote.parts.push_back({shared.first, 0, 0});
    if (shared.second != shared.first) quote.parts.push_back({shared.second, 0, 0});
  }
}

void QuoteCollection::ReadSaid(RelationNumber relation, std::vector<RelationQuote>& quotes) {
  const std::vector<SaidPlace>& places = said_.places();
  while (next_said_ < places.size() && places[next_said_].relation < relation) ++next_said_;
  for (; next_said_ < places.size() && places[next_said_].relation == relation; ++next_said_) {
    const SaidPlace& said = places[next_said_];
    if (!said.first) {
      if (!quotes.empty() && said.document != 0) quotes.back().parts.push_back(said.shown);
      continue;
    }
    RelationQuote& quote = quotes.emplace_back();
    quote.rule = said_.Text(said.rule);
    quote.confidence = said.confidence;
    quote.modality = said_.Text(said.modality);
    quote.date = said_.Text(said.date);
    if (said.document != 0) {
      quote.parts.push_back(said.shown);
      quote.line = said.line;
      quote.column = said.column;
      continue;
    }
    quote.line = said.place.begin;
    const auto& meta = selection_.store().AllMeta();
    const auto file = meta.find("dictionary." + std::to_string(said.place.end));
    if (file != meta.end()) quote.file = file->second;
    quote.cited = CitedBy(relation, said.statement);
  }
}

// What a line of a relation gives as evidence; relations and lines come in order.
std::string QuoteCollection::CitedBy(RelationNumber relation, std::uint32_t statement) {
  while (cited_ && cited_->Integer(0) <= relation) {
    const bool same = cited_->Integer(0) == relation;
    const auto line = cited_->Integer(1);
    if (same && line > std::int64_t{statement}) return {};
    if (same && line == std::int64_t{statement} && cited_->Text(2) == "evidence") {
      return std::string(cited_->Text(3));
    }
    if (!cited_->Next()) cited_.reset();
  }
  return {};
}

}  // namespace zhitu::graph

#include "graph/first_quotes.h"

#include <algorithm>
#include <boost/sort/spreadsort/integer_sort.hpp>
#include <span>
#include <tuple>
#include <utility>

#include "graph/forward_cursor.h"
#include "graph/store_impl.h"
#include "graph/stored_text.h"

namespace zhitu::graph {
namespace {

constexpr std::string_view kEvidenceColumn = "evidence";

// The number, from 0, that a code point of the file has in the text that begins at `begin`.
std::size_t InText(std::int64_t code_point, std::int64_t begin) {
  if (code_point <= begin) return 0;
  return static_cast<std::size_t>(code_point) - static_cast<std::size_t>(begin);
}

}  // namespace

FirstQuotes::FirstQuotes(const Store& store, std::function<bool(RelationNumber)> keep,
                         const Batch& batch)
    : store_(store),
      keep_(std::move(keep)),
      batch_(batch),
      evidence_(store.impl().Scan("evidence", {"relation", "place", "document", "begin", "end"})) {
  OpenDocuments();
  if (!store.Meta("import")) return;
  attributes_.emplace(
      store.impl().Scan("evidence_attribute", {"relation", "statement", "name", "value"}));
  if (!attributes_->Next()) attributes_.reset();
}

void FirstQuotes::OpenDocuments() {
  documents_.emplace(
      store_.impl().Scan("document", {"number", "file", "begin", "line", "record", "text", "id"}));
}

void FirstQuotes::ReadAhead() {
  ReadPlaces();
  ReadDocuments();
  is_named_ = false;
}

const FirstQuote* FirstQuotes::Of(RelationNumber relation) {
  while (true) {
    if (!is_named_) NameDictionaries();
    while (next_ < places_.size() && places_[next_].relation < relation) ++next_;
    if (next_ < places_.size() || is_read_) break;
    if (!documents_) OpenDocuments();
    ReadAhead();
  }
  if (next_ == places_.size() || places_[next_].relation != relation) return nullptr;
  const Place& place = places_[next_];
  found_.document = sources_[place.file].document;
  found_.file = sources_[place.file].file;
  found_.line = place.place.begin;
  found_.column = place.place.end;
  found_.quote = std::string_view(quotes_).substr(place.quote, place.size);
  found_.cited = CitedBy(relation);
  return &found_;
}

// What the first line of a relation gives as evidence.
std::string_view FirstQuotes::CitedBy(RelationNumber relation) {
  while (attributes_ && attributes_->Integer(0) <= relation) {
    const bool here = attributes_->Integer(0) == relation && attributes_->Integer(1) == 1 &&
                      attributes_->Text(2) == kEvidenceColumn;
    if (here) return attributes_->Text(3);
    if (!attributes_->Next()) attributes_.reset();
  }
  return {};
}

void FirstQuotes::ReadPlaces() {
  places_.clear();
  sources_.clear();
  quotes_.clear();
  next_ = 0;
  // Memory is taken as places come; room that is not needed is not touched.
  places_.reserve(std::min(batch_.relations, static_cast<std::size_t>(store_.last_relation())));
  std::int64_t code_points = 0;
  while (code_points < batch_.code_points && places_.size() < batch_.relations) {
    if (!evidence_.Next()) {
      is_read_ = true;
      return;
    }
    const RelationNumber relation = evidence_.Integer(0);
    if (relation == last_ || evidence_.Integer(1) != 1 || !keep_(relation)) continue;
    last_ = relation;
    Place place{relation, evidence_.Integer(2), {evidence_.Integer(3), evidence_.Integer(4)}};
    if (place.document != 0) {
      std::int64_t length = 0;
      const bool fits = !__builtin_sub_overflow(place.place.end, place.place.begin, &length);
      code_points += std::clamp<std::int64_t>(fits ? length : 0, 0, batch_.code_points);
    }
    places_.push_back(place);
  }
}

// A dictionary line has its number and the dictionary's where others have their place.
void FirstQuotes::NameDictionaries() {
  is_named_ = true;
  std::map<std::int64_t, std::uint32_t> dictionaries;
  for (Place& place : places_) {
    if (place.document != 0) continue;
    const auto [file, is_new] =
        dictionaries.emplace(place.place.end, static_cast<std::uint32_t>(sources_.size()));
    if (is_new) {
      sources_.push_back(
          {"", store_.Meta("dictionary." + std::to_string(file->first)).value_or("")});
    }
    place.file = file->second;
    place.place.end = 0;
  }
}

// Indexes of the places that lie in texts, by document, then as they stand there. Document and
// begin are one number beside the index, by which they are sorted without a look at the places.
std::vector<std::uint32_t> FirstQuotes::InDocuments() const {
  using Key = std::pair<std::uint64_t, std::uint32_t>;
  const auto half = [](std::int64_t number) {
    return static_cast<std::uint64_t>(std::clamp<std::int64_t>(number, 0, 0xFFFFFFFF));
  };
  std::vector<Key> keys;
  keys.reserve(places_.size());
  for (std::uint32_t i = 0; i < places_.size(); ++i) {
    const Place& place = places_[i];
    if (place.document == 0) continue;
    keys.emplace_back(half(place.document) << 32U | half(place.place.begin), i);
  }
  boost::sort::spreadsort::integer_sort(
      keys.begin(), keys.end(), [](const Key& key, unsigned offset) { return key.first >> offset; },
      [](const Key& a, const Key& b) { return a.first < b.first; });
  const auto is_before = [this](const Key& a, const Key& b) {
    const auto rest = [](const Place& place) {
      return std::tuple(place.document, place.place.begin, place.place.end, place.relation);
    };
    return rest(places_[a.second]) < rest(places_[b.second]);
  };
  for (auto begin = keys.begin(); begin != keys.end();) {
    const auto end =
        std::find_if(begin, keys.end(), [&](const Key& key) { return key.first != begin->first; });
    if (end - begin > 1) std::sort(begin, end, is_before);
    begin = end;
  }
  std::vector<std::uint32_t> order;
  order.reserve(keys.size());
  for (const auto& [key, index] : keys) order.push_back(index);
  return order;
}

void FirstQuotes::ReadDocuments() {
  const std::vector<std::uint32_t> order = InDocuments();
  if (order.empty() || !documents_) return;
  TableScan& documents = *documents_;
  for (std::size_t begin = 0; begin < order.size();) {
    const std::int64_t wanted = places_[order[begin]].document;
    do {
      if (!documents.Next()) store_.impl().Damaged("a document is missing");
    } while (documents.Integer(0) < wanted);
    if (documents.Integer(0) > wanted) store_.impl().Damaged("a document is missing");
    std::size_t end = begin;
    while (end < order.size() && places_[order[end]].document == wanted) ++end;
    ReadQuotes(documents, std::span(order).subspan(begin, end - begin));
    begin = end;
  }
  documents_.reset();
}

// Quotes of one document, in the order of their places; several relations may share one.
void FirstQuotes::ReadQuotes(TableScan& document, std::span<const std::uint32_t> order) {
  const auto file = static_cast<std::uint32_t>(sources_.size());
  sources_.push_back({std::string(document.Text(6)), std::string(document.Text(1))});
  const std::int64_t first = document.Integer(2);
  const auto line = static_cast<std::size_t>(document.Integer(3));
  const bool record = document.Integer(4) != 0;
  const std::string_view text = document.Text(5);
  ForwardCursor cursor(text);
  Stretch last;
  for (std::size_t i = 0; i < order.size(); ++i) {
    Place& place = places_[order[i]];
    place.file = file;
    if (i > 0 && place.place == last) {
      const Place& same = places_[order[i - 1]];
      place.place = same.place;
      place.quote = same.quote;
      place.size = same.size;
      continue;
    }
    last = place.place;
    cursor.GoTo(InText(last.begin, first));
    ForwardCursor behind = cursor;
    behind.GoTo(InText(last.end, first));
    place.quote = quotes_.size();
    AppendWithoutLineBreaks(text.substr(cursor.byte(), behind.byte() - cursor.byte()), quotes_);
    place.size = static_cast<std::uint32_t>(quotes_.size() - place.quote);
    const extract::LineColumn position = cursor.Position();
    place.place.begin = static_cast<std::int64_t>(record ? line : line + position.line - 1);
    place.place.end = static_cast<std::int64_t>(record ? cursor.code_point() + 1 : position.column);
  }
}

}  // namespace zhitu::graph

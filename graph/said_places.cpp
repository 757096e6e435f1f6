#include "graph/said_places.h"

#include <algorithm>
#include <tuple>

#include "graph/store_impl.h"

namespace zhitu::graph {

SaidPlaces::SaidPlaces(const Store& store, const std::function<bool(RelationNumber)>& keep,
                       std::int64_t most) {
  TableScan rows =
      store.impl().Scan("evidence", {"relation", "statement", "place", "document", "begin", "end",
                                     "rule", "confidence", "modality", "date"});
  RelationNumber relation = 0;
  std::int64_t statements = 0;
  while (rows.Next()) {
    if (!keep(rows.Integer(0))) continue;
    const bool first = rows.Integer(2) == 1;
    if (rows.Integer(0) != relation) statements = 0;
    relation = rows.Integer(0);
    if (first) ++statements;
    if (statements > most) continue;
    SaidPlace& said = places_.emplace_back();
    said.relation = relation;
    said.statement = static_cast<std::uint32_t>(rows.Integer(1));
    said.first = first;
    said.document = rows.Integer(3);
    said.place = {rows.Integer(4), rows.Integer(5)};
    said.rule = texts_.Number(rows.Text(6));
    said.confidence = static_cast<PerMille>(rows.Integer(7));
    said.modality = texts_.Number(rows.Text(8));
    said.date = texts_.Number(rows.Text(9));
  }
  for (std::uint32_t i = 0; i < places_.size(); ++i) {
    if (places_[i].document != 0) order_.push_back(i);
  }
  std::sort(order_.begin(), order_.end(), [this](std::uint32_t a, std::uint32_t b) {
    const auto key = [](const SaidPlace& said) {
      return std::tuple(said.document, said.place.begin, said.place.end);
    };
    return std::pair(key(places_[a]), a) < std::pair(key(places_[b]), b);
  });
}

void SaidPlaces::Show(std::int64_t document, QuotedTexts& texts) {
  for (; next_ < order_.size() && places_[order_[next_]].document == document; ++next_) {
    SaidPlace& said = places_[order_[next_]];
    said.shown = texts.Show(said.place);
    const extract::LineColumn position = texts.Position(said.place.begin);
    said.line = static_cast<std::int64_t>(position.line);
    said.column = static_cast<std::int64_t>(position.column);
  }
}

bool SaidPlaces::Passed(std::int64_t document) const {
  return next_ < order_.size() && places_[order_[next_]].document <= document;
}

}  // namespace zhitu::graph

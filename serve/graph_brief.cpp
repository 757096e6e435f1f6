#include "serve/graph_brief.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "export/json_text.h"
#include "graph/layout.h"
#include "graph/layout_file.h"

namespace zhitu::serve {
namespace {

// More digits would not show.
double Tenths(double value) { return std::round(value * 10.0) / 10.0; }

// The members of an object, without its braces.
std::string Members(const xport::JsonText& object) {
  const std::string_view text = object.text();
  return std::string(text.substr(1, text.size() - 2));
}

std::string HeadOf(const graph::EntityRecord& record) {
  xport::JsonText json;
  json.StartObject();
  json.Key("id");
  json.String(record.id);
  json.Key("name");
  json.String(record.name.empty() ? record.id : record.name);
  json.Key("type");
  json.String(record.type);
  json.EndObject();
  return Members(json);
}

std::string DrawnOf(const graph::EntityRecord& record, const graph::Point* point,
                    std::uint32_t degree, std::uint32_t most) {
  xport::JsonText json;
  json.StartObject();
  json.Key("degree");
  json.Integer(degree);
  json.Key("mentions");
  json.Integer(record.mentions);
  json.Key("documents");
  json.Integer(record.documents);
  json.Key("first_seen");
  json.StringOrNull(record.first_seen);
  json.Key("last_seen");
  json.StringOrNull(record.last_seen);
  json.Key("size");
  json.Number(Tenths(graph::DrawnSize(degree, most)));
  if (point != nullptr) {
    json.Key("x");
    json.Number(Tenths(point->x));
    json.Key("y");
    json.Number(Tenths(point->y));
  }
  json.EndObject();
  return Members(json);
}

}  // namespace

GraphBrief::GraphBrief(const graph::Store& store)
    : title_(std::filesystem::path(store.path()).stem().string()),
      exact_weights_(store.ExactWeights()) {
  entities_.resize(static_cast<std::size_t>(store.last_entity()) + 1);
  for (const std::string& name : store.Predicates()) predicates_.push_back({name, 0});
  ReadLinks(store);
  const auto layout = graph::ReadLayout(store);
  placed_ = layout.has_value();
  store.ForEachEntity([&](const graph::EntityRecord& record) {
    AddEntity(record, layout ? &(*layout)[static_cast<std::size_t>(record.number)].point : nullptr);
  });
  SortTop();
}

void GraphBrief::ReadLinks(const graph::Store& store) {
  store.ForEachLink([&](const graph::Link& link) {
    ++relations_;
    ++predicates_[static_cast<std::size_t>(link.predicate)].count;
    max_weight_ = std::max(max_weight_, link.weight);
    most_ = std::max(most_, ++entities_[static_cast<std::size_t>(link.subject)].degree);
    if (link.object != link.subject) {
      most_ = std::max(most_, ++entities_[static_cast<std::size_t>(link.object)].degree);
    }
    const graph::SeenDates seen{calendar_.Number(link.first_seen),
                                calendar_.Number(link.last_seen)};
    if (seen.first == 0 && seen.last == 0) return;
    if (dates_.empty()) dates_.resize(static_cast<std::size_t>(store.last_relation()) + 1);
    dates_[static_cast<std::size_t>(link.relation)] = seen;
    calendar_.Widen(seen_, seen.first);
    calendar_.Widen(seen_, seen.last);
  });
}

std::optional<double> GraphBrief::ExactWeight(graph::RelationNumber relation) const {
  return graph::ExactWeightOf(exact_weights_, relation);
}

std::uint32_t GraphBrief::NumberOfType(const std::string& type) {
  const auto known = std::find_if(types_.begin(), types_.end(),
                                  [&](const Kind& kind) { return kind.name == type; });
  const auto number = static_cast<std::uint32_t>(known - types_.begin());
  if (known == types_.end()) {
    if (type == graph::kDocumentType) document_type_ = number;
    types_.push_back({type, 0});
  }
  ++types_[number].count;
  return number;
}

void GraphBrief::AddEntity(const graph::EntityRecord& record, const graph::Point* point) {
  Entity& entity = entities_[static_cast<std::size_t>(record.number)];
  entity.type = NumberOfType(record.type);
  entity.head = HeadOf(record);
  entity.drawn = DrawnOf(record, point, entity.degree, most_);
  calendar_.Widen(seen_, calendar_.Number(record.first_seen));
  calendar_.Widen(seen_, calendar_.Number(record.last_seen));
  names_.Add(record.number, 0, record.name, entity.degree);
  for (std::size_t i = 0; i < record.aliases.size(); ++i) {
    names_.Add(record.number, static_cast<std::uint32_t>(i + 1), record.aliases[i], entity.degree);
  }
  top_.push_back(record.number);
}

// They came by id.
void GraphBrief::SortTop() {
  std::stable_sort(top_.begin(), top_.end(), [this](graph::EntityNumber a, graph::EntityNumber b) {
    if (IsDocument(a) != IsDocument(b)) return IsDocument(b);
    return Degree(a) > Degree(b);
  });
}

}  // namespace zhitu::serve

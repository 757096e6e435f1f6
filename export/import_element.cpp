#include "export/import_element.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "export/portable_names.h"
#include "extract/dictionary_row.h"
#include "graph/import_number.h"

namespace zhitu::xport {

using graph::ImportField;

ImportElement::ImportElement(graph::Importer& importer, PlaceOf place_of)
    : importer_(importer),
      place_of_(std::move(place_of)),
      place_([this](ImportField field, std::string_view attribute) {
        return Place(field, attribute);
      }) {}

void ImportElement::Begin(std::size_t line, std::size_t mark) {
  mark_ = mark;
  values_.clear();
  node_ = {};
  node_.line = line;
  edge_.attributes.clear();
  edge_.line = line;
  edge_.undirected = false;
  said_by_type_.reset();
}

void ImportElement::Add(const ImportColumn& column, std::string_view value, std::size_t mark) {
  values_.push_back({&column, value, mark});
}

bool ImportElement::Has(std::string_view name) const {
  return std::ranges::any_of(values_,
                             [&](const Value& value) { return value.column->name == name; });
}

void ImportElement::GiveNode() {
  for (const Value& value : values_) TakeNodeField(value);
  ChooseName();
  const std::optional<Value> kind = Find(ImportRole::kKind, ImportField::kType);
  if (kind && node_.type.empty()) {
    node_.type = kind->text;
  } else if (kind && kind->text != node_.type) {
    node_.attributes.emplace_back(kind->column->name, kind->text);
  }
  importer_.AddNode(node_, place_);
}

void ImportElement::TakeNodeField(const Value& value) {
  if (value.text.empty()) return;
  switch (value.column->role) {
    case ImportRole::kLeftOut:
      return importer_.LeaveOut(value.column->name, graph::LeftOut::kComputed);
    case ImportRole::kAttribute:
      node_.attributes.emplace_back(value.column->name, value.text);
      return;
    case ImportRole::kType:
      node_.type = value.text;
      return;
    case ImportRole::kField:
      break;
    default:
      return;
  }
  switch (value.column->field) {
    case ImportField::kId:
      node_.id = value.text;
      break;
    case ImportField::kName:
      node_.name = value.text;
      break;
    case ImportField::kAliases:
      node_.aliases = extract::SplitBars(value.text);
      break;
    case ImportField::kMentions:
      node_.mentions = value.text;
      break;
    case ImportField::kDocuments:
      node_.documents = value.text;
      break;
    case ImportField::kFirstSeen:
      node_.first_seen = value.text;
      break;
    default:
      node_.last_seen = value.text;
  }
}

// NetworkX gives GEXF the id for a label. A name that differs from the label is kept.
void ImportElement::ChooseName() {
  for (const Value& name : values_) {
    if (name.column->role != ImportRole::kName || name.text.empty()) continue;
    if (node_.name.empty() || node_.name == node_.id) {
      node_.name = name.text;
    } else if (name.text != node_.name) {
      node_.attributes.emplace_back(name.column->name, name.text);
    }
  }
}

void ImportElement::GiveEdge() {
  edge_.source = edge_.target = edge_.weight = edge_.documents = edge_.confidence = {};
  edge_.first_seen = edge_.last_seen = {};
  for (const Value& value : values_) TakeEdgeField(value);
  ChoosePredicate();
  ChooseWeight();
  importer_.AddEdge(edge_, place_);
}

void ImportElement::TakeEdgeField(const Value& value) {
  if (value.text.empty()) return;
  switch (value.column->role) {
    case ImportRole::kType:
      return TakeType(value);
    case ImportRole::kSymmetric:
      edge_.undirected = edge_.undirected || value.text == "1" || LowerAscii(value.text) == "true";
      return;
    case ImportRole::kLeftOut:
      return importer_.LeaveOut(value.column->name, graph::LeftOut::kComputed);
    case ImportRole::kEdgeKey:
      return importer_.LeaveOut(value.column->name, graph::LeftOut::kEdgeKey);
    case ImportRole::kAttribute:
      edge_.attributes.emplace_back(value.column->name, value.text);
      return;
    case ImportRole::kField:
      break;
    default:
      return;
  }
  switch (value.column->field) {
    case ImportField::kSource:
      edge_.source = value.text;
      break;
    case ImportField::kTarget:
      edge_.target = value.text;
      break;
    case ImportField::kWeight:
      edge_.weight = value.text;
      break;
    case ImportField::kDocuments:
      edge_.documents = value.text;
      break;
    case ImportField::kConfidence:
      edge_.confidence = value.text;
      break;
    case ImportField::kFirstSeen:
      edge_.first_seen = value.text;
      break;
    case ImportField::kLastSeen:
      edge_.last_seen = value.text;
      break;
    default:
      break;  // the predicate
  }
}

void ImportElement::TakeType(const Value& value) {
  const std::string type = LowerAscii(value.text);
  if (type == "undirected") {
    edge_.undirected = true;
  } else if (type == "directed") {
    edge_.undirected = false;
  } else {
    said_by_type_ = value;
  }
}

// The first that is not empty; the others are kept if they differ.
void ImportElement::ChoosePredicate() {
  edge_.predicate = {};
  for (const std::optional<Value>& value :
       {Find(ImportRole::kField, ImportField::kPredicate),
        Find(ImportRole::kKind, ImportField::kPredicate), said_by_type_,
        Find(ImportRole::kLabel, ImportField::kPredicate)}) {
    if (!value) continue;
    if (edge_.predicate.empty()) {
      edge_.predicate = value->text;
    } else if (value->text != edge_.predicate) {
      edge_.attributes.emplace_back(value->column->name, value->text);
    }
  }
}

// A count that is not the rounded weight is kept beside it.
void ImportElement::ChooseWeight() {
  const std::optional<Value> count = Find(ImportRole::kCount, ImportField::kWeight);
  if (!count) return;
  if (edge_.weight.empty()) {
    edge_.weight = count->text;
    return;
  }
  if (count->text == edge_.weight) return;
  const std::optional<double> weight = graph::ParseNumber(edge_.weight);
  if (weight && graph::ParseNumber(count->text) == std::max(1.0, std::round(*weight))) return;
  edge_.attributes.emplace_back(count->column->name, count->text);
}

// The value with a role that is not empty.
std::optional<ImportElement::Value> ImportElement::Find(ImportRole role, ImportField field) const {
  const auto found = std::ranges::find_if(values_, [&](const Value& value) {
    return value.column->role == role && value.column->field == field && !value.text.empty();
  });
  return found == values_.end() ? std::nullopt : std::optional(*found);
}

// Of what several may hold, the first that is not empty.
extract::LineColumn ImportElement::Place(ImportField field, std::string_view attribute) const {
  std::optional<Value> found;
  for (const Value& value : values_) {
    const ImportColumn& column = *value.column;
    const bool is_it =
        field == ImportField::kAttribute ? column.name == attribute : column.field == field;
    if (!is_it) continue;
    const bool better =
        !found || found->text.empty() || (column.role == ImportRole::kField && !value.text.empty());
    if (better) found = value;
  }
  return place_of_(found ? found->mark : mark_);
}

}  // namespace zhitu::xport

#include "graph/importer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "graph/import_number.h"

namespace zhitu::graph {
namespace {

constexpr std::size_t kMostShown = 60;  // characters of a value in a message
constexpr double kMostCount = 4e9;      // documents of an edge are kept in 32 bits

const char* NameOf(ImportField field) {
  switch (field) {
    case ImportField::kId:
      return "id";
    case ImportField::kName:
      return "label";
    case ImportField::kType:
      return "type";
    case ImportField::kAliases:
      return "aliases";
    case ImportField::kMentions:
      return "mentions";
    case ImportField::kDocuments:
      return "documents";
    case ImportField::kFirstSeen:
      return "first_seen";
    case ImportField::kLastSeen:
      return "last_seen";
    case ImportField::kSource:
      return "source";
    case ImportField::kTarget:
      return "target";
    case ImportField::kPredicate:
      return "predicate";
    case ImportField::kWeight:
      return "weight";
    case ImportField::kConfidence:
      return "confidence";
    case ImportField::kAttribute:
      break;
  }
  return "value";
}

// A value as messages quote it.
std::string Quoted(std::string_view value) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < kMostShown && at < value.size(); ++i) {
    extract::NextCodePoint(value, at);
  }
  return "'" + std::string(value.substr(0, at)) + (at < value.size() ? "…'" : "'");
}

bool IsLineControl(char c) { return c == '\t' || c == '\n' || c == '\r'; }

bool HasControl(std::string_view text, bool lines_allowed) {
  return std::any_of(text.begin(), text.end(), [lines_allowed](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return lines_allowed ? byte < 0x20 && !IsLineControl(c) : byte < 0x20 || byte == 0x7F;
  });
}

// A type as zhitu writes types: Local Office becomes local_office.
std::string Respelled(std::string_view type) {
  std::string respelled;
  for (const char c : type) {
    const bool capital = c >= 'A' && c <= 'Z';
    const bool joins = c == ' ' || c == '-' || c == '.' || c == ':' || c == '/';
    respelled += capital ? static_cast<char>(c - 'A' + 'a') : joins ? '_' : c;
  }
  return respelled;
}

bool IsLonger(std::string_view text, std::size_t most) {
  return text.size() > most && extract::CountCodePoints(text) > most;
}

std::string TooLong(std::string_view what, std::string_view text, std::size_t most) {
  return std::string(what) + " has " + std::to_string(extract::CountCodePoints(text)) +
         " characters; expected at most " + std::to_string(most);
}

}  // namespace

void Importer::BeginFile(const ImportFile& file) {
  std::vector<ImportFile>& files = graph_.files;
  const auto known = std::find_if(files.begin(), files.end(),
                                  [&](const ImportFile& other) { return other.path == file.path; });
  file_ = static_cast<std::uint32_t>(known - files.begin()) + 1;
  if (known != files.end()) return;
  if (files.size() == std::numeric_limits<std::uint16_t>::max()) {
    throw extract::LimitError(file.path + ": too many files; expected at most " +
                              std::to_string(files.size()));
  }
  files.push_back(file);
}

void Importer::Report(const extract::LineColumn& where, std::string what) {
  Report(extract::Problem{{path(), where.line, where.column}, std::move(what)});
}

void Importer::Report(extract::Problem problem) {
  faults_.push_back(std::move(problem));
  if (faults_.size() == kMostFaults) Finish();
}

void Importer::Fault(ImportField field, const ImportPlace& place, const std::string& what) {
  Report(place(field, {}), NameOf(field) + what);
}

void Importer::Finish() {
  if (faults_.empty()) return;
  std::unordered_map<std::string, std::size_t> files;
  for (std::size_t i = 0; i < graph_.files.size(); ++i) files.emplace(graph_.files[i].path, i);
  const auto key = [&](const extract::Problem& problem) {
    return std::tuple(files[problem.where.file], problem.where.line, problem.where.column);
  };
  std::stable_sort(
      faults_.begin(), faults_.end(),
      [&](const extract::Problem& a, const extract::Problem& b) { return key(a) < key(b); });
  throw extract::InputError(std::move(faults_));
}

void Importer::AddNode(const ImportedNode& node, const ImportPlace& place) {
  if (!IsNewNode(node, place)) return;
  ImportedGraph::Node entry;
  entry.file = file_;
  entry.line = static_cast<std::uint32_t>(node.line);
  CheckText(node.name, ImportField::kName, {}, place);
  const std::string_view id = graph_.ids.Id(static_cast<std::uint32_t>(graph_.nodes.size()));
  entry.name = node.name.empty() ? id : graph_.texts.Keep(node.name);
  entry.type = TypeOf(node, place);
  entry.mentions = CountOf(node.mentions, ImportField::kMentions, place);
  entry.documents = CountOf(node.documents, ImportField::kDocuments, place);
  entry.seen = DatesOf(node.first_seen, node.last_seen, place);
  entry.first_alias = static_cast<std::uint32_t>(graph_.aliases.size());
  entry.first_attribute = static_cast<std::uint32_t>(graph_.attributes.size());
  KeepAliases(node, place);
  KeepAttributes(node, place);
  graph_.nodes.push_back(entry);
}

// Adds the id, whatever else is wrong with the node, so that its edges are not told as faults too.
bool Importer::IsNewNode(const ImportedNode& node, const ImportPlace& place) {
  if (node.id.empty()) {
    Fault(ImportField::kId, place, " is empty; expected the id of the node");
    return false;
  }
  CheckId(node.id, ImportField::kId, place);
  const std::uint32_t number = graph_.ids.Number(node.id);
  if (number == graph_.nodes.size()) return true;
  const ImportedGraph::Node& known = graph_.nodes[number];
  const std::string where = known.file == file_ ? "line " : graph_.files[known.file - 1].path + ':';
  Fault(ImportField::kId, place,
        ' ' + Quoted(node.id) + " is already that of " + where + std::to_string(known.line) +
            "; expected each id once");
  return false;
}

std::uint32_t Importer::TypeOf(const ImportedNode& node, const ImportPlace& place) {
  const std::string_view type = node.type;
  std::string name(type.empty() ? std::string_view(kNodeType) : type);
  if (extract::StateOfType(name) == extract::TypeState::kMalformed) {
    std::string respelled = Respelled(name);
    if (extract::StateOfType(respelled) != extract::TypeState::kMalformed) {
      name = std::move(respelled);
      tallies_.respelled.Add(path(), node.line);
    }
  }
  const std::uint32_t number = graph_.types.Number(name);
  const bool is_new = number == type_states_.size();
  if (is_new) type_states_.push_back(extract::StateOfType(name));
  const extract::TypeState state = type_states_[number];
  if (state == extract::TypeState::kKnown || name == kNodeType) return number;
  if (state == extract::TypeState::kMalformed && IsLonger(type, kLongestId)) {
    Report(place(ImportField::kType, {}), TooLong("type", type, kLongestId));
  } else if (state == extract::TypeState::kMalformed || strict_) {
    Report(place(ImportField::kType, {}), extract::DescribeTypeFault(name));
  } else if (is_new) {
    const extract::LineColumn where = place(ImportField::kType, {});
    warnings_.push_back({{path(), where.line, where.column}, extract::DescribeTypeFault(name)});
  }
  return number;
}

void Importer::KeepAliases(const ImportedNode& node, const ImportPlace& place) {
  for (const std::string& alias : node.aliases) {
    CheckText(alias, ImportField::kAliases, {}, place);
    if (!alias.empty()) graph_.aliases.push_back(graph_.texts.Keep(alias));
  }
}

void Importer::KeepAttributes(const ImportedNode& node, const ImportPlace& place) {
  for (const auto& [name, value] : node.attributes) {
    CheckText(value, ImportField::kAttribute, name, place);
    if (value.empty()) continue;
    graph_.attributes.push_back({graph_.attribute_names.Number(name), graph_.texts.Keep(value)});
  }
}

void Importer::KeepAttributes(const ImportedEdge& edge, const ImportPlace& place) {
  const auto index = static_cast<std::uint32_t>(graph_.edges.size());
  bool has_other = false;
  for (const auto& [name, value] : edge.attributes) {
    CheckText(value, ImportField::kAttribute, name, place);
    if (value.empty()) continue;
    has_other = has_other || name != kCitedEvidence;
    graph_.edge_attributes.push_back(
        {index, {graph_.attribute_names.Number(name), graph_.texts.Keep(value)}});
  }
  if (has_other) tallies_.edge_attributes.Add(path(), edge.line);
}

void Importer::AddEdge(const ImportedEdge& edge, const ImportPlace& place) {
  const std::size_t before = faults_.size();
  ImportedGraph::Edge entry;
  entry.source = EndOf(edge.source, ImportField::kSource, edge, place);
  entry.target = EndOf(edge.target, ImportField::kTarget, edge, place);
  entry.predicate = PredicateOf(edge, place);
  entry.weight = WeightOf(edge, place);
  entry.documents =
      static_cast<std::uint32_t>(CountOf(edge.documents, ImportField::kDocuments, place));
  entry.confidence = ConfidenceOf(edge, place);
  entry.seen = DatesOf(edge.first_seen, edge.last_seen, place);
  entry.file = static_cast<std::uint16_t>(file_);
  entry.line = static_cast<std::uint32_t>(edge.line);
  entry.undirected = edge.undirected;
  if (faults_.size() > before) return;
  if (entry.source == entry.target) return tallies_.self_loops.Add(path(), edge.line);
  if (edge.undirected && entry.predicate != ImportedGraph::kCoOccurrence) {
    tallies_.undirected.Add(path(), edge.line);
  }
  if (entry.weight != std::trunc(entry.weight)) tallies_.fractional.Add(path(), edge.line);
  KeepAttributes(edge, place);
  graph_.edges.push_back(entry);
}

std::uint32_t Importer::EndOf(std::string_view id, ImportField field, const ImportedEdge& edge,
                              const ImportPlace& place) {
  // Edges of one source often follow each other.
  const bool is_source = field == ImportField::kSource;
  if (is_source && last_source_ < graph_.ids.size() && graph_.ids.Id(last_source_) == id) {
    return last_source_;
  }
  if (const auto known = graph_.ids.Find(id)) {
    if (is_source) last_source_ = *known;
    return *known;
  }
  if (id.empty()) {
    Fault(field, place, " is empty; expected the id of a node");
  } else if (!undeclared_allowed_) {
    Fault(field, place, ' ' + Quoted(id) + " is no node; expected the id of one");
  } else {
    const std::size_t before = faults_.size();
    CheckId(id, field, place);
    if (faults_.size() == before) return MakeNode(id, edge.line);
  }
  return 0;
}

std::uint32_t Importer::MakeNode(std::string_view id, std::size_t line) {
  const std::uint32_t number = graph_.ids.Number(id);
  ImportedGraph::Node node;
  node.name = graph_.ids.Id(number);
  node.type = graph_.types.Number(kNodeType);
  if (node.type == type_states_.size()) type_states_.push_back(extract::TypeState::kUnknown);
  node.file = file_;
  node.line = static_cast<std::uint32_t>(line);
  node.first_alias = static_cast<std::uint32_t>(graph_.aliases.size());
  node.first_attribute = static_cast<std::uint32_t>(graph_.attributes.size());
  graph_.nodes.push_back(node);
  tallies_.made_nodes.Add(path(), line);
  return number;
}

std::uint32_t Importer::PredicateOf(const ImportedEdge& edge, const ImportPlace& place) {
  std::string_view predicate = edge.predicate;
  if (predicate.empty()) predicate = edge.undirected ? kCoOccurs : kRelatedTo;
  if (predicate == last_predicate_) return last_predicate_number_;
  const std::size_t before = faults_.size();
  CheckId(predicate, ImportField::kPredicate, place);
  if (faults_.size() > before) return 0;
  last_predicate_ = predicate;
  last_predicate_number_ = graph_.predicates.Number(predicate);
  return last_predicate_number_;
}

double Importer::WeightOf(const ImportedEdge& edge, const ImportPlace& place) {
  if (edge.weight.empty()) return 1;
  const std::optional<double> weight = ParseNumber(edge.weight);
  if (weight && *weight > 0 && *weight <= kMostWeight) return *weight;
  Fault(ImportField::kWeight, place,
        " is " + Quoted(edge.weight) + "; expected a number above 0, at most 1e12");
  return 1;
}

std::int16_t Importer::ConfidenceOf(const ImportedEdge& edge, const ImportPlace& place) {
  if (edge.confidence.empty()) return 1000;
  const std::optional<double> confidence = ParseNumber(edge.confidence);
  if (confidence && *confidence >= 0 && *confidence <= 1) {
    return static_cast<std::int16_t>(std::lround(*confidence * 1000));
  }
  Fault(ImportField::kConfidence, place,
        " is " + Quoted(edge.confidence) + "; expected a number from 0 to 1");
  return 1000;
}

std::int64_t Importer::CountOf(std::string_view text, ImportField field, const ImportPlace& place) {
  if (text.empty()) return 0;
  const std::optional<double> count = ParseNumber(text);
  if (count && *count >= 0 && *count <= kMostCount && *count == std::trunc(*count)) {
    return static_cast<std::int64_t>(*count);
  }
  Fault(field, place, " is " + Quoted(text) + "; expected a whole number from 0 to 4e9");
  return 0;
}

SeenDates Importer::DatesOf(std::string_view first, std::string_view last,
                            const ImportPlace& place) {
  SeenDates seen;
  if (first.empty() && last.empty()) return seen;
  graph_.calendar.Widen(seen, DateOf(first, ImportField::kFirstSeen, place));
  graph_.calendar.Widen(seen, DateOf(last, ImportField::kLastSeen, place));
  return seen;
}

DateNumber Importer::DateOf(std::string_view date, ImportField field, const ImportPlace& place) {
  constexpr std::size_t kLongestDate = 64;
  if (date.empty()) return 0;
  if (IsIsoDate(date) && date.size() <= kLongestDate && !HasControl(date, false)) {
    return graph_.calendar.Number(date);
  }
  Fault(field, place,
        " is " + Quoted(date) + "; expected a date as in ISO 8601, such as 2024-05-17");
  return 0;
}

void Importer::CheckId(std::string_view text, ImportField field, const ImportPlace& place) {
  if (HasControl(text, /*lines_allowed=*/false)) {
    Fault(field, place, " holds a control character; expected plain text on one line");
  } else if (IsLonger(text, kLongestId)) {
    Report(place(field, {}), TooLong(NameOf(field), text, kLongestId));
  }
}

void Importer::CheckText(std::string_view text, ImportField field, std::string_view attribute,
                         const ImportPlace& place) {
  const bool control = HasControl(text, /*lines_allowed=*/true);
  if (!control && !IsLonger(text, kLongestText)) return;
  const std::string what = attribute.empty() ? std::string(NameOf(field)) : Quoted(attribute);
  Report(place(field, attribute), control ? what + " holds a control character; expected plain text"
                                          : TooLong(what, text, kLongestText));
}

}  // namespace zhitu::graph

#include "extract/concept_scheme.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

#include "extract/characters.h"
#include "extract/list_text.h"

namespace zhitu::extract {
namespace {

constexpr std::string_view kSkos = "http://www.w3.org/2004/02/skos/core#";
constexpr std::string_view kType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
constexpr std::string_view kConcept = "Concept";

// The name behind the last # or / of an IRI.
std::string_view LocalName(std::string_view iri) {
  const std::size_t before = iri.find_last_of("#/");
  return before == std::string_view::npos ? iri : iri.substr(before + 1);
}

}  // namespace

ConceptScheme::Concept& ConceptScheme::Of(std::string_view iri) {
  const auto known = concepts_.find(iri);
  return known != concepts_.end() ? known->second : concepts_[std::string(iri)];
}

void ConceptScheme::Add(std::string_view subject, std::string_view predicate,
                        const RdfTerm& object) {
  if (predicate == kType && !object.literal) {
    if (object.text != std::string(kSkos) + std::string(kConcept)) {
      Of(subject).classes.emplace_back(LocalName(object.text));
    }
    return;
  }
  if (!predicate.starts_with(kSkos)) return;
  predicate.remove_prefix(kSkos.size());
  const Label label{std::string(object.language), std::string(TrimmedView(object.text))};
  if (object.literal && predicate == "prefLabel") {
    Of(subject).preferred.push_back(label);
  } else if (object.literal && (predicate == "altLabel" || predicate == "hiddenLabel")) {
    Of(subject).others.push_back(label);
  } else if (!object.literal && predicate == "broader") {
    Of(subject).broader.emplace_back(object.text);
  } else if (!object.literal && predicate == "narrower") {
    Of(object.text).broader.emplace_back(subject);
  }
}

// Follows parents already chosen, which have no circle.
bool ConceptScheme::IsBelow(const std::string& iri, const std::string& ancestor) const {
  for (const std::string* at = &iri; !at->empty();) {
    if (*at == ancestor) return true;
    const auto found = concepts_.find(*at);
    if (found == concepts_.end()) return false;
    at = &found->second.parent;
  }
  return false;
}

void ConceptScheme::ChooseParents() {
  for (auto& [iri, entry] : concepts_) {
    std::sort(entry.broader.begin(), entry.broader.end());
    for (const std::string& broader : entry.broader) {
      const auto found = concepts_.find(broader);
      if (found == concepts_.end() || found->second.preferred.empty()) continue;
      if (IsBelow(broader, iri)) continue;
      entry.parent = broader;
      break;
    }
  }
}

void ConceptScheme::Give(const std::string& iri, Concept& entry) {
  std::sort(entry.preferred.begin(), entry.preferred.end());
  std::stable_partition(entry.preferred.begin(), entry.preferred.end(),
                        [&](const Label& label) { return label.language == language_; });
  std::sort(entry.others.begin(), entry.others.end());
  std::sort(entry.classes.begin(), entry.classes.end());
  ListedName listed;
  listed.id = iri;
  listed.tag = entry.classes.empty() ? std::string(kConcept) : entry.classes.front();
  listed.name = entry.preferred.front().text;
  for (const std::vector<Label>* labels : {&entry.preferred, &entry.others}) {
    for (const Label& label : *labels) listed.aliases.push_back(label.text);
  }
  const auto parent = concepts_.find(entry.parent);
  if (parent != concepts_.end() && parent->second.usable) listed.parent = entry.parent;
  entry.usable = draft_.Add(listed, {0, 0});
  entry.given = true;
}

void ConceptScheme::Finish() {
  ChooseParents();
  for (auto& first : concepts_) {
    // What is above it comes first.
    std::vector<decltype(&first)> chain;
    for (auto* at = &first; !at->second.given && !at->second.preferred.empty();) {
      chain.push_back(at);
      const auto parent = concepts_.find(at->second.parent);
      if (parent == concepts_.end()) break;
      at = &*parent;
    }
    for (; !chain.empty(); chain.pop_back()) Give(chain.back()->first, chain.back()->second);
  }
}

void ReadConcepts(const std::string& path, ConceptScheme& scheme, DictionaryDraft& draft) {
  const std::optional<std::string> text = ReadListText(path, draft);
  if (!text) return;
  const auto ends = [&](std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return path.ends_with(ending); });
  };
  if (ends({".jsonld", ".json"})) {
    ReadJsonLd(*text, scheme, draft);
  } else if (ends({".rdf", ".xml", ".owl"})) {
    ReadRdfXml(*text, scheme, draft);
  } else {
    ReadTurtle(*text, scheme, draft);
  }
}

}  // namespace zhitu::extract

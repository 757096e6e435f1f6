#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/concept_scheme.h"
#include "extract/json_tree.h"

namespace zhitu::extract {
namespace {

constexpr std::string_view kType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

// What the keys of a document mean.
class Context {
 public:
  // Takes the definitions of a context; false where it lies elsewhere.
  bool Take(const JsonValue& context) {
    if (context.kind() == JsonKind::kString) return false;
    if (context.kind() == JsonKind::kArray) {
      for (const JsonValue& item : context.Items()) {
        if (item.kind() != JsonKind::kObject) return false;
        TakeTerms(item);
      }
    } else if (context.kind() == JsonKind::kObject) {
      TakeTerms(context);
    }
    return true;
  }

  // A key or `@type` as an IRI; empty where it means none.
  std::string Expand(std::string_view name) const {
    std::string iri(name);
    // A term may stand for a term with a prefix that is a term again.
    for (std::size_t steps = 0; steps < kMostSteps; ++steps) {
      if (const auto term = terms_.find(iri); term != terms_.end() && term->second != iri) {
        iri = term->second;
        continue;
      }
      const std::size_t colon = iri.find(':');
      if (colon == std::string::npos) return vocabulary_.empty() ? "" : vocabulary_ + iri;
      const auto prefix = terms_.find(iri.substr(0, colon));
      if (prefix == terms_.end() || iri.compare(colon, 3, "://") == 0) return iri;
      iri = prefix->second + iri.substr(colon + 1);
    }
    return iri;
  }

  // The name of an entity: only prefixes are expanded.
  std::string ExpandId(std::string_view id) const {
    const std::size_t colon = id.find(':');
    if (colon == std::string_view::npos || id.substr(colon).starts_with("://")) {
      return std::string(id);
    }
    const auto prefix = terms_.find(id.substr(0, colon));
    if (prefix == terms_.end()) return std::string(id);
    return prefix->second + std::string(id.substr(colon + 1));
  }

  // True if the texts of a key are names of entities.
  bool HoldsIds(std::string_view key) const { return ids_.contains(key); }
  // True if a key's values are maps from languages to texts.
  bool IsByLanguage(std::string_view key) const { return by_language_.contains(key); }
  // The language of texts that say none, for a key.
  std::string LanguageOf(std::string_view key) const {
    const auto own = languages_.find(key);
    return own == languages_.end() ? language_ : own->second;
  }
  // The key of a document that stands for a keyword.
  bool Means(std::string_view key, std::string_view keyword) const {
    if (key == keyword) return true;
    const auto term = terms_.find(key);
    return term != terms_.end() && term->second == keyword;
  }

 private:
  static constexpr std::size_t kMostSteps = 8;

  void TakeTerms(const JsonValue& terms) {
    for (const auto& [key, value] : terms.Members()) TakeTerm(std::string(key), value);
  }

  void TakeTerm(const std::string& key, const JsonValue& value) {
    if (value.kind() == JsonKind::kString) {
      const std::string text(value.string());
      (key == "@vocab" ? vocabulary_ : key == "@language" ? language_ : terms_[key]) = text;
      return;
    }
    if (value.kind() != JsonKind::kObject) return;
    const auto text_of = [&](const char* name) -> std::optional<std::string> {
      const auto found = value.Find(name);
      if (!found || found->kind() != JsonKind::kString) return std::nullopt;
      return std::string(found->string());
    };
    if (const auto id = text_of("@id")) terms_[key] = *id;
    if (const auto type = text_of("@type"); type == "@id") ids_.insert(key);
    if (const auto language = text_of("@language")) languages_[key] = *language;
    if (const auto container = text_of("@container"); container == "@language") {
      by_language_.insert(key);
    }
  }

  std::map<std::string, std::string, std::less<>> terms_;
  std::set<std::string, std::less<>> ids_;
  std::set<std::string, std::less<>> by_language_;
  std::map<std::string, std::string, std::less<>> languages_;
  std::string vocabulary_;
  std::string language_;
};

// Nodes wait in a list, so that what is nested is read without recursion.
class JsonLdReader {
 public:
  explicit JsonLdReader(ConceptScheme& scheme) : scheme_(scheme) {}

  void Read(const JsonValue& root) {
    Queue(root);
    while (!waiting_.empty()) {
      const auto [subject, node] = std::move(waiting_.back());
      waiting_.pop_back();
      ReadNode(subject, node);
    }
  }

 private:
  struct Waiting {
    std::string subject;
    JsonValue node;
  };

  void Queue(const JsonValue& value) {
    if (value.kind() == JsonKind::kObject) {
      waiting_.push_back({SubjectOf(value), value});
    } else if (value.kind() == JsonKind::kArray) {
      for (const JsonValue& item : value.Items()) {
        if (item.kind() == JsonKind::kObject) waiting_.push_back({SubjectOf(item), item});
      }
    }
  }

  std::string SubjectOf(const JsonValue& node) {
    for (const auto& [key, value] : node.Members()) {
      if (key == "@context") TakeContext(value);
    }
    for (const auto& [key, value] : node.Members()) {
      if (value.kind() == JsonKind::kString && context_.Means(key, "@id")) {
        return context_.ExpandId(value.string());
      }
    }
    return "_:#" + std::to_string(blanks_++);
  }

  void TakeContext(const JsonValue& value) {
    if (context_.Take(value)) return;
    throw value.Error("context lies elsewhere and nothing is fetched; expected it in the file");
  }

  void ReadNode(const std::string& subject, const JsonValue& node) {
    for (const auto& [key, value] : node.Members()) {
      if (context_.Means(key, "@graph")) {
        Queue(value);
      } else if (context_.Means(key, "@type")) {
        ForEach(value, [&](const JsonValue& type) {
          if (type.kind() == JsonKind::kString) {
            scheme_.Add(subject, kType, {context_.Expand(type.string()), {}, false});
          }
        });
      } else if (!key.starts_with('@')) {
        const std::string predicate = context_.Expand(key);
        if (predicate.empty()) continue;
        ForEach(value, [&, name = key](const JsonValue& item) {
          AddValue(subject, name, predicate, item);
        });
      }
    }
  }

  template <typename Take>
  static void ForEach(const JsonValue& value, const Take& take) {
    if (value.kind() != JsonKind::kArray) return take(value);
    for (const JsonValue& item : value.Items()) take(item);
  }

  void AddValue(const std::string& subject, std::string_view key, const std::string& predicate,
                const JsonValue& value) {
    if (value.kind() == JsonKind::kString) {
      const bool is_id = context_.HoldsIds(key);
      const std::string text =
          is_id ? context_.ExpandId(value.string()) : std::string(value.string());
      scheme_.Add(subject, predicate, {text, context_.LanguageOf(key), !is_id});
      return;
    }
    if (value.kind() != JsonKind::kObject) return;
    if (const auto text = value.Find("@value")) {
      const auto language = value.Find("@language");
      if (text->kind() != JsonKind::kString) return;
      const bool has_language = language && language->kind() == JsonKind::kString;
      scheme_.Add(subject, predicate,
                  {text->string(), has_language ? language->string() : std::string_view(), true});
    } else if (context_.IsByLanguage(key)) {
      AddByLanguage(subject, predicate, value);
    } else {
      const std::string object = SubjectOf(value);
      scheme_.Add(subject, predicate, {object, {}, false});
      waiting_.push_back({object, value});
    }
  }

  void AddByLanguage(const std::string& subject, const std::string& predicate,
                     const JsonValue& value) {
    for (const auto& [language, texts] : value.Members()) {
      ForEach(texts, [&, tag = language](const JsonValue& text) {
        if (text.kind() == JsonKind::kString) {
          scheme_.Add(subject, predicate, {text.string(), tag, true});
        }
      });
    }
  }

  ConceptScheme& scheme_;
  Context context_;
  std::vector<Waiting> waiting_;
  std::size_t blanks_ = 0;
};

}  // namespace

void ReadJsonLd(const std::string& text, ConceptScheme& scheme, DictionaryDraft& draft) {
  // The tree counts columns on one line: they are code points of the text.
  const OffsetIndex places(text);
  try {
    const JsonTree tree(text, {draft.path(), 1, 0});
    JsonLdReader(scheme).Read(tree.root());
  } catch (const InputError& error) {
    for (const Problem& problem : error.problems()) {
      draft.Refuse(places.Position(places.Byte(problem.where.column - 1)), problem.what);
    }
  }
}

}  // namespace zhitu::extract

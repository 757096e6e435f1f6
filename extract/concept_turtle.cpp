#include <serd/serd.h>

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>

#include "extract/concept_scheme.h"

// Serd reads nested terms by recursion, so a text of many opening brackets would use up the stack:
// how deep they go is counted before.

namespace zhitu::extract {
namespace {

constexpr std::size_t kDeepest = 100;
constexpr const char* kBase = "http://list.invalid/";

// The end of a quoted text that begins at `at`, and of a comment or IRI; positions count in bytes.
std::size_t EndOfText(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const std::string three(3, quote);
  const bool is_long = text.substr(at, 3) == three;
  for (std::size_t i = at + (is_long ? 3 : 1); i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (is_long ? text.substr(i, 3) == three : text[i] == quote || text[i] == '\n') {
      return i + (is_long ? 3 : 1);
    }
  }
  return text.size();
}

// The place where brackets are nested too deep, or the size.
std::size_t TooDeepAt(std::string_view text) {
  std::size_t depth = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (c == '"' || c == '\'') {
      i = EndOfText(text, i);
    } else if (c == '#' || c == '<') {
      // An IRI may hold brackets; what is no IRI (a < b) is no Turtle either.
      i = std::min(text.find(c == '#' ? '\n' : '>', i), text.size() - 1) + 1;
    } else {
      if (c == '[' || c == '(') ++depth;
      if ((c == ']' || c == ')') && depth > 0) --depth;
      if (depth > kDeepest) return i;
      ++i;
    }
  }
  return text.size();
}

std::string_view TextOf(const SerdNode* node) {
  if (node == nullptr || node->buf == nullptr) return {};
  return {reinterpret_cast<const char*>(node->buf), node->n_bytes};  // NOLINT: serd's bytes
}

// What serd calls back with, and the prefixes so far.
struct TurtleReading {
  ConceptScheme* scheme;
  DictionaryDraft* draft;
  SerdEnv* env;
  bool told = false;  // a fault
};

TurtleReading& Of(void* handle) { return *static_cast<TurtleReading*>(handle); }

SerdStatus TakeBase(void* handle, const SerdNode* uri) {
  return serd_env_set_base_uri(Of(handle).env, uri);
}

SerdStatus TakePrefix(void* handle, const SerdNode* name, const SerdNode* uri) {
  return serd_env_set_prefix(Of(handle).env, name, uri);
}

// A name as an absolute IRI, empty where its prefix is unknown; a blank node keeps its label.
std::string Absolute(const TurtleReading& reading, const SerdNode* node) {
  if (node->type != SERD_URI && node->type != SERD_CURIE) return "_:" + std::string(TextOf(node));
  SerdNode whole = serd_env_expand_node(reading.env, node);
  std::string iri(TextOf(&whole));
  serd_node_free(&whole);
  return iri;
}

SerdStatus TakeStatement(void* handle, SerdStatementFlags, const SerdNode*, const SerdNode* subject,
                         const SerdNode* predicate, const SerdNode* object, const SerdNode*,
                         const SerdNode* language) {
  TurtleReading& reading = Of(handle);
  const bool literal = object->type == SERD_LITERAL;
  std::string names[] = {Absolute(reading, subject), Absolute(reading, predicate),
                         literal ? "-" : Absolute(reading, object)};
  const SerdNode* const nodes[] = {subject, predicate, object};
  for (std::size_t i = 0; i < std::size(names); ++i) {
    if (!names[i].empty()) continue;
    reading.told = true;
    reading.draft->Refuse({0, 0}, "prefix of '" + std::string(TextOf(nodes[i])) +
                                      "' is unknown; expected a @prefix before it");
    return SERD_ERR_BAD_CURIE;
  }
  if (literal) names[2] = TextOf(object);
  reading.scheme->Add(names[0], names[1], {names[2], TextOf(language), literal});
  return SERD_SUCCESS;
}

SerdStatus TakeFault(void* handle, const SerdError* error) {
  char what[200];
  std::va_list arguments;
  va_copy(arguments, *error->args);
  std::vsnprintf(what, sizeof(what), error->fmt, arguments);
  va_end(arguments);
  std::string_view said(what);
  while (said.ends_with('\n')) said.remove_suffix(1);
  Of(handle).told = true;
  Of(handle).draft->Refuse({error->line, error->col},
                           "bad Turtle: " + std::string(said) + "; expected Turtle or N-Triples");
  return SERD_SUCCESS;
}

}  // namespace

void ReadTurtle(const std::string& text, ConceptScheme& scheme, DictionaryDraft& draft) {
  if (text.empty()) return;  // serd 0.30 reads a byte beyond the end of nothing
  const OffsetIndex places(text);
  if (const std::size_t nul = text.find('\0'); nul != std::string::npos) {
    return draft.Refuse(places.Position(nul), "NUL byte; expected Turtle or N-Triples");
  }
  if (const std::size_t deep = TooDeepAt(text); deep < text.size()) {
    return draft.Refuse(places.Position(deep), "terms are nested deeper than 100 levels");
  }
  SerdNode base = serd_node_from_string(SERD_URI, reinterpret_cast<const std::uint8_t*>(kBase));
  const std::unique_ptr<SerdEnv, decltype(&serd_env_free)> env(serd_env_new(&base), serd_env_free);
  TurtleReading reading{&scheme, &draft, env.get(), false};
  const std::unique_ptr<SerdReader, decltype(&serd_reader_free)> reader(
      serd_reader_new(SERD_TURTLE, &reading, nullptr, TakeBase, TakePrefix, TakeStatement, nullptr),
      serd_reader_free);
  serd_reader_set_strict(reader.get(), true);
  serd_reader_set_error_sink(reader.get(), TakeFault, &reading);
  const SerdStatus status =
      serd_reader_read_string(reader.get(), reinterpret_cast<const std::uint8_t*>(text.c_str()));
  if (status > SERD_FAILURE && !reading.told)
    draft.Refuse({0, 0}, "file is no Turtle; expected SKOS in Turtle");
}

}  // namespace zhitu::extract

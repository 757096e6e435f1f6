#include "tests/support/read_rdf.h"

#include <serd/serd.h>

#include <memory>
#include <stdexcept>

namespace zhitu::xport {
namespace {

constexpr std::string_view kXsd = "http://www.w3.org/2001/XMLSchema#";

struct Reading {
  SerdEnv* env;
  Triples triples;
};

Reading& Of(void* handle) { return *static_cast<Reading*>(handle); }

std::string Bytes(const SerdNode* node) {
  return {reinterpret_cast<const char*>(node->buf), node->n_bytes};  // NOLINT: serd's bytes
}

std::string Text(const Reading& reading, const SerdNode* node) {
  if (node->type == SERD_LITERAL) return '"' + Bytes(node) + '"';
  SerdNode whole = serd_env_expand_node(reading.env, node);
  std::string iri = whole.buf == nullptr ? Bytes(node) : Bytes(&whole);
  serd_node_free(&whole);
  return iri;
}

SerdStatus TakePrefix(void* handle, const SerdNode* name, const SerdNode* uri) {
  return serd_env_set_prefix(Of(handle).env, name, uri);
}

SerdStatus TakeStatement(void* handle, SerdStatementFlags /*flags*/, const SerdNode* /*graph*/,
                         const SerdNode* subject, const SerdNode* predicate, const SerdNode* object,
                         const SerdNode* type, const SerdNode* /*language*/) {
  Reading& reading = Of(handle);
  std::string value = Text(reading, object);
  if (type != nullptr && type->type != SERD_NOTHING) {
    std::string iri = Text(reading, type);
    if (iri.starts_with(kXsd)) iri = "xsd:" + iri.substr(kXsd.size());
    value += "^^" + iri;
  }
  reading.triples.emplace(Text(reading, subject), Text(reading, predicate), value);
  return SERD_SUCCESS;
}

}  // namespace

Triples ReadRdf(std::string_view text, bool turtle) {
  const std::unique_ptr<SerdEnv, decltype(&serd_env_free)> env(serd_env_new(nullptr),
                                                               serd_env_free);
  Reading reading{env.get(), {}};
  const std::unique_ptr<SerdReader, decltype(&serd_reader_free)> reader(
      serd_reader_new(turtle ? SERD_TURTLE : SERD_NTRIPLES, &reading, nullptr, nullptr, TakePrefix,
                      TakeStatement, nullptr),
      serd_reader_free);
  serd_reader_set_strict(reader.get(), true);
  const std::string whole = std::string(text) + "\n";  // serd reads beyond the end of nothing
  const SerdStatus status = serd_reader_read_string(
      reader.get(), reinterpret_cast<const std::uint8_t*>(whole.c_str()));  // NOLINT: serd's bytes
  if (status != SERD_SUCCESS) {
    throw std::runtime_error("not RDF: " +
                             std::string(reinterpret_cast<const char*>(serd_strerror(status))));
  }
  return std::move(reading.triples);
}

}  // namespace zhitu::xport

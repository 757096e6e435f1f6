#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>

#include "export/json_text.h"
#include "graph/records.h"
#include "serve/reader.h"

namespace zhitu::serve {

/// Writes quotes of relations: the sentences in which evidence stands, with all mentions in them.
/// Keeps the documents that it has opened. One thread.
class Quotes {
 public:
  /// @param reader  must live longer.
  explicit Quotes(Reader& reader);
  ~Quotes();

  /// Adds an array of up to `most` quotes of a relation behind the first `skip`.
  void Add(const graph::RelationRecord& relation, std::size_t skip, std::size_t most,
           xport::JsonText& json);

 private:
  struct Source;

  Source& Open(const std::string& document);
  void AddQuote(const graph::RelationRecord& relation, const graph::EvidenceRecord& evidence,
                xport::JsonText& json);
  void AddTexts(const graph::RelationRecord& relation, const graph::EvidenceRecord& evidence,
                Source& source, xport::JsonText& json);

  Reader& reader_;
  std::map<std::string, std::unique_ptr<Source>> sources_;  // by id
};

}  // namespace zhitu::serve

#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "serve/access.h"
#include "serve/file_state.h"
#include "serve/graph_brief.h"
#include "serve/reader.h"
#include "serve/ties.h"

namespace zhitu::serve {

/// What is asked, as far as it matters. Nothing of it is trusted.
struct Request {
  std::string_view method = {};     ///< `GET`
  std::string_view target = {};     ///< `/api/v1/graph`
  std::string_view host = {};       ///< The header `Host`, or empty.
  std::string_view origin = {};     ///< The header `Origin`, or empty.
  std::string_view known_tag = {};  ///< The header `If-None-Match`, or empty.
};

/// What is answered.
struct Answer {
  int status = 200;       ///< Of HTTP.
  std::string_view type;  ///< Media type of the body; static.
  std::string body;       ///< Empty for 304.
  std::string tag;        ///< An entity tag (RFC 9110, 8.8.3), or empty: not to be kept.
};

/// The error `{"error":{"code":…,"message":…}}`.
Answer ErrorAnswer(int status, std::string_view code, std::string_view message);

/// Answers requests about one graph file, which it only reads. May be shared by threads.
class Service {
 public:
  /// Bytes of an answer at most.
  static constexpr std::size_t kLargestAnswer = std::size_t{16} << 20U;

  /// Opens the file once a reader, and reads it. @param readers  answers that can be made at a
  /// time, at least 1. @throws as `Store::Open`.
  Service(const std::string& path, std::size_t readers, Access access);

  /// Answers; what goes wrong is an answer too, so nothing but std::bad_alloc is thrown. Once
  /// another file stands in the place of the graph, all answers are 503 `graph_replaced`.
  Answer Respond(const Request& request);
  /// The Content-Security-Policy of the page.
  const std::string& policy() const { return policy_; }
  /// What is known of the graph.
  const GraphBrief& brief() const { return *brief_; }

 private:
  class Borrowed;

  Answer Route(const Request& request);

  std::string path_;
  Access access_;
  FileState state_;
  std::string tag_;
  std::unique_ptr<const GraphBrief> brief_;
  TieCache ties_;
  std::string page_;
  std::string policy_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Reader>> free_;  // guarded by mutex_
};

}  // namespace zhitu::serve

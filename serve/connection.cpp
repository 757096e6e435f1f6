#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <memory>
#include <new>
#include <optional>
#include <string_view>
#include <utility>

#include "serve/connection_impl.h"

namespace zhitu::serve {
namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;
using Parser = http::request_parser<http::empty_body>;
using Response = http::response<http::string_body>;

constexpr std::uint32_t kLongestHeader = 8U * 1024U;

std::string_view View(beast::string_view text) { return {text.data(), text.size()}; }

// A header that stands once; `broken` is set where it stands more often.
std::string_view Only(const http::fields& fields, http::field name, bool& broken) {
  const auto [begin, end] = fields.equal_range(name);
  if (begin == end) return {};
  broken = broken || std::next(begin) != end;
  return View(begin->value());
}

Answer AnswerOf(const http::request<http::empty_body>& request, Service& service) {
  bool broken = false;
  Request asked;
  asked.method = View(request.method_string());
  asked.target = View(request.target());
  asked.host = Only(request, http::field::host, broken);
  asked.origin = Only(request, http::field::origin, broken);
  asked.known_tag = Only(request, http::field::if_none_match, broken);
  if (broken) return ErrorAnswer(400, "bad_request", "a header stands twice");
  try {
    return service.Respond(asked);
  } catch (const std::bad_alloc&) {
    return ErrorAnswer(500, "no_memory", "the memory is used up");
  }
}

// Every answer has the headers that keep browsers from doing more with it than is meant.
Response ResponseOf(Answer answer, const std::string& policy) {
  Response response;
  response.version(11);
  response.result(static_cast<unsigned>(answer.status));
  response.set(http::field::server, "zhitu");
  response.set(http::field::content_type,
               beast::string_view(answer.type.data(), answer.type.size()));
  response.set(http::field::cache_control, answer.tag.empty() ? "no-store" : "no-cache");
  if (!answer.tag.empty()) response.set(http::field::etag, answer.tag);
  if (answer.status == 405) response.set(http::field::allow, "GET, HEAD");
  const bool page = answer.type.substr(0, 9) == "text/html";
  response.set("Content-Security-Policy",
               page ? policy + "; frame-ancestors 'none'"
                    : "default-src 'none'; frame-ancestors 'none'; sandbox");
  response.set("X-Content-Type-Options", "nosniff");
  response.set("Referrer-Policy", "no-referrer");
  response.set("Cross-Origin-Resource-Policy", "same-origin");
  response.set("Cross-Origin-Opener-Policy", "same-origin");
  response.body() = std::move(answer.body);
  return response;
}

// What is told of a request that cannot be read; nothing where nobody would hear it.
std::optional<Answer> AnswerOf(const beast::error_code& error) {
  if (error == http::error::header_limit) {
    return ErrorAnswer(431, "header_too_large", "the header has more than 8 KiB");
  }
  if (error == http::error::body_limit || error == http::error::unexpected_body) {
    return ErrorAnswer(413, "no_body", "expected a request without a body");
  }
  const bool malformed = error.category() == make_error_code(http::error::bad_method).category() &&
                         error != http::error::end_of_stream &&
                         error != http::error::partial_message;
  if (malformed) return ErrorAnswer(400, "bad_request", "no HTTP request: " + error.message());
  return std::nullopt;
}

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(boost::asio::ip::tcp::socket socket, ConnectionShared& shared)
      : stream_(std::move(socket)),
        shared_(shared),
        over_(++shared.open > shared.options.connections) {}
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { --shared_.open; }

  void Start() {
    if (over_) {
      Write(ErrorAnswer(503, "too_many_connections", "too many connections; try again"), false,
            true);
    } else {
      WaitForRequest();
    }
  }

 private:
  // Between requests a connection may be idle; one that has begun must come to its end in time.
  void WaitForRequest() {
    if (buffer_.size() > 0) {
      Read();
      return;
    }
    const auto idle = first_ ? shared_.options.seconds : shared_.options.idle_seconds;
    first_ = false;
    stream_.expires_after(std::chrono::seconds(idle));
    stream_.async_read_some(
        buffer_.prepare(kLongestHeader),
        [self = shared_from_this()](beast::error_code error, std::size_t bytes) {
          self->buffer_.commit(bytes);
          if (!error) self->Read();
        });
  }

  void Read() {
    Parser& parser = parser_.emplace();
    parser.header_limit(kLongestHeader);
    parser.body_limit(0);
    stream_.expires_after(std::chrono::seconds(shared_.options.seconds));
    http::async_read(stream_, buffer_, parser,
                     [self = shared_from_this(), &parser](beast::error_code error, std::size_t) {
                       self->Take(error, parser.get());
                     });
  }

  void Take(const beast::error_code& error, const http::request<http::empty_body>& request) {
    if (error) {
      std::optional<Answer> answer = AnswerOf(error);
      // Of other methods it is not the body that is wrong.
      if (answer && answer->status == 413 && request.method() != http::verb::get) {
        answer = AnswerOf(request, shared_.service);
      }
      if (answer) Write(std::move(*answer), false, true);
      return;
    }
    const bool head = request.method() == http::verb::head;
    Write(AnswerOf(request, shared_.service), head, !request.keep_alive());
  }

  void Write(Answer answer, bool head, bool last) {
    response_ = ResponseOf(std::move(answer), shared_.service.policy());
    response_.keep_alive(!last);
    response_.prepare_payload();
    // The length stays that of the whole answer.
    if (head) response_.body().clear();
    stream_.expires_after(std::chrono::seconds(shared_.options.seconds));
    http::async_write(stream_, response_,
                      [self = shared_from_this(), last](beast::error_code error, std::size_t) {
                        if (error) return;
                        if (last) {
                          self->Close();
                        } else {
                          self->WaitForRequest();
                        }
                      });
  }

  // What the client still sends is read for a moment: closing at once would take the answer away.
  void Close() {
    beast::error_code error;
    error = stream_.socket().shutdown(boost::asio::ip::tcp::socket::shutdown_send, error);
    stream_.expires_after(std::chrono::seconds(1));
    Drain();
  }

  void Drain() {
    constexpr std::size_t kMostDrained = std::size_t{1} << 20U;
    buffer_.clear();
    stream_.async_read_some(
        buffer_.prepare(kLongestHeader),
        [self = shared_from_this()](beast::error_code error, std::size_t bytes) {
          self->drained_ += bytes;
          if (!error && self->drained_ < kMostDrained) self->Drain();
        });
  }

  beast::tcp_stream stream_;
  ConnectionShared& shared_;
  bool over_;
  bool first_ = true;
  beast::flat_buffer buffer_{std::size_t{kLongestHeader} * 2};
  std::optional<Parser> parser_;
  Response response_;
  std::size_t drained_ = 0;
};

}  // namespace

void ServeConnection(boost::asio::ip::tcp::socket socket, ConnectionShared& shared) {
  std::make_shared<Connection>(std::move(socket), shared)->Start();
}

}  // namespace zhitu::serve

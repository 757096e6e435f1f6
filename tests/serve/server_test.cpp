// A server as clients see it, friendly and hostile ones.
#include "serve/server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <memory>
#include <stdexcept>
#include <thread>
#include <utility>

#include "extract/error.h"
#include "tests/support/test_graph.h"

namespace zhitu::serve {
namespace {

// A connection to a port of this machine.
class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{20, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
      ::close(socket_);
      throw std::runtime_error("no connection");
    }
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client() { ::close(socket_); }

  // False once the other side has closed.
  bool Send(std::string_view bytes) const {
    return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
           static_cast<ssize_t>(bytes.size());
  }
  // All that comes until the other side closes.
  std::string Rest() const {
    std::string rest;
    char bytes[4096];
    for (ssize_t got = 0; (got = ::recv(socket_, bytes, sizeof(bytes), 0)) > 0;) {
      rest.append(bytes, static_cast<std::size_t>(got));
    }
    return rest;
  }

 private:
  int socket_;
};

class ServerTest : public testing::Test {
 protected:
  ServerTest() { Start({.threads = 2, .connections = 40, .seconds = 1, .idle_seconds = 1}); }
  ~ServerTest() override { Stop(); }

  void Start(const ServerOptions& options) {
    server_ = std::make_unique<Server>(service_, options);
    thread_ = std::thread([this] { server_->Run(); });
  }
  void Stop() {
    server_->Stop();
    thread_.join();
  }
  // What is answered to some bytes, until the server closes.
  std::string Told(std::string_view bytes) const {
    const Client client(server_->port());
    client.Send(bytes);
    return client.Rest();
  }
  void ExpectAlive() const {
    EXPECT_TRUE(Told("GET /api/v1/graph HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .starts_with("HTTP/1.1 200 OK\r\n"));
  }

  graph::TestGraph graph_{graph::TestCorpus{"name,type\n甲社区,community\n乙街道,office\n",
                                            {{"a.txt", "甲社区属于乙街道。"}}}};
  Service service_{graph_.path(), 2, Access()};
  std::unique_ptr<Server> server_;
  std::thread thread_;
};

TEST_F(ServerTest, AnswersSeveralRequestsOfAConnection) {
  const std::string one = "GET /api/v1/search?text=zzz HTTP/1.1\r\nHost: 127.0.0.1\r\n";
  const std::string told = Told(one + "\r\n" + one + "\r\n" + one + "Connection: close\r\n\r\n");
  std::size_t answers = 0;
  for (std::size_t at = 0; (at = told.find("HTTP/1.1 200 OK", at)) != std::string::npos; ++at) {
    ++answers;
  }
  EXPECT_EQ(answers, 3U) << told;
  EXPECT_TRUE(told.ends_with(R"({"hits":[]})"));
}

TEST_F(ServerTest, SendsHeadersThatKeepBrowsersStrict) {
  const std::string told = Told("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  for (const char* const header :
       {"\r\nContent-Security-Policy: default-src 'none'; script-src 'sha256-",
        "frame-ancestors 'none'\r\n", "\r\nX-Content-Type-Options: nosniff\r\n",
        "\r\nReferrer-Policy: no-referrer\r\n", "\r\nCache-Control: no-cache\r\n",
        "\r\nCross-Origin-Resource-Policy: same-origin\r\n", "\r\nETag: \""}) {
    EXPECT_NE(told.find(header), std::string::npos) << header;
  }
  EXPECT_EQ(told.find("Access-Control"), std::string::npos);
}

TEST_F(ServerTest, GivesNoBodyToHead) {
  const std::string told =
      Told("HEAD /api/v1/graph HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  EXPECT_TRUE(told.starts_with("HTTP/1.1 200 OK\r\n"));
  EXPECT_TRUE(told.ends_with("\r\n\r\n"));
  EXPECT_EQ(told.find("Content-Length: 0\r\n"), std::string::npos);
}

struct HostileCase {
  const char* name;
  std::string bytes;
  const char* begin;  // of what is answered; empty: the connection is closed without a word
};
void PrintTo(const HostileCase& c, std::ostream* out) { *out << c.name; }
class ServerUnderAttack : public ServerTest, public testing::WithParamInterface<HostileCase> {};

TEST_P(ServerUnderAttack, RefusesAndGoesOn) {
  const std::string told = Told(GetParam().bytes);
  if (*GetParam().begin == '\0') {
    EXPECT_EQ(told, "");
  } else {
    EXPECT_TRUE(told.starts_with(GetParam().begin)) << told;
  }
  ExpectAlive();
}

std::string Get(const std::string& target, const std::string& headers) {
  return "GET " + target + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n";
}

const std::string kHost = "Host: localhost\r\n";
const HostileCase kHostile[] = {
    {"NoHost", Get("/", ""), "HTTP/1.1 403 "},
    {"OtherHost", Get("/", "Host: evil.example\r\n"), "HTTP/1.1 403 "},
    {"TwoHosts", Get("/", kHost + "Host: evil.example\r\n"), "HTTP/1.1 400 "},
    {"OtherOrigin", Get("/", kHost + "Origin: http://evil.example\r\n"), "HTTP/1.1 403 "},
    {"NullOrigin", Get("/", kHost + "Origin: null\r\n"), "HTTP/1.1 403 "},
    {"AbsoluteTarget", Get("http://evil.example/", kHost), "HTTP/1.1 400 "},
    {"Traversal", Get("/../../etc/passwd", kHost), "HTTP/1.1 404 "},
    {"EscapedTraversal", Get("/%2e%2e/%2e%2e/etc/passwd", kHost), "HTTP/1.1 404 "},
    {"BadEscape", Get("/api/v1/search?text=%G1", kHost), "HTTP/1.1 400 "},
    {"EscapedNul", Get("/api/v1/search?text=%00", kHost), "HTTP/1.1 400 "},
    {"NulInTarget", Get(std::string("/\0", 2), kHost), "HTTP/1.1 400 "},
    {"NulInHeader", Get("/", kHost + std::string("A: \0b\r\n", 7)), "HTTP/1.1 400 "},
    {"LongTarget", Get("/" + std::string(5000, 'a'), kHost), "HTTP/1.1 414 "},
    {"LongHeader", Get("/", kHost + "A: " + std::string(20000, 'a') + "\r\n"), "HTTP/1.1 431 "},
    {"EndlessHeader", "GET / HTTP/1.1\r\nA: " + std::string(100000, 'a'), "HTTP/1.1 431 "},
    {"Post", "POST / HTTP/1.1\r\n" + kHost + "Connection: close\r\n\r\n", "HTTP/1.1 405 "},
    {"PostBody", "POST / HTTP/1.1\r\n" + kHost + "Content-Length: 3\r\n\r\nabc", "HTTP/1.1 405 "},
    {"Delete", "DELETE / HTTP/1.1\r\n" + kHost + "Connection: close\r\n\r\n", "HTTP/1.1 405 "},
    {"Options", "OPTIONS / HTTP/1.1\r\n" + kHost + "Connection: close\r\n\r\n", "HTTP/1.1 405 "},
    {"Connect", "CONNECT a:1 HTTP/1.1\r\n" + kHost + "Connection: close\r\n\r\n", "HTTP/1.1 405 "},
    {"OwnMethod", "SPY / HTTP/1.1\r\n" + kHost + "Connection: close\r\n\r\n", "HTTP/1.1 405 "},
    {"GetBody", "GET / HTTP/1.1\r\n" + kHost + "Content-Length: 3\r\n\r\nabc", "HTTP/1.1 413 "},
    {"Smuggled",
     "GET / HTTP/1.1\r\n" + kHost +
         "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
     "HTTP/1.1 4"},
    {"HugeLength", "GET / HTTP/1.1\r\n" + kHost + "Content-Length: 99999999999999999999\r\n\r\n",
     "HTTP/1.1 400 "},
    {"NoHttp", "hello\r\n\r\n", "HTTP/1.1 400 "},
    {"Tls", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15),
     "HTTP/1.1 400 "},
    {"Silence", "", ""},
    {"HalfARequest", "GET / HTT", ""},
};
INSTANTIATE_TEST_SUITE_P(Requests, ServerUnderAttack, testing::ValuesIn(kHostile),
                         [](const auto& c) { return std::string(c.param.name); });

TEST_F(ServerTest, EndsAClientThatSendsSlowly) {
  const Client client(server_->port());
  const auto begin = std::chrono::steady_clock::now();
  bool open = true;
  for (int i = 0; open && i < 100; ++i) {
    open = client.Send(i == 0 ? "GET / HTTP/1.1\r\nA: " : "a");
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  EXPECT_FALSE(open);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(8));
  ExpectAlive();
}

TEST_F(ServerTest, BearsAThousandConnections) {
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < 1000; ++i) clients.push_back(std::make_unique<Client>(server_->port()));
  // Those beyond the limit are told so; the others are ended, for they say nothing.
  std::size_t refused = 0;
  for (const auto& client : clients) {
    refused += client->Rest().starts_with("HTTP/1.1 503 ") ? 1U : 0U;
  }
  EXPECT_GE(refused, 900U);
  EXPECT_LT(refused, 1000U);
  clients.clear();
  ExpectAlive();
}

TEST_F(ServerTest, TellsThatAPortIsInUse) {
  const std::string place = "127.0.0.1:" + std::to_string(server_->port());
  try {
    const Server second(service_, {.port = server_->port()});
    FAIL() << "it listens too";
  } catch (const extract::IoError& error) {
    EXPECT_EQ(error.what(), place +
                                ": cannot be listened at: the port is in use; choose another "
                                "with --port, or 0 for any");
  }
}

TEST_F(ServerTest, ListensAtAddressesOnly) {
  EXPECT_THROW(Server(service_, {.host = "example.org"}), extract::UsageError);
  EXPECT_THROW(Server(service_, {.host = "203.0.113.1"}), extract::IoError);
  const Server one(service_, {.host = "127.0.0.1"});
  EXPECT_EQ(one.Addresses(),
            std::vector<std::string>{"http://127.0.0.1:" + std::to_string(one.port()) + "/"});
}

}  // namespace
}  // namespace zhitu::serve

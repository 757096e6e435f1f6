#include "serve/server.h"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/system/system_error.hpp>
#include <chrono>
#include <list>
#include <new>
#include <thread>
#include <utility>

#include "extract/characters.h"
#include "extract/error.h"
#include "serve/connection_impl.h"

namespace zhitu::serve {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

std::string Shown(const tcp::endpoint& endpoint) {
  const std::string address = endpoint.address().to_string();
  const std::string host = endpoint.address().is_v6() ? "[" + address + "]" : address;
  return host + ":" + std::to_string(endpoint.port());
}

// Waits for connections at one address.
class Listener {
 public:
  Listener(asio::io_context& context, ConnectionShared& shared)
      : context_(context), acceptor_(context), pause_(context), shared_(shared) {}

  error_code Listen(const tcp::endpoint& endpoint) {
    try {
      acceptor_.open(endpoint.protocol());
      acceptor_.set_option(tcp::acceptor::reuse_address(true));
      if (endpoint.address().is_v6()) acceptor_.set_option(asio::ip::v6_only(true));
      acceptor_.bind(endpoint);
      acceptor_.listen(tcp::acceptor::max_listen_connections);
    } catch (const boost::system::system_error& failed) {
      return failed.code();
    }
    return {};
  }

  tcp::endpoint endpoint() const { return acceptor_.local_endpoint(); }

  void Accept() {
    acceptor_.async_accept(asio::make_strand(context_),
                           [this](error_code error, tcp::socket socket) {
                             if (error == asio::error::operation_aborted) return;
                             if (error) {
                               // Out of file descriptors, most likely: trying again at once would
                               // only burn time.
                               pause_.expires_after(std::chrono::milliseconds(100));
                               pause_.async_wait([this](error_code stopped) {
                                 if (!stopped) Accept();
                               });
                               return;
                             }
                             // Without it answers come a moment later: no reason to refuse.
                             error = socket.set_option(tcp::no_delay(true), error);
                             ServeConnection(std::move(socket), shared_);
                             Accept();
                           });
  }

 private:
  asio::io_context& context_;
  tcp::acceptor acceptor_;
  asio::steady_timer pause_;
  ConnectionShared& shared_;
};

bool IsMissing(const error_code& error) {
  return error == asio::error::address_family_not_supported ||
         error == boost::system::errc::address_not_available;
}

asio::ip::address AddressOf(const std::string& host) {
  error_code error;
  const asio::ip::address address = asio::ip::make_address(host, error);
  if (error) {
    throw extract::UsageError("--host: '" + extract::Printable(host) +
                              "' is no IP address; expected one such as 192.168.0.7");
  }
  return address;
}

}  // namespace

struct Server::Impl {
  Impl(Service& service, const ServerOptions& options)
      : shared{service, options},
        context(static_cast<int>(std::max<std::size_t>(options.threads, 1))) {}

  // True if it listens there; false where this machine has no such address and `needed` is not set.
  bool Listen(const asio::ip::address& address, std::uint16_t port, bool needed) {
    const tcp::endpoint endpoint(address, port);
    Listener& listener = listeners.emplace_back(context, shared);
    const error_code error = listener.Listen(endpoint);
    if (!error) return true;
    listeners.pop_back();
    if (!needed && IsMissing(error)) return false;
    const bool used = error == asio::error::address_in_use;
    throw extract::IoError(
        Shown(endpoint) + ": cannot be listened at: " +
        (used ? "the port is in use; choose another with --port, or 0 for any" : error.message()));
  }

  // One connection for which there is no memory is dropped; the others go on.
  void Work() {
    while (!context.stopped()) {
      try {
        context.run();
      } catch (const std::bad_alloc&) {
        continue;
      }
    }
  }

  ConnectionShared shared;
  asio::io_context context;
  std::list<Listener> listeners;  // of which each must stay where it is
};

Server::Server(Service& service, const ServerOptions& options)
    : impl_(std::make_unique<Impl>(service, options)) {
  if (!options.host.empty()) {
    impl_->Listen(AddressOf(options.host), options.port, true);
  } else {
    impl_->Listen(asio::ip::address_v4::loopback(), options.port, true);
    // The same port, so that `localhost` leads here whatever it stands for.
    impl_->Listen(asio::ip::address_v6::loopback(), port(), false);
  }
  for (Listener& listener : impl_->listeners) listener.Accept();
}

Server::~Server() = default;

std::vector<std::string> Server::Addresses() const {
  std::vector<std::string> addresses;
  for (const Listener& listener : impl_->listeners) {
    addresses.push_back("http://" + Shown(listener.endpoint()) + "/");
  }
  return addresses;
}

std::uint16_t Server::port() const { return impl_->listeners.front().endpoint().port(); }

void Server::Run() {
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < impl_->shared.options.threads; ++i) {
    threads.emplace_back([this] { impl_->Work(); });
  }
  impl_->Work();
  for (std::thread& thread : threads) thread.join();
}

void Server::Stop() { impl_->context.stop(); }

}  // namespace zhitu::serve

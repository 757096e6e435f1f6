#pragma once

#include <atomic>
#include <boost/asio/ip/tcp.hpp>
#include <cstddef>

#include "serve/server.h"
#include "serve/service.h"

namespace zhitu::serve {

/// What all connections of a server share.
struct ConnectionShared {
  Service& service;                   ///< Answers.
  ServerOptions options;              ///< Times and bounds.
  std::atomic<std::size_t> open = 0;  ///< Connections at the moment.
};

/// Answers the requests of a connection, one after the other, until the client closes it, is too
/// slow, or does what it must not. The connection keeps itself alive meanwhile.
void ServeConnection(boost::asio::ip::tcp::socket socket, ConnectionShared& shared);

}  // namespace zhitu::serve

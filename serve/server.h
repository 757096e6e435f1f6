#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "serve/service.h"

namespace zhitu::serve {

/// Where a server listens and how much it bears.
struct ServerOptions {
  std::string host = {};          ///< An IP address; empty: 127.0.0.1 and, where there is, ::1.
  std::uint16_t port = 0;         ///< 0: any that is free.
  std::size_t threads = 1;        ///< That answer.
  std::size_t connections = 256;  ///< At a time; more are told 503 and closed.
  std::size_t seconds = 10;       ///< That a client has for its request, and for taking the answer.
  std::size_t idle_seconds = 60;  ///< That a connection may wait for its next request.
};

/// Serves a graph by HTTP/1.1 (Boost.Beast). Request headers of more than 8 KiB, bodies and
/// clients that are slow are refused.
class Server {
 public:
  /// Listens; connections wait until `Run`.
  /// @param service  must live longer.
  /// @throws extract::IoError     if the port is in use, or the address is none of this machine.
  /// @throws extract::UsageError  if the host is no IP address.
  Server(Service& service, const ServerOptions& options);
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server();

  /// Where it listens: `http://127.0.0.1:8000/`, one an address.
  std::vector<std::string> Addresses() const;
  /// The port.
  std::uint16_t port() const;
  /// Answers until `Stop`.
  void Run();
  /// Ends `Run`; what is being answered is finished, all else dropped. From any thread.
  void Stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace zhitu::serve

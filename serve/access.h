#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace zhitu::serve {

/// Who may ask. A page of a stranger must not read the graph through the reader's browser: names
/// that lead to this machine (DNS rebinding) are found by `Host`, pages of other sites by `Origin`.
class Access {
 public:
  /// @param host  an address that was asked for besides those of the loopback; may be empty.
  explicit Access(std::string host = {}) : host_(std::move(host)) {}

  /// True for `localhost`, `127.0.0.1`, `[::1]` and the given address, with or without a port.
  bool AllowsHost(std::string_view host) const;
  /// True for `http://` before what `Host` says; the same server under another name is another one.
  static bool AllowsOrigin(std::string_view origin, std::string_view host);

 private:
  std::string host_;
};

}  // namespace zhitu::serve

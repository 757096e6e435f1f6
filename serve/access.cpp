#include "serve/access.h"

#include <algorithm>
#include <array>

namespace zhitu::serve {
namespace {

char Lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool SameWord(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return Lower(x) == Lower(y); });
}

// What stands before the port; nothing if what stands behind the colon is none.
std::optional<std::string_view> WithoutPort(std::string_view host) {
  const std::size_t from = host.starts_with('[') ? std::min(host.find(']'), host.size()) : 0;
  const std::size_t colon = host.find(':', from);
  if (colon == std::string_view::npos) return host;
  const std::string_view port = host.substr(colon + 1);
  const bool digits = std::all_of(port.begin(), port.end(),
                                  [](char digit) { return digit >= '0' && digit <= '9'; });
  if (!digits || port.empty() || port.size() > 5) return std::nullopt;
  return host.substr(0, colon);
}

}  // namespace

bool Access::AllowsHost(std::string_view host) const {
  constexpr std::array<std::string_view, 3> kLoopback = {"localhost", "127.0.0.1", "[::1]"};
  const std::optional<std::string_view> name = WithoutPort(host);
  if (!name || name->empty()) return false;
  for (const std::string_view known : kLoopback) {
    if (SameWord(*name, known)) return true;
  }
  if (host_.empty()) return false;
  return SameWord(*name, host_) || SameWord(*name, "[" + host_ + "]");
}

bool Access::AllowsOrigin(std::string_view origin, std::string_view host) {
  constexpr std::string_view kScheme = "http://";
  return origin.starts_with(kScheme) && SameWord(origin.substr(kScheme.size()), host);
}

}  // namespace zhitu::serve

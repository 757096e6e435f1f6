#pragma once

#include <string>
#include <string_view>

namespace zhitu::xport {

/// SHA-256 (FIPS 180-4) of some bytes in Base64 (RFC 4648), as a page's Content-Security-Policy
/// names a style or script that may run. Not for secrets: it makes no promise about timing.
std::string Base64Sha256(std::string_view bytes);

}  // namespace zhitu::xport

#pragma once

#include <set>
#include <string>
#include <string_view>
#include <tuple>

namespace zhitu::xport {

// Statements: IRIs as they are, literals as `"text"` with `^^xsd:date` and the like behind it.
using Triples = std::set<std::tuple<std::string, std::string, std::string>>;

// Reads Turtle or N-Triples with Serd, strictly; std::runtime_error for a fault.
Triples ReadRdf(std::string_view text, bool turtle);

}  // namespace zhitu::xport

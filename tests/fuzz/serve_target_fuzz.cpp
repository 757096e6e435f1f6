// A request of any bytes: it is answered or refused, never with a file of this machine; what is
// taken as a target has parameters without control characters.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "serve/access.h"
#include "serve/parameters.h"
#include "serve/request_error.h"
#include "serve/routes.h"
#include "serve/target.h"
#include "tests/fuzz/check.h"

namespace zhitu::serve {
namespace {

void CheckTarget(std::string_view text) {
  const Target target = ReadTarget(text);
  Check(text.starts_with(target.path), "the path is what stands there");
  for (const auto& [name, value] : target.parameters) {
    for (const std::string& part : {name, value}) {
      Check(std::none_of(part.begin(), part.end(),
                         [](char byte) { return byte >= 0 && byte < 0x20; }),
            "no control characters");
    }
  }
  const ApiRoute* const route = FindRoute(target.path);
  if (route == nullptr) return;
  const Parameters parameters(target.parameters, route->parameters);
  const std::int64_t limit = parameters.Number("limit", 5, 1, 10);
  Check(limit >= 1 && limit <= 10, "numbers keep to their bounds");
  const std::string_view date = parameters.Date("since");
  Check(date.size() <= 10, "dates are short");
}

}  // namespace
}  // namespace zhitu::serve

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace zhitu::serve;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    CheckTarget(text);
  } catch (const RequestError& error) {
    zhitu::Check(error.status() >= 400 && error.status() < 500, "it is the client's fault");
  }
  const bool allowed = Access().AllowsHost(text);
  zhitu::Check(!allowed || size <= 15, "names of this machine are short");
  return 0;
}

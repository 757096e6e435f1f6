#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace zhitu::serve {

/// A request that cannot be answered, as the client is told.
class RequestError : public std::runtime_error {
 public:
  /// @param status   of HTTP, 400 to 599.
  /// @param code     one word that programs can tell apart: `bad_parameter`.
  /// @param message  for people: what is wrong, what was expected.
  RequestError(int status, std::string code, const std::string& message)
      : std::runtime_error(message), status_(status), code_(std::move(code)) {}

  int status() const noexcept { return status_; }             ///< Of HTTP.
  const std::string& code() const noexcept { return code_; }  ///< One word.

 private:
  int status_;
  std::string code_;
};

}  // namespace zhitu::serve

#include "cli/style.h"

#include <fmt/format.h>

#include "graph/colour.h"

namespace zhitu::cli {
namespace {

std::string Styled(std::string_view code, std::string_view text, const Session& session) {
  if (!session.out_in_colour || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

}  // namespace

std::string Bold(std::string_view text, const Session& session) {
  return Styled("1", text, session);
}

std::string Faint(std::string_view text, const Session& session) {
  return Styled("2", text, session);
}

std::string InColourOf(std::string_view type, std::string_view text, const Session& session) {
  const graph::Colour colour = graph::ColourOf(type);
  return Styled(fmt::format("38;2;{};{};{}", colour.r, colour.g, colour.b), text, session);
}

}  // namespace zhitu::cli

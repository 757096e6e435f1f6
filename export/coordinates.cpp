#include "export/coordinates.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>

#include "export/portable_names.h"
#include "extract/embedded.h"
#include "extract/error.h"
#include "extract/yaml.h"

namespace zhitu::xport {
namespace {

constexpr std::string_view kFile = "coordinates.yaml";
constexpr std::string_view kBlanks = " \t";

std::string_view Trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

// A decimal number of at most so many degrees.
std::optional<double> Degrees(std::string_view text, double most) {
  text = Trimmed(text);
  double degrees = 0;
  const auto parsed =
      std::from_chars(text.data(), text.data() + text.size(), degrees, std::chars_format::fixed);
  const bool whole = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
  if (!whole || !(std::abs(degrees) <= most)) return std::nullopt;
  return degrees;
}

std::optional<Coordinates> Both(std::string_view longitude, std::string_view latitude) {
  const std::optional<double> east = Degrees(longitude, 180);
  const std::optional<double> north = Degrees(latitude, 90);
  if (!east || !north) return std::nullopt;
  return Coordinates{*east, *north};
}

// `a, b` or `a b`
std::optional<std::pair<std::string_view, std::string_view>> Pair(std::string_view text) {
  text = Trimmed(text);
  std::size_t end = text.find(',');
  if (end == std::string_view::npos) end = text.find_first_of(kBlanks);
  if (end == std::string_view::npos) return std::nullopt;
  return std::pair(text.substr(0, end), text.substr(end + 1));
}

bool Holds(const std::vector<std::string>& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

CoordinateFinder::CoordinateFinder() {
  std::vector<extract::Problem> problems;
  extract::YamlFile file(std::string(kFile), extract::EmbeddedList(kFile), problems);
  const std::pair<const char*, Names*> lists[] = {{"longitude", &longitude_},
                                                  {"latitude", &latitude_},
                                                  {"longitude_latitude", &longitude_first_},
                                                  {"latitude_longitude", &latitude_first_}};
  file.ParseKnown([&](const YAML::Node& top) {
    file.ForEach(top, "file", {}, [&](const std::string& key, const YAML::Node& node) {
      for (const auto& [name, list] : lists) {
        if (key == name) *list = file.Texts(node, key);
      }
    });
  });
  if (!problems.empty()) throw extract::InputError(std::move(problems));
}

std::optional<Coordinates> CoordinateFinder::Find(
    const std::vector<std::pair<std::string, std::string>>& attributes) const {
  std::string_view longitude;
  std::string_view latitude;
  for (const auto& [true_name, value] : attributes) {
    const std::string name = LowerAscii(true_name);
    if (longitude.empty() && Holds(longitude_, name)) longitude = value;
    if (latitude.empty() && Holds(latitude_, name)) latitude = value;
    const bool longitude_first = Holds(longitude_first_, name);
    if (!longitude_first && !Holds(latitude_first_, name)) continue;
    const auto pair = Pair(value);
    if (!pair) continue;
    const std::optional<Coordinates> both =
        longitude_first ? Both(pair->first, pair->second) : Both(pair->second, pair->first);
    if (both) return both;
  }
  return Both(longitude, latitude);
}

std::string CoordinateFinder::UsualNames() const {
  return longitude_.front() + " and " + latitude_.front();
}

}  // namespace zhitu::xport

#include "graph/colour.h"

#include <cstddef>
#include <iterator>

namespace zhitu::graph {
namespace {

struct TypeColour {
  std::string_view type;
  Colour colour;
};

constexpr TypeColour kKnown[] = {
    {"office", {0, 114, 178}},    {"community", {0, 158, 115}},     {"person", {213, 94, 0}},
    {"program", {204, 121, 167}}, {"organization", {86, 180, 233}}, {"facility", {230, 159, 0}},
    {"place", {153, 153, 51}},    {"road", {136, 34, 85}},          {"document", {170, 170, 170}},
};

constexpr Colour kOthers[] = {{51, 34, 136},   {68, 170, 153}, {17, 119, 51}, {221, 204, 119},
                              {204, 102, 119}, {170, 68, 153}, {102, 17, 0},  {102, 153, 204}};

// FNV-1a, 32 bits: the same on every machine.
std::uint32_t Hash(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
  return hash;
}

}  // namespace

Colour ColourOf(std::string_view type) {
  for (const TypeColour& known : kKnown) {
    if (known.type == type) return known.colour;
  }
  return kOthers[Hash(type) % std::size(kOthers)];
}

}  // namespace zhitu::graph

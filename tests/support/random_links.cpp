#include "tests/support/random_links.h"

#include <random>

namespace zhitu::graph {

std::vector<LinkEnds> RandomLinks(unsigned seed, std::size_t nodes, std::size_t links) {
  std::mt19937 random(seed);
  std::vector<LinkEnds> ends;
  for (std::size_t i = 0; i < links; ++i) {
    const auto a = static_cast<std::uint32_t>(random() % nodes);
    const auto b = static_cast<std::uint32_t>(random() % nodes);
    ends.push_back({a, b, static_cast<double>(1 + random() % 3)});
  }
  return ends;
}

std::vector<LinkEnds> GroupedLinks(unsigned seed, std::size_t groups, std::size_t size) {
  std::mt19937 random(seed);
  std::vector<LinkEnds> ends;
  const std::size_t nodes = groups * size;
  for (std::uint32_t a = 0; a < nodes; ++a) {
    for (std::uint32_t b = a + 1; b < nodes; ++b) {
      const bool together = a / size == b / size;
      if (random() % 100 < (together ? 80U : 2U)) ends.push_back({a, b, 1});
    }
  }
  return ends;
}

std::vector<std::vector<double>> WeightTable(std::size_t nodes,
                                             const std::vector<LinkEnds>& links) {
  std::vector<std::vector<double>> table(nodes, std::vector<double>(nodes));
  for (const LinkEnds& link : links) {
    if (link.a == link.b) continue;
    table[link.a][link.b] += link.weight;
    table[link.b][link.a] += link.weight;
  }
  return table;
}

}  // namespace zhitu::graph

#include "graph/adjacency.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace zhitu::graph {
namespace {

Neighbour Statement(EntityNumber other, RelationNumber relation, bool outgoing, std::int64_t weight,
                    std::int64_t documents, PerMille confidence) {
  Neighbour neighbour;
  neighbour.other = other;
  neighbour.relation = relation;
  neighbour.outgoing = outgoing;
  neighbour.predicate = 3;
  neighbour.weight = weight;
  neighbour.documents = documents;
  neighbour.confidence = confidence;
  return neighbour;
}

Neighbour Shared(EntityNumber other, RelationNumber relation, std::int64_t both,
                 std::int64_t right) {
  Neighbour neighbour = Statement(other, relation, true, both, 1, 1000);
  neighbour.symmetric = true;
  neighbour.predicate = 1;
  neighbour.windows = {both, 7, right, 100};
  return neighbour;
}

struct AdjacencyCase {
  const char* name;
  std::vector<Neighbour> neighbours;
};
void PrintTo(const AdjacencyCase& c, std::ostream* out) { *out << c.name; }
class Adjacency : public testing::TestWithParam<AdjacencyCase> {};

TEST_P(Adjacency, ReadsBackWhatWasWritten) {
  std::vector<Neighbour> read;
  ASSERT_TRUE(DecodeNeighbours(EncodeNeighbours(7, GetParam().neighbours), 100, read));
  EXPECT_EQ(read, GetParam().neighbours);
}

TEST_P(Adjacency, TellsEveryTruncationOrReadsWholeNeighbours) {
  const std::string bytes = EncodeNeighbours(7, GetParam().neighbours);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    std::vector<Neighbour> read;
    if (!DecodeNeighbours(std::string_view(bytes).substr(0, size), 100, read)) continue;
    EXPECT_LT(read.size(), GetParam().neighbours.size()) << "of " << size << " bytes";
    for (std::size_t i = 0; i < read.size(); ++i) EXPECT_EQ(read[i], GetParam().neighbours[i]);
  }
}

Neighbour Document(Neighbour neighbour) {
  neighbour.document = true;
  return neighbour;
}

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
const AdjacencyCase kAdjacencyCases[] = {
    {"None", {}},
    {"Statement", {Statement(1, 1, true, 1, 1, 900)}},
    {"Incoming", {Statement(5, 900, false, 3, 0, 0)}},
    {"CoOccurrence", {Shared(2, 9, 4, 6)}},
    {"Document", {Document(Statement(2, 9, true, 1, 1, 1000))}},
    {"Parallel", {Statement(4, 2, true, 1, 1, 1000), Statement(4, 8, false, 2, 1, 500)}},
    {"RelationsOutOfOrder",
     {Statement(4, 8000, true, 1, 1, 1000), Shared(5, 2, 1, 1),
      Statement(900000, 5, true, 1, 1, 1)}},
    {"GreatestNumbers",
     {Statement(kMost, kMost, true, kMost, kMost, 0), Shared(kMost, 1, kMost, kMost)}},
};
INSTANTIATE_TEST_SUITE_P(RoundTrip, Adjacency, testing::ValuesIn(kAdjacencyCases),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(AdjacencyHostile, SurvivesAnyBytes) {
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string bytes(random() % 24, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random() % 3 == 0 ? 0xFF : random() % 256);
    std::vector<Neighbour> read;
    if (!DecodeNeighbours(bytes, 100, read)) continue;
    for (const Neighbour& neighbour : read) {
      EXPECT_GE(neighbour.other, 1);
      EXPECT_GE(neighbour.relation, 1);
      EXPECT_GE(neighbour.weight, 0);
      EXPECT_TRUE(neighbour.confidence >= 0 && neighbour.confidence <= 1000);
    }
  }
}

}  // namespace
}  // namespace zhitu::graph

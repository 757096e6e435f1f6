#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "export/graph_writer.h"
#include "export/sink.h"
#include "export/text_buffer.h"

namespace zhitu::xport {

/// A report in Markdown for people: the graph in numbers; then, by type, the entities with the most
/// mentions, each with what is said of it and who stands beside it, the best proved first, with the
/// words that say so and their place. What is left out is counted.
///
/// Keeps a line an entity, and of the entities it shows what it shows.
class ReportWriter final : public GraphWriter {
 public:
  /// Entities of a type that are shown.
  static constexpr std::size_t kMostEntities = 50;
  /// Statements of an entity that are shown.
  static constexpr std::size_t kMostStatements = 20;
  /// Co-occurrences of an entity that are shown.
  static constexpr std::size_t kMostBeside = 10;

  /// @param sink  not owned; must outlive the writer.
  explicit ReportWriter(Sink& sink) : out_(sink) {}

  void Begin(const GraphHeader& header) override { header_ = header; }
  void AddNode(const Node& node) override;
  void AddEdge(const Edge& edge) override;
  void End() override;

 private:
  // A relation as one of its ends sees it.
  struct Tie {
    std::int64_t count = 0;
    double confidence = 0;
    std::string predicate;
    std::string other;  // id
    std::string name;   // of the other
    std::string quote;
    std::string place;
    bool outgoing = false;
  };
  // An entity that is shown.
  struct Shown {
    std::vector<Tie> statements;  // the best ones, in order
    std::vector<Tie> beside;
    std::size_t statement_count = 0;
    std::size_t beside_count = 0;
  };
  struct Entity {
    std::string id;
    std::string name;
    std::string aliases;
    std::int64_t mentions = 0;
    std::int64_t documents = 0;
    std::string first_seen;
    std::string last_seen;
  };
  struct Predicate {
    std::int64_t relations = 0;
    std::int64_t evidence = 0;
  };

  static bool IsBetter(const Tie& a, const Tie& b);
  static void Keep(Tie tie, std::size_t most, std::vector<Tie>& ties);
  void Choose();
  void AddTie(const Edge& edge, bool outgoing);
  std::vector<std::string> TypesInOrder() const;
  void WriteNumbers();
  void WriteType(const std::string& type);
  void WriteEntity(const Entity& entity);
  void WriteTie(const Tie& tie);

  TextBuffer out_;
  GraphHeader header_;
  std::map<std::string, std::vector<Entity>> types_;
  std::unordered_map<std::string, std::string> names_;  // by id
  std::unordered_map<std::string, Shown> shown_;        // by id
  std::map<std::string, Predicate> predicates_;
  bool chosen_ = false;
};

}  // namespace zhitu::xport

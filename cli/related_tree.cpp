#include "cli/related_tree.h"

#include <cstddef>
#include <string>
#include <utility>

#include "cli/entity_lookup.h"
#include "cli/evidence_text.h"
#include "cli/style.h"
#include "cli/table.h"
#include "extract/characters.h"

namespace zhitu::cli {
namespace {

// An entity in the tree.
struct Branch {
  const graph::EntityRecord* entity = nullptr;
  std::vector<graph::Step> steps;  // to it: the best, then other relations of the same two
  const graph::Related* answer = nullptr;
  std::vector<std::size_t> children;  // numbers of branches
};

// The branches of a tree, the root first.
class Tree {
 public:
  Tree(const graph::EntityRecord& root, const std::vector<graph::Related>& answers) {
    branches_.push_back({&root, {}, nullptr, {}});
    for (const graph::Related& answer : answers) Add(answer);
  }

  const std::vector<Branch>& branches() const { return branches_; }

 private:
  void Add(const graph::Related& answer) {
    std::size_t at = 0;
    for (const graph::Step& step : answer.walk) at = ChildOf(at, step);
    Branch& branch = branches_[at];
    branch.answer = &answer;
    const graph::Step last = branch.steps.front();
    for (const graph::RelationRecord& relation : answer.relations) {
      if (relation.number != last.relation.number)
        branch.steps.push_back({relation, last.from, last.to});
    }
  }

  std::size_t ChildOf(std::size_t parent, const graph::Step& step) {
    for (const std::size_t child : branches_[parent].children) {
      if (branches_[child].entity->number == step.to.number) return child;
    }
    const std::size_t child = branches_.size();
    branches_[parent].children.push_back(child);
    branches_.push_back({&step.to, {step}, nullptr, {}});
    return child;
  }

  std::vector<Branch> branches_;
};

// `-part_of-> `, as it leads to the entity.
std::string ArrowOf(const graph::Step& step) {
  const std::string predicate = extract::Printable(step.relation.predicate);
  if (step.relation.symmetric()) return "-" + predicate + "- ";
  const bool forward = step.relation.subject == step.from.number;
  return forward ? "-" + predicate + "-> " : "<-" + predicate + "- ";
}

std::string NameOf(const Branch& branch, const Session& session) {
  const std::string name = extract::Printable(LabelOf(*branch.entity));
  const std::string& type = branch.entity->type;
  return InColourOf(type, "●", session) + " " + Bold(name, session) + "  " +
         Faint(extract::Printable(type), session);
}

class Printer {
 public:
  Printer(const graph::Store& store, const Tree& tree, bool explain, Session& session)
      : store_(store), tree_(tree), explain_(explain), session_(session) {}

  void Run() {
    session_.out.Write(NameOf(tree_.branches()[0], session_) + "\n");
    // What is still to be printed, the next one last: so deep trees need no deep calls.
    struct Task {
      std::size_t branch = 0;
      std::string indent;
      bool last = false;
    };
    std::vector<Task> tasks;
    const auto push_children = [&](std::size_t branch, const std::string& indent) {
      const std::vector<std::size_t>& children = tree_.branches()[branch].children;
      for (std::size_t i = children.size(); i-- > 0;)
        tasks.push_back({children[i], indent, i + 1 == children.size()});
    };
    push_children(0, "");
    while (!tasks.empty()) {
      const Task task = std::move(tasks.back());
      tasks.pop_back();
      const Branch& branch = tree_.branches()[task.branch];
      session_.out.Write(task.indent + (task.last ? "└─ " : "├─ ") + LineOf(branch) + "\n");
      const std::string indent = task.indent + (task.last ? "   " : "│  ");
      const std::string details = indent + (branch.children.empty() ? "   " : "│  ");
      for (const std::string& line : DetailsOf(branch)) session_.out.Write(details + line + "\n");
      push_children(task.branch, indent);
    }
  }

 private:
  std::string LineOf(const Branch& branch) const {
    std::string line = Faint(ArrowOf(branch.steps.front()), session_) + NameOf(branch, session_);
    if (branch.answer != nullptr) line += "  " + Decimals(branch.answer->score);
    return line;
  }

  std::vector<std::string> DetailsOf(const Branch& branch) const {
    std::vector<std::string> lines;
    for (const graph::Step& step : branch.steps) {
      std::vector<std::string> evidence = StepEvidence(store_, step, session_);
      if (!explain_) {
        if (evidence.size() > 1) evidence.resize(1);
        return evidence;
      }
      if (&step != &branch.steps.front()) lines.push_back(StepText(step));
      for (std::string& line : evidence) lines.push_back(std::move(line));
    }
    return lines;
  }

  const graph::Store& store_;
  const Tree& tree_;
  bool explain_;
  Session& session_;
};

}  // namespace

void PrintRelatedTree(const graph::Store& store, const graph::EntityRecord& entity,
                      const std::vector<graph::Related>& answers, bool explain, Session& session) {
  Printer(store, Tree(entity, answers), explain, session).Run();
}

}  // namespace zhitu::cli

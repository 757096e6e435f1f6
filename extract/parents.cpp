#include "extract/parents.h"

#include <algorithm>
#include <unordered_map>

#include "extract/fold.h"
#include "extract/spelling.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMostCompared = 1000000;  // names looked at for did-you-mean, in all
constexpr std::size_t kMostListed = 8;          // ids in one message

// The ids of a circle, as a chain.
std::string Circle(const GazetteerBuilder& builder, const std::vector<EntityIndex>& parents,
                   EntityIndex first) {
  const auto id = [&](EntityIndex i) { return std::string(builder.NamesOf(i).id); };
  std::string chain = id(first);
  std::size_t length = 1;
  for (EntityIndex next = parents[first]; next != first; next = parents[next]) {
    if (++length <= kMostListed) chain += " -> " + id(next);
  }
  if (length > kMostListed) chain += " -> " + std::to_string(length - kMostListed) + " more";
  return chain + " -> " + id(first);
}

}  // namespace

// Answers which entity a parent's name means in a file, each name once. What several files name
// alike is the file's own, so that a dictionary keeps its meaning beside others.
class ParentLinks::Resolver {
 public:
  struct Answer {
    EntityIndex entity = kNoEntity;
    std::string problem;  // empty where there is none to tell
  };

  Resolver(const ParentLinks& links, const GazetteerBuilder& builder)
      : links_(links), builder_(builder) {
    for (EntityIndex i = 0; i < builder.size(); ++i) {
      const GazetteerBuilder::Names names = builder.NamesOf(i);
      Add(by_name_, names.name, i);
      for (const std::string_view alias : names.aliases) Add(by_alias_, alias, i);
    }
  }

  const Answer& Find(const std::string& parent, EntityIndex child) {
    const std::uint32_t file = builder_.NamesOf(child).file;
    const auto [known, fresh] = answers_.try_emplace(parent + '\n' + std::to_string(file));
    if (fresh) known->second = Look(parent, file);
    return known->second;
  }

 private:
  using Names = std::unordered_map<std::string, std::vector<EntityIndex>>;

  // Entities come in order, so the same one twice stands side by side.
  static void Add(Names& names, std::string_view name, EntityIndex entity) {
    std::vector<EntityIndex>& entities = names[FoldName(name)];
    if (entities.empty() || entities.back() != entity) entities.push_back(entity);
  }

  // The only one of the file, or none.
  EntityIndex OwnOf(const std::vector<EntityIndex>& found, std::uint32_t file) const {
    EntityIndex own = kNoEntity;
    for (const EntityIndex entity : found) {
      if (builder_.NamesOf(entity).file != file) continue;
      if (own != kNoEntity) return kNoEntity;
      own = entity;
    }
    return own;
  }

  Answer Look(const std::string& parent, std::uint32_t file) {
    if (const EntityIndex entity = builder_.FindId(parent); entity != kNoEntity)
      return {entity, {}};
    const std::string folded = FoldName(parent);
    for (const Names* names : {&by_name_, &by_alias_}) {
      const auto found = names->find(folded);
      if (found == names->end()) continue;
      if (found->second.size() == 1) return {found->second.front(), {}};
      if (const EntityIndex own = OwnOf(found->second, file); own != kNoEntity) return {own, {}};
      return {kNoEntity, Ambiguous(parent, found->second)};
    }
    if (links_.faulty_.contains(folded)) return {};
    return {kNoEntity, Unknown(parent)};
  }

  std::string Ambiguous(const std::string& parent, const std::vector<EntityIndex>& found) const {
    std::string what = "parent '" + parent + "' is ambiguous; expected one of the ids";
    for (std::size_t i = 0; i < std::min(found.size(), kMostListed); ++i)
      what += " '" + std::string(builder_.NamesOf(found[i]).id) + "'";
    if (found.size() > kMostListed)
      what += " and " + std::to_string(found.size() - kMostListed) + " more";
    return what;
  }

  std::string Unknown(const std::string& parent) {
    std::string what = "parent '" + parent +
                       "' is unknown; expected the name or id of an entity in the dictionaries";
    const std::size_t count = builder_.size();
    if (count > left_to_compare_) return what;
    left_to_compare_ -= count;
    if (candidates_.empty()) {
      for (EntityIndex i = 0; i < count; ++i) candidates_.emplace_back(builder_.NamesOf(i).name);
    }
    const std::string close = Closest(parent, candidates_);
    return close.empty() ? what : what + "; did you mean '" + close + "'?";
  }

  const ParentLinks& links_;
  const GazetteerBuilder& builder_;
  Names by_name_;
  Names by_alias_;
  std::unordered_map<std::string, Answer> answers_;
  std::vector<std::string> candidates_;
  std::size_t left_to_compare_ = kMostCompared;
};

void ParentLinks::AddFaulty(const std::string& name) { faulty_.insert(FoldName(name)); }

void ParentLinks::AddChild(EntityIndex child, const std::string& parent,
                           const SourcePosition& where) {
  children_.push_back({child, parent, where});
}

void ParentLinks::FindCircles(const GazetteerBuilder& builder,
                              const std::vector<EntityIndex>& parents,
                              std::vector<Problem>& problems) const {
  enum class State : char { kNew, kOpen, kDone };
  std::vector<State> states(parents.size(), State::kNew);
  std::vector<const SourcePosition*> places(parents.size(), nullptr);
  for (const Child& child : children_) places[child.child] = &child.where;
  for (const Child& child : children_) {
    EntityIndex at = child.child;
    while (at != kNoEntity && states[at] == State::kNew) {
      states[at] = State::kOpen;
      at = parents[at];
    }
    if (at != kNoEntity && states[at] == State::kOpen) {
      problems.push_back(
          {*places[at], "parents go in a circle; expected none: " + Circle(builder, parents, at)});
    }
    for (at = child.child; at != kNoEntity && states[at] == State::kOpen; at = parents[at])
      states[at] = State::kDone;
  }
}

void ParentLinks::Resolve(GazetteerBuilder& builder, std::vector<Problem>& problems) const {
  if (children_.empty()) return;
  Resolver resolver(*this, builder);
  std::vector<EntityIndex> parents(builder.size(), kNoEntity);
  for (const Child& child : children_) {
    const Resolver::Answer& answer = resolver.Find(child.parent, child.child);
    if (!answer.problem.empty()) problems.push_back({child.where, answer.problem});
    if (answer.entity == kNoEntity) continue;
    parents[child.child] = answer.entity;
    builder.SetParent(child.child, answer.entity);
  }
  FindCircles(builder, parents, problems);
}

}  // namespace zhitu::extract

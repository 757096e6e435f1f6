#include "extract/parents.h"

#include <algorithm>

#include "extract/fold.h"
#include "extract/spelling.h"

namespace zhitu::extract {
namespace {

constexpr std::size_t kMostNamesCompared = 100000;  // for did-you-mean

std::vector<EntityIndex> AllOf(const std::unordered_multimap<std::string, EntityIndex>& names,
                               const std::string& name) {
  const auto [first, last] = names.equal_range(name);
  std::vector<EntityIndex> found;
  for (auto i = first; i != last; ++i) found.push_back(i->second);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace

void ParentLinks::AddEntity(const std::string& id, const std::string& name,
                            const std::vector<std::string>& aliases) {
  entities_.push_back({id, name, {}, aliases, {}, {}, kNoEntity, {}});
}

void ParentLinks::AddChild(EntityIndex child, const std::string& parent,
                           const SourcePosition& where) {
  children_.push_back({child, parent, where});
}

ParentLinks::Names ParentLinks::Index() const {
  Names names;
  for (EntityIndex i = 0; i < entities_.size(); ++i) {
    names.by_id.emplace(entities_[i].id, i);
    names.by_name.emplace(FoldName(entities_[i].name), i);
    for (const std::string& alias : entities_[i].aliases)
      names.by_alias.emplace(FoldName(alias), i);
  }
  return names;
}

EntityIndex ParentLinks::Find(const Names& names, const Child& child,
                              std::vector<Problem>& problems) const {
  if (const auto id = names.by_id.find(child.parent); id != names.by_id.end()) return id->second;
  const std::string folded = FoldName(child.parent);
  std::vector<EntityIndex> found = AllOf(names.by_name, folded);
  if (found.empty()) found = AllOf(names.by_alias, folded);
  if (found.size() == 1) return found.front();
  std::string what = "parent '" + child.parent + "' is ";
  if (found.empty()) {
    what += "unknown; expected the name or id of an entity in the dictionaries";
    std::vector<std::string> candidates;
    for (const Entity& entity : entities_) {
      if (candidates.size() < kMostNamesCompared) candidates.push_back(entity.name);
    }
    const std::string close = Closest(child.parent, candidates);
    if (!close.empty()) what += "; did you mean '" + close + "'?";
  } else {
    what += "ambiguous; expected one of the ids";
    for (const EntityIndex candidate : found) what += " '" + entities_[candidate].id + "'";
  }
  problems.push_back({child.where, what});
  return kNoEntity;
}

void ParentLinks::FindCircles(const std::vector<EntityIndex>& parents,
                              std::vector<Problem>& problems) const {
  enum class State : char { kNew, kOpen, kDone };
  std::vector<State> states(entities_.size(), State::kNew);
  for (const Child& child : children_) {
    EntityIndex at = child.child;
    while (at != kNoEntity && states[at] == State::kNew) {
      states[at] = State::kOpen;
      at = parents[at];
    }
    if (at != kNoEntity && states[at] == State::kOpen) {
      std::string chain = entities_[at].id;
      for (EntityIndex next = parents[at]; next != at; next = parents[next])
        chain += " -> " + entities_[next].id;
      problems.push_back({child.where, "parents go in a circle; expected none: " + chain + " -> " +
                                           entities_[at].id});
    }
    for (at = child.child; at != kNoEntity && states[at] == State::kOpen; at = parents[at])
      states[at] = State::kDone;
  }
}

void ParentLinks::Resolve(GazetteerBuilder& builder, std::vector<Problem>& problems) const {
  if (children_.empty()) return;
  const Names names = Index();
  std::vector<EntityIndex> parents(entities_.size(), kNoEntity);
  for (const Child& child : children_) {
    parents[child.child] = Find(names, child, problems);
    if (parents[child.child] != kNoEntity) builder.SetParent(child.child, parents[child.child]);
  }
  FindCircles(parents, problems);
}

}  // namespace zhitu::extract

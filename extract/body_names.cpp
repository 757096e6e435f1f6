#include "extract/body_names.h"

#include <algorithm>
#include <string_view>

#include "extract/characters.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr double kExtended = 0.85;
constexpr double kBehindName = 0.75;
constexpr double kFree = 0.6;
constexpr int kMostUnits = 5;           // of which one is part of the next
constexpr std::size_t kFewestFree = 2;  // characters before a head where no name begins it

class BodyFinder {
 public:
  explicit BodyFinder(const NameScene& scene)
      : scene_(scene), rules_(scene.knowledge.names), text_(scene.view.folded().text()) {
    outer_.reserve(scene.names.size());
    for (const LinkedMention& name : scene.names) {
      if (!name.mention.nested) outer_.push_back(&name);
    }
  }

  std::vector<NameCandidate> Run() {
    for (const LinkedMention* name : outer_) Extend(*name);
    for (const Lexicons::Hit& hit : scene_.words.hits()) {
      if ((rules_.SignsOf(hit.word) & kNameHead) != 0 && hit.folded.end > taken_ &&
          !IsKnown(hit.folded))
        LookAt(hit);
    }
    return std::move(found_);
  }

 private:
  std::string_view TypeOf(const LinkedMention& name) const {
    EntityIndex entity = name.mention.entity;
    if (entity == kNoEntity && !name.mention.candidates.empty())
      entity = name.mention.candidates.front().entity;
    return entity == kNoEntity ? std::string_view() : scene_.entities.Type(entity);
  }

  // The longest extension behind a name.
  void Extend(const LinkedMention& name) {
    if (scene_.words.At(name.folded.end, rules_.extension_words).size() == 0) return;
    const NameExtension* best = nullptr;
    Span word{name.folded.end, name.folded.end};
    for (const NameExtension& extension : rules_.extensions) {
      const Span behind = scene_.words.At(name.folded.end, extension.words);
      if (behind.end <= word.end || !extension.of.Has(TypeOf(name))) continue;
      best = &extension;
      word = behind;
    }
    if (best == nullptr) return;
    const Span title = scene_.words.At(name.folded.end, rules_.title);
    found_.push_back({{name.folded.begin, word.end},
                      best->type,
                      kExtended,
                      "extended name",
                      title.end > word.end});
  }

  void LookAt(const Lexicons::Hit& hit) {
    for (const NameHead& head : rules_.heads) {
      if (!scene_.knowledge.lexicons.Has(hit.word, head.words)) continue;
      taken_ = hit.folded.end;  // a head inside of a longer one is none
      const NameCandidate name = NameWith(head, hit.folded);
      if (name.folded.size() == 0) continue;
      found_.push_back(name);
      return;
    }
  }

  // The name that a head ends, or an empty one: the text before it is gone through backwards up to
  // where a name can begin.
  NameCandidate NameWith(const NameHead& head, const Span& word) const {
    NameCandidate name{{word.end, word.end}, head.type, 0, "name with a head"};
    std::size_t at = word.begin;
    for (std::size_t length = 0; length <= head.longest; ++length) {
      if (const LinkedMention* before = NameEndingAt(at)) {
        const std::string_view type = TypeOf(*before);
        if (length > 0 && head.with.Has(type)) {
          name = {{before->folded.begin, word.end}, head.type, kBehindName, name.why};
        } else if (length > 0 && head.behind.Has(type)) {
          name = {{at, word.end}, head.type, kBehindName, name.why};
        }
        return name;
      }
      const bool leads_in = scene_.words.Before(at, rules_.lead_in).size() > 0;
      const bool ends = IsLeftEnd(at) || (leads_in && head.with.empty());
      if (ends || leads_in) {
        const bool first = name.folded.size() == 0;
        if (head.free && length >= kFewestFree && first)
          name = {{at, word.end}, head.type, kFree, name.why};
        if (ends) return name;
      }
      CodePointBefore(text_, at);
    }
    return name;
  }

  // True if a known name holds a head: 社区 in 竹溪社区 makes no name of what stands before that.
  // But where one character is left between it and a larger unit that is not its own, the known
  // name may be the end of one that is not known: 柳河街道 + 南 + 竹溪社区 of another town.
  bool IsKnown(const Span& word) const {
    const LinkedMention* const name = NameBefore(word.end);
    if (name == nullptr || !name->folded.Covers(word)) return false;
    if (name->folded.begin == 0 || name->folded.end != word.end) return true;
    std::size_t gap = name->folded.begin;
    CodePointBefore(text_, gap);
    const LinkedMention* const unit = NameEndingAt(gap);
    return unit == nullptr || unit->mention.entity == kNoEntity || !IsElsewhere(*name, *unit);
  }

  // True if a name has larger units, and the one before it is none of them.
  bool IsElsewhere(const LinkedMention& name, const LinkedMention& unit) const {
    std::vector<EntityIndex> readings = {name.mention.entity};
    if (name.mention.entity == kNoEntity) {
      readings.clear();
      for (const Candidate& candidate : name.mention.candidates)
        readings.push_back(candidate.entity);
    }
    return std::all_of(readings.begin(), readings.end(), [&](EntityIndex reading) {
      const EntityIndex parent = ParentOf(reading);
      if (parent == kNoEntity) return false;
      EntityIndex larger = parent;
      for (int i = 0; i < kMostUnits && larger != kNoEntity; ++i) {
        if (larger == unit.mention.entity) return false;
        larger = ParentOf(larger);
      }
      return true;
    });
  }
  EntityIndex ParentOf(EntityIndex entity) const {
    return entity < scene_.gazetteer.size() ? scene_.gazetteer.Parent(entity) : kNoEntity;
  }

  // The outermost name that ends at a place.
  const LinkedMention* NameEndingAt(std::size_t at) const {
    const LinkedMention* const name = NameBefore(at);
    return name != nullptr && name->folded.end == at ? name : nullptr;
  }

  // The last outermost name that begins before a place.
  const LinkedMention* NameBefore(std::size_t at) const {
    const auto behind = std::lower_bound(
        outer_.begin(), outer_.end(), at,
        [](const LinkedMention* name, std::size_t place) { return name->folded.begin < place; });
    return behind == outer_.begin() ? nullptr : *std::prev(behind);
  }

  bool IsLeftEnd(std::size_t at) const {
    if (at == 0) return true;
    std::size_t begin = at;
    const char32_t c = CodePointBefore(text_, begin);
    if (!IsHan(c) && (!IsSpacedLetter(c) || (c >= U'0' && c <= U'9'))) return true;
    return scene_.words.Before(at, rules_.stop).size() > 0;
  }

  const NameScene& scene_;
  const NameRules& rules_;
  std::string_view text_;
  std::vector<const LinkedMention*> outer_;
  std::size_t taken_ = 0;
  std::vector<NameCandidate> found_;
};

}  // namespace

std::vector<NameCandidate> FindBodyNames(const NameScene& scene) { return BodyFinder(scene).Run(); }

}  // namespace zhitu::extract

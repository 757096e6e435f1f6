#include "extract/foreign_names.h"

#include <string_view>

#include "extract/entity_types.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

constexpr std::string_view kDot = "\xC2\xB7";  // folding makes all middle dots this one
constexpr std::size_t kLongestPart = 8;        // characters
constexpr double kConfidence = 0.85;

class ForeignFinder {
 public:
  explicit ForeignFinder(const NameScene& scene)
      : scene_(scene), rules_(scene.knowledge.names.persons), text_(scene.view.folded().text()) {}

  std::vector<NameCandidate> Run() {
    for (std::size_t dot = text_.find(kDot); dot != std::string_view::npos;) {
      const std::size_t begin = BeginOfPart(dot);
      std::size_t last = dot + kDot.size();  // where the last part begins
      std::size_t end = EndOfPart(last);
      while (end > last && text_.substr(end).starts_with(kDot)) {
        const std::size_t next = end + kDot.size();
        if (EndOfPart(next) == next) break;
        last = next;
        end = EndOfPart(last);
      }
      if (begin < dot && end > last && !IsPartOfBody(last, end)) {
        const Span name{SkipTitle(begin, dot), CutSign(last, end)};
        found_.push_back({name, kPerson, kConfidence, "foreign name"});
      }
      dot = text_.find(kDot, end);
    }
    return std::move(found_);
  }

 private:
  std::size_t BeginOfPart(std::size_t end) const {
    std::size_t begin = end;
    for (std::size_t length = 0; length < kLongestPart && begin > 0; ++length) {
      std::size_t before = begin;
      if (!rules_.foreign.Has(CodePointBefore(text_, before))) break;
      begin = before;
    }
    return begin;
  }

  std::size_t EndOfPart(std::size_t begin) const {
    std::size_t end = begin;
    for (std::size_t length = 0; length < kLongestPart && end < text_.size(); ++length) {
      std::size_t behind = end;
      if (!rules_.foreign.Has(NextCodePoint(text_, behind))) break;
      end = behind;
    }
    return end;
  }

  // 总理 + 纳瓦兹: where a title ends that reaches into the first part.
  std::size_t SkipTitle(std::size_t begin, std::size_t dot) const {
    std::size_t behind = begin;
    for (std::size_t at = begin; at < dot;) {
      NextCodePoint(text_, at);
      if (at == dot) break;
      const Span title = scene_.words.Before(at, rules_.before);
      if (title.size() > 0 && title.begin <= begin) behind = at;
    }
    return behind;
  }

  // 西蒙·玻利瓦尔 + 大学: the head of another name begins in the last part or behind it.
  bool IsPartOfBody(std::size_t begin, std::size_t end) const {
    for (std::size_t at = begin; at < end;) {
      NextCodePoint(text_, at);
      for (const NameHead& head : scene_.knowledge.names.heads) {
        if (scene_.words.At(at, head.words).size() > 0) return true;
      }
    }
    return false;
  }

  // 沙特 + 大夫: where a title, or another word that stands behind names, begins in the last part.
  std::size_t CutSign(std::size_t begin, std::size_t end) const {
    for (std::size_t at = begin; at < end;) {
      NextCodePoint(text_, at);
      for (const WordSet* words : {&rules_.after, &rules_.says, &rules_.next}) {
        if (at < end && scene_.words.At(at, *words).size() > 0) return at;
      }
    }
    return end;
  }

  const NameScene& scene_;
  const PersonRules& rules_;
  std::string_view text_;
  std::vector<NameCandidate> found_;
};

}  // namespace

std::vector<NameCandidate> FindForeignNames(const NameScene& scene) {
  if (scene.knowledge.names.persons.foreign.characters().empty()) return {};
  return ForeignFinder(scene).Run();
}

}  // namespace zhitu::extract

#include "extract/evaluation_errors.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "extract/gold_sources.h"

namespace zhitu::extract {
namespace {

using Mentions = MentionErrors::Mentions;

constexpr char kNothing[] = "nothing";

// Finds what the other side has where a mention stands.
class Others {
 public:
  explicit Others(const Mentions& mentions) : mentions_(mentions) {
    std::size_t furthest = 0;
    for (const AnnotatedMention* mention : mentions) {
      furthest = std::max(furthest, mention->end);
      furthest_.push_back(furthest);
    }
  }

  // The one that shares most with it, of equals the last; null if none does. Exactly what it is
  // itself, which is then paired with another, does not count.
  const AnnotatedMention* At(const AnnotatedMention& mention) const {
    constexpr std::size_t kMost = 100;  // that are looked at: names do not lie so deep
    const auto after = std::partition_point(
        mentions_.begin(), mentions_.end(),
        [&](const AnnotatedMention* other) { return other->begin < mention.end; });
    auto next = static_cast<std::size_t>(after - mentions_.begin());
    const AnnotatedMention* best = nullptr;
    for (std::size_t n = 0; n < kMost && next > 0 && furthest_[next - 1] > mention.begin; ++n) {
      const AnnotatedMention* other = mentions_[--next];
      const bool itself =
          other->begin == mention.begin && other->end == mention.end && other->type == mention.type;
      if (other->end <= mention.begin || itself) continue;
      if (best == nullptr || Rank(*other, mention) > Rank(*best, mention)) best = other;
    }
    return best;
  }

 private:
  // The same characters before all others, then how many are shared.
  static std::pair<bool, std::size_t> Rank(const AnnotatedMention& other,
                                           const AnnotatedMention& mention) {
    const bool same = other.begin == mention.begin && other.end == mention.end;
    return {same, std::min(other.end, mention.end) - std::max(other.begin, mention.begin)};
  }

  const Mentions& mentions_;
  std::vector<std::size_t> furthest_;  // end of the mentions up to each
};

std::string CauseOf(const AnnotatedMention& mention, const AnnotatedMention* other) {
  if (other == nullptr) return kNothing;
  const bool holds = other->begin <= mention.begin && other->end >= mention.end;
  const bool held = mention.begin <= other->begin && mention.end >= other->end;
  if (holds && held) return "wrong type";
  if (holds) return "longer";
  return held ? "shorter" : "crossing";
}

// Both sides speak of ends by one kind of name: ids, or a surface for each.
class EndNames {
 public:
  EndNames(const AnnotatedDocument& gold, const AnnotatedDocument& predicted)
      : by_id_(gold.format == AnnotationFormat::kExtract) {
    if (by_id_) return;
    for (const AnnotatedMention& mention : predicted.mentions)
      surfaces_.try_emplace(mention.entity, mention.text);
  }

  AnnotatedStatement Of(const AnnotatedStatement& predicted) const {
    AnnotatedStatement named = predicted;
    if (by_id_) return named;
    for (std::string* end : {&named.subject, &named.object}) {
      const auto known = surfaces_.find(*end);
      if (known != surfaces_.end()) *end = known->second;
    }
    return named;
  }

 private:
  bool by_id_;
  std::map<std::string_view, std::string_view> surfaces_;  // the first of each entity
};

// Finds what a side says instead of a statement.
class Sayings {
 public:
  explicit Sayings(const std::vector<AnnotatedStatement>& statements) {
    for (const AnnotatedStatement& one : statements) {
      by_ends_.try_emplace({one.subject, one.object}, &one);
      by_subject_.try_emplace({one.subject, one.predicate}, &one);
      by_object_.try_emplace({one.object, one.predicate}, &one);
    }
  }

  std::pair<std::string, const AnnotatedStatement*> Instead(const AnnotatedStatement& one) const {
    if (const auto* other = Find(by_ends_, one.subject, one.object))
      return {"other predicate", other};
    if (const auto* other = Find(by_ends_, one.object, one.subject)) return {"reversed", other};
    if (const auto* other = Find(by_subject_, one.subject, one.predicate))
      return {"other end", other};
    if (const auto* other = Find(by_object_, one.object, one.predicate))
      return {"other end", other};
    return {kNothing, nullptr};
  }

 private:
  using Map = std::map<std::pair<std::string_view, std::string_view>, const AnnotatedStatement*>;

  static const AnnotatedStatement* Find(const Map& map, std::string_view a, std::string_view b) {
    const auto found = map.find({a, b});
    return found == map.end() ? nullptr : found->second;
  }

  Map by_ends_;
  Map by_subject_;
  Map by_object_;
};

}  // namespace

void ErrorCounts::AddError(const std::string& form, bool missed, const std::string& cause,
                           const std::string& example) {
  Counts& counts = forms_[form];
  ++(missed ? counts.missed : counts.wrong);
  ++counts.causes[cause][example];
}

std::vector<ErrorForm> ErrorCounts::Worst() const {
  std::vector<ErrorForm> worst;
  for (const auto& [form, counts] : forms_) {
    if (counts.wrong + counts.missed == 0) continue;
    ErrorForm& errors =
        worst.emplace_back(ErrorForm{form, counts.right, counts.wrong, counts.missed, {}});
    for (const auto& [name, examples] : counts.causes) {
      ErrorCause cause;
      cause.name = name;
      for (const auto& [example, count] : examples) {
        cause.count += count;
        if (count <= cause.examples) continue;
        cause.example = example;
        cause.examples = count;
      }
      errors.causes.push_back(std::move(cause));
    }
    std::stable_sort(errors.causes.begin(), errors.causes.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
  }
  std::stable_sort(worst.begin(), worst.end(), [](const ErrorForm& a, const ErrorForm& b) {
    return a.wrong + a.missed > b.wrong + b.missed;
  });
  return worst;
}

void MentionErrors::Add(const Mentions& expected, const Mentions& found, const Mentions& missed,
                        const Mentions& wrong) {
  const std::set<const AnnotatedMention*> not_found(missed.begin(), missed.end());
  for (const AnnotatedMention* mention : expected) {
    if (!not_found.contains(mention)) counts_.AddRight(WithoutBreaks(mention->text));
  }
  const auto add = [&](const Mentions& errors, const Mentions& other_side, bool are_missed) {
    const Others others(other_side);
    for (const AnnotatedMention* mention : errors) {
      if (mention->text.empty()) continue;  // the file does not tell it
      const AnnotatedMention* other = others.At(*mention);
      const std::string example =
          other == nullptr ? "" : other->type + ' ' + WithoutBreaks(other->text);
      counts_.AddError(WithoutBreaks(mention->text), are_missed, CauseOf(*mention, other), example);
    }
  };
  add(missed, found, true);
  add(wrong, expected, false);
}

void StatementErrors::Add(const AnnotatedDocument& gold, const AnnotatedDocument& predicted,
                          const StatementPartners& partners) {
  const EndNames names(gold, predicted);
  std::vector<AnnotatedStatement> found;
  for (const AnnotatedStatement& statement : predicted.statements)
    found.push_back(names.Of(statement));
  const auto add = [&](const std::vector<AnnotatedStatement>& side,
                       const std::vector<std::size_t>& partner, const Sayings& others,
                       bool missed) {
    for (std::size_t i = 0; i < side.size(); ++i) {
      if (partner[i] != kNoPartner) {
        if (missed) counts_.AddRight(side[i].predicate);
        continue;
      }
      const auto [cause, other] = others.Instead(side[i]);
      const std::string example = other == nullptr ? "" : other->predicate;
      counts_.AddError(side[i].predicate, missed, cause, example);
    }
  };
  add(gold.statements, partners.of_gold, Sayings(found), true);
  add(found, partners.of_predicted, Sayings(gold.statements), false);
}

}  // namespace zhitu::extract

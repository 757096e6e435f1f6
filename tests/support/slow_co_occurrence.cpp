#include "tests/support/slow_co_occurrence.h"

#include <cmath>
#include <set>

namespace zhitu::graph {
namespace {

std::size_t UnitCount(const extract::Extraction& extraction, Window window) {
  if (window == Window::kSentence) return extraction.sentences.size();
  return window == Window::kParagraph ? extraction.document.blocks.size() : 1;
}

std::size_t UnitOf(const extract::Mention& mention, Window window) {
  if (window == Window::kSentence) return mention.sentence;
  return window == Window::kParagraph ? mention.block : 0;
}

}  // namespace

SlowCoOccurrence CountCoOccurrence(const std::vector<extract::Extraction>& extractions,
                                   Window window, std::size_t max_entities) {
  SlowCoOccurrence slow;
  for (const extract::Extraction& extraction : extractions) {
    std::set<std::pair<std::string, std::string>> pairs_here;
    for (std::size_t unit = 0; unit < UnitCount(extraction, window); ++unit) {
      ++slow.all;
      std::set<std::string> ids;
      for (const extract::Mention& mention : extraction.mentions) {
        if (UnitOf(mention, window) != unit || mention.nested) continue;
        if (mention.entity == extract::kNoEntity) continue;
        ids.insert(extraction.EntityId(mention.entity));
      }
      if (ids.size() > max_entities) {
        ++slow.left_out;
        continue;
      }
      for (const std::string& a : ids) {
        ++slow.entity_windows[a];
        for (const std::string& b : ids) {
          if (a < b) ++slow.windows[{a, b}];
          if (a < b) pairs_here.insert({a, b});
        }
      }
    }
    for (const auto& pair : pairs_here) ++slow.documents[pair];
  }
  return slow;
}

NamedPair SlowClosestPair(const std::vector<Named>& left, const std::vector<Named>& right) {
  std::map<std::pair<std::int64_t, std::int64_t>, NamedPair> by_length;
  for (const Named& a : left) {
    for (const Named& b : right) {
      const bool a_first = a.place.begin <= b.place.begin;
      const NamedPair pair = a_first ? NamedPair{a, b} : NamedPair{b, a};
      by_length.emplace(
          std::pair{pair.second.place.begin - pair.first.place.begin, pair.first.place.begin},
          pair);
    }
  }
  return by_length.begin()->second;
}

double SlowNpmi(const WindowCounts& counts) {
  const auto share = [&](std::int64_t count) {
    return static_cast<double>(count) / static_cast<double>(counts.all);
  };
  if (counts.both == 0) return -1;
  if (counts.both == counts.all) return 1;
  const double both = share(counts.both);
  return std::log2(both / (share(counts.left) * share(counts.right))) / -std::log2(both);
}

double SlowLogLikelihood(const WindowCounts& counts) {
  const std::int64_t cells[2][2] = {
      {counts.both, counts.left - counts.both},
      {counts.right - counts.both, counts.all - counts.left - counts.right + counts.both}};
  const std::int64_t rows[2] = {counts.left, counts.all - counts.left};
  const std::int64_t columns[2] = {counts.right, counts.all - counts.right};
  double sum = 0;
  for (int i = 0; i < 2; ++i) {
    for (int j = 0; j < 2; ++j) {
      if (cells[i][j] == 0) continue;
      const double expected = static_cast<double>(rows[i]) * static_cast<double>(columns[j]) /
                              static_cast<double>(counts.all);
      const auto observed = static_cast<double>(cells[i][j]);
      sum += observed * std::log(observed / expected);
    }
  }
  return 2 * sum;
}

}  // namespace zhitu::graph

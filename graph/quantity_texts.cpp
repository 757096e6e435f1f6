#include "graph/quantity_texts.h"

#include <algorithm>

namespace zhitu::graph {

void QuantityTexts::Add(EntityNumber entity, const std::string& text) {
  std::vector<std::string>& known = texts_[entity];
  if (known.size() < kMost && std::find(known.begin(), known.end(), text) == known.end())
    known.push_back(text);
}

std::string QuantityTexts::Of(EntityNumber entity) const {
  const auto known = texts_.find(entity);
  std::string joined;
  if (known == texts_.end()) return joined;
  for (const std::string& text : known->second) {
    if (!joined.empty()) joined += '|';
    for (const char c : text) {
      if (c == '|') joined += '\\';
      joined += c;
    }
  }
  return joined;
}

}  // namespace zhitu::graph

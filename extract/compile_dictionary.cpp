// The writing side of extract/compiled_dictionary.h.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "extract/compiled_dictionary.h"
#include "extract/compiled_dictionary_impl.h"
#include "extract/relative_path.h"

namespace zhitu::extract {
namespace {

FlatArray<char> Joined(const std::vector<std::string>& texts) {
  std::vector<char> bytes;
  for (const std::string& text : texts) {
    bytes.insert(bytes.end(), text.begin(), text.end());
    bytes.push_back('\0');
  }
  return FlatArray<char>(std::move(bytes));
}

CompiledTexts TextsOf(const Gazetteer& gazetteer, const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  std::vector<std::string> files;
  for (std::size_t i = 0; i < gazetteer.files().size(); ++i) {
    const DictionarySource& source = gazetteer.sources()[i];
    files.push_back(gazetteer.files()[i].first);
    files.push_back(gazetteer.files()[i].second);
    files.push_back(std::to_string(source.size));
    files.push_back(RelativePath(source.path, folder));
  }
  return {Joined(gazetteer.types()), Joined(files)};
}

template <typename T>
std::string_view BytesOf(const FlatArray<T>& array) {
  static_assert(std::has_unique_object_representations_v<T>, "no byte is left to chance");
  static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= kCompiledAlignment);
  return {reinterpret_cast<const char*>(array.data()), array.view().size_bytes()};
}

std::uint64_t Aligned(std::uint64_t offset) {
  return (offset + kCompiledAlignment - 1) / kCompiledAlignment * kCompiledAlignment;
}

}  // namespace

void WriteCompiledDictionary(const Gazetteer& gazetteer, const std::string& path,
                             const std::function<void(std::string_view)>& write) {
  const Gazetteer::Impl& impl = gazetteer.impl();
  const CompiledTexts texts = TextsOf(gazetteer, path);
  std::vector<std::string_view> sections;
  ForEachSection(texts, impl, impl.index.tables(),
                 [&](const auto& array) { sections.push_back(BytesOf(array)); });
  CompiledHead head;
  head.size = sizeof head;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    head.sections[i].begin = Aligned(head.size);
    head.sections[i].size = sections[i].size();
    head.sections[i].hash = HashTextOf(sections[i]);
    head.size = head.sections[i].begin + sections[i].size();
  }
  head.fingerprint = CompiledFingerprint();
  head.names = impl.index.tables().names;
  head.longest = impl.index.tables().longest;
  head.all_auto = impl.all_auto ? 1 : 0;
  const std::string_view head_bytes(reinterpret_cast<const char*>(&head), sizeof head);
  head.hash = HashTextOf(head_bytes.substr(offsetof(CompiledHead, size)));
  write(head_bytes);
  std::uint64_t end = sizeof head;
  const std::string zeros(kCompiledAlignment, '\0');
  for (std::size_t i = 0; i < sections.size(); ++i) {
    write(std::string_view(zeros).substr(0, head.sections[i].begin - end));
    write(sections[i]);
    end = head.sections[i].begin + sections[i].size();
  }
}

}  // namespace zhitu::extract

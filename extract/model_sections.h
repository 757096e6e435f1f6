#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "extract/flat_array.h"
#include "extract/hash_index.h"

namespace zhitu::extract {

/// The file of a model begins, and each of its sections, at a multiple of so many bytes.
inline constexpr std::size_t kModelAlignment = 64;

/// Tells that the file of a model is not what was written.
/// @throws InputError  always.
[[noreturn]] void RefuseDamagedModel(const std::string& path);

/// Numbers as they lie in memory.
template <typename T>
std::string_view BytesOf(std::span<const T> elements) {
  static_assert(std::has_unique_object_representations_v<T>);
  return {reinterpret_cast<const char*>(elements.data()), elements.size_bytes()};
}

/// Appends a section: its size in bytes (8 bytes) and its bytes, both from a multiple of
/// `kModelAlignment` on, with zeros between.
void AppendSection(std::string_view section, std::string& bytes);
/// Appends the lines of an index as a section.
void AppendSection(const HashIndex& index, std::string& bytes);
/// Appends words as a section, each with a zero behind it.
void AppendSection(const std::vector<std::string>& words, std::string& bytes);

/// True if the words are valid UTF-8, not empty, in byte order, and each stands once.
bool AreModelWords(const std::vector<std::string>& words);

/// Gives the sections of a model one after the other. What comes back looks at the bytes.
/// @throws InputError  from each call, where the next section is none of its kind.
class SectionReader {
 public:
  /// @param bytes  from an address that is a multiple of `kModelAlignment`.
  /// @param path   name to show in errors; must live as long.
  SectionReader(std::string_view bytes, const std::string& path) : rest_(bytes), path_(path) {}

  /// Bytes of any kind.
  std::string_view Text();
  /// Words that each have a zero behind them.
  std::vector<std::string> Words();
  /// An index that is safe to look keys up in.
  HashIndex Index();
  /// Numbers as they lie in memory.
  template <typename T>
  FlatArray<T> Array() {
    const std::string_view text = Text();
    if (text.size() % sizeof(T) != 0) RefuseDamagedModel(path_);
    return FlatArray<T>(
        std::span<const T>(reinterpret_cast<const T*>(text.data()), text.size() / sizeof(T)));
  }
  /// True if no section is left.
  bool empty() const { return rest_.empty(); }
  /// The name to show in errors.
  const std::string& path() const { return path_; }

 private:
  std::string_view Take(std::uint64_t size);

  std::string_view rest_;
  const std::string& path_;
};

}  // namespace zhitu::extract

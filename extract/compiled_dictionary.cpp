// Loading: the file is mapped, its head and sections are compared with their hashes, and the arrays
// of the gazetteer look at the sections where they lie. Only types, sources and the table of
// characters are made anew.
#include "extract/compiled_dictionary.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "extract/compiled_dictionary_impl.h"
#include "extract/corpus.h"
#include "extract/error.h"
#include "extract/hash.h"
#include "extract/mapped_file.h"
#include "extract/shell_word_impl.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHashedFrom = offsetof(CompiledHead, size);

[[noreturn]] void Refuse(const std::string& path, const std::string& what) {
  throw InputError({path, 0, 0}, what);
}

[[noreturn]] void RefuseDamaged(const std::string& path) {
  Refuse(path, "is damaged; expected it as it was written: compile it again");
}

std::string CommandFor(const Gazetteer::Impl& impl, const std::string& path) {
  std::string command = "zhitu dict compile";
  for (const DictionarySource& source : impl.sources) command += ' ' + ShellWord(source.path);
  return command + " -o " + ShellWord(path);
}

// The head of a file that says of itself what this program can read.
CompiledHead CheckedHead(std::string_view bytes, const std::string& path) {
  CompiledHead head;
  if (bytes.size() < sizeof head.magic ||
      std::memcmp(bytes.data(), head.magic.data(), sizeof head.magic) != 0) {
    Refuse(path, "not a compiled dictionary; expected a file written by `zhitu dict compile`");
  }
  const auto cut_off = [&](std::size_t size) {
    Refuse(path, "is cut off: has " + std::to_string(bytes.size()) + " bytes; expected " +
                     std::to_string(size));
  };
  if (bytes.size() < sizeof head) cut_off(sizeof head);
  std::memcpy(&head, bytes.data(), sizeof head);
  if (head.byte_order != kCompiledByteOrder) {
    Refuse(path, "has another byte order; expected one compiled on this kind of machine");
  }
  if (head.version != kCompiledVersion) {
    Refuse(path, "has layout " + std::to_string(head.version) + "; expected " +
                     std::to_string(kCompiledVersion) + ": compile it again with this zhitu");
  }
  if (HashTextOf(bytes.substr(kHashedFrom, sizeof head - kHashedFrom)) != head.hash) {
    RefuseDamaged(path);
  }
  if (bytes.size() < head.size) cut_off(head.size);
  if (bytes.size() > head.size) {
    Refuse(path,
           "has " + std::to_string(bytes.size()) + " bytes; expected " + std::to_string(head.size));
  }
  return head;
}

// Gives the sections one after the other.
class SectionReader {
 public:
  SectionReader(std::string_view bytes, const CompiledHead& head, const std::string& path)
      : bytes_(bytes), head_(head), path_(path), end_(sizeof head) {}

  template <typename T>
  void Read(FlatArray<T>& array) {
    const std::string_view section = Next(sizeof(T));
    array = FlatArray<T>(
        std::span<const T>(reinterpret_cast<const T*>(section.data()), section.size() / sizeof(T)));
  }
  // To be called behind the last section.
  void Finish() const {
    if (end_ != bytes_.size()) RefuseDamaged(path_);
  }

 private:
  // Sections stand in order, so that each begins where the one before ends, but for zeros.
  std::string_view Next(std::size_t element) {
    const CompiledSection& section = head_.sections[next_++];
    const bool fits = section.begin % kCompiledAlignment == 0 && section.begin >= end_ &&
                      section.begin - end_ < kCompiledAlignment && section.begin <= bytes_.size() &&
                      section.size <= bytes_.size() - section.begin && section.size % element == 0;
    if (!fits) RefuseDamaged(path_);
    const std::string_view between = bytes_.substr(end_, section.begin - end_);
    const std::string_view found = bytes_.substr(section.begin, section.size);
    if (between.find_first_not_of('\0') != std::string_view::npos ||
        HashTextOf(found) != section.hash) {
      RefuseDamaged(path_);
    }
    end_ = section.begin + section.size;
    return found;
  }

  std::string_view bytes_;
  const CompiledHead& head_;
  const std::string& path_;
  std::size_t next_ = 0;
  std::size_t end_;
};

// Texts that each end with a zero.
std::vector<std::string> TextsOf(const FlatArray<char>& array) {
  std::vector<std::string> texts;
  std::string_view rest(array.data(), array.size());
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\0'), rest.size());
    texts.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return texts;
}

// False if they are not what is written.
bool TakeTexts(const CompiledTexts& texts, const std::string& path, Gazetteer::Impl& impl) {
  impl.types = TextsOf(texts.types);
  const fs::path folder = fs::path(path).parent_path();
  std::vector<std::string> files = TextsOf(texts.files);
  if (files.size() % kTextsOfFile != 0) return false;
  for (std::size_t i = 0; i < files.size(); i += kTextsOfFile) {
    const std::string& size_text = files[i + 2];
    DictionarySource source{(folder / files[i + 3]).lexically_normal().string(), 0};
    std::from_chars(size_text.data(), size_text.data() + size_text.size(), source.size);
    impl.files.emplace_back(std::move(files[i]), std::move(files[i + 1]));
    impl.sources.push_back(std::move(source));
  }
  return true;
}

// True if a source stands where it stood, but with other bytes. They are read only if it changed
// since the dictionary was compiled and has the same size.
bool IsStale(const DictionarySource& source, const std::string& hash, fs::file_time_type compiled) {
  std::error_code error;
  if (!fs::is_regular_file(source.path, error)) return false;
  const std::uintmax_t size = fs::file_size(source.path, error);
  if (error) return false;
  if (size != source.size) return true;
  const fs::file_time_type changed = fs::last_write_time(source.path, error);
  if (error || changed < compiled) return false;
  try {
    return HashHex(ReadBytes(source.path)) != hash;
  } catch (const IoError&) {
    return false;  // not to be read any more, so it counts as gone
  }
}

void CheckSources(const Gazetteer::Impl& impl, const std::string& path) {
  std::error_code error;
  const fs::file_time_type compiled = fs::last_write_time(path, error);
  if (error) return;
  for (std::size_t i = 0; i < impl.sources.size(); ++i) {
    if (!IsStale(impl.sources[i], impl.files[i].second, compiled)) continue;
    Refuse(path, "was compiled from another version of " + impl.sources[i].path +
                     "; expected the present one: " + CommandFor(impl, path));
  }
}

}  // namespace

bool HoldsCompiledDictionary(const std::string& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return false;
  std::ifstream file(path, std::ios::binary);
  std::array<char, kCompiledMagic.size()> begin{};
  return file.read(begin.data(), begin.size()) && begin == kCompiledMagic;
}

bool IsCompiledDictionary(const std::string& path) {
  return path.ends_with(".zdict") || HoldsCompiledDictionary(path);
}

Gazetteer ReadCompiledDictionary(std::string_view bytes, std::shared_ptr<const void> owner,
                                 const std::string& path) {
  const CompiledHead head = CheckedHead(bytes, path);
  auto impl = std::make_unique<Gazetteer::Impl>();
  impl->file = std::move(owner);
  impl->all_auto = head.all_auto != 0;
  NameIndex::Tables tables;
  tables.names = head.names;
  tables.longest = head.longest;
  CompiledTexts texts;
  SectionReader sections(bytes, head, path);
  ForEachSection(texts, *impl, tables, [&](auto& array) { sections.Read(array); });
  sections.Finish();
  if (!TakeTexts(texts, path, *impl)) RefuseDamaged(path);
  if (head.fingerprint != CompiledFingerprint()) {
    Refuse(path, "was compiled by another version of zhitu; expected this one: " +
                     CommandFor(*impl, path));
  }
  if (!IsSafeToSearch(*impl, tables)) RefuseDamaged(path);
  impl->index = NameIndex(std::move(tables));
  return Gazetteer(std::move(impl));
}

Gazetteer LoadCompiledDictionary(const std::string& path) {
  const auto file = std::make_shared<const MappedFile>(path);
  Gazetteer gazetteer = ReadCompiledDictionary(file->bytes(), file, path);
  CheckSources(gazetteer.impl(), path);
  return gazetteer;
}

}  // namespace zhitu::extract

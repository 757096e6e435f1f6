#include "extract/model_sections.h"

#include <algorithm>
#include <cstring>
#include <functional>

#include "extract/error.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

std::size_t Aligned(std::size_t size) {
  return (size + kModelAlignment - 1) / kModelAlignment * kModelAlignment;
}

}  // namespace

void RefuseDamagedModel(const std::string& path) {
  throw InputError({path, 0, 0}, "is damaged; expected it as it was written: train it again");
}

void AppendSection(std::string_view section, std::string& bytes) {
  const std::uint64_t size = section.size();
  bytes.append(BytesOf(std::span<const std::uint64_t>(&size, 1)));
  bytes.resize(Aligned(bytes.size()), '\0');
  bytes.append(section);
  bytes.resize(Aligned(bytes.size()), '\0');
}

void AppendSection(const HashIndex& index, std::string& bytes) {
  AppendSection(BytesOf(index.lines().view()), bytes);
}

void AppendSection(const std::vector<std::string>& words, std::string& bytes) {
  std::string joined;
  for (const std::string& word : words) joined.append(word).push_back('\0');
  AppendSection(std::string_view(joined), bytes);
}

bool AreModelWords(const std::vector<std::string>& words) {
  const auto is_word = [](const std::string& word) {
    return !word.empty() && WellFormedPrefix(word) == word.size();
  };
  return std::all_of(words.begin(), words.end(), is_word) &&
         std::adjacent_find(words.begin(), words.end(), std::greater_equal<>()) == words.end();
}

std::string_view SectionReader::Text() {
  std::uint64_t size = 0;
  std::memcpy(&size, Take(sizeof size).data(), sizeof size);
  return Take(size);
}

std::vector<std::string> SectionReader::Words() {
  std::vector<std::string> words;
  for (std::string_view joined = Text(); !joined.empty();) {
    const std::size_t end = std::min(joined.find('\0'), joined.size());
    words.emplace_back(joined.substr(0, end));
    joined.remove_prefix(std::min(end + 1, joined.size()));
  }
  return words;
}

HashIndex SectionReader::Index() {
  HashIndex index(Array<HashIndex::Line>());
  if (!index.IsSafe()) RefuseDamagedModel(path_);
  return index;
}

std::string_view SectionReader::Take(std::uint64_t size) {
  if (size > rest_.size() || Aligned(size) > rest_.size()) RefuseDamagedModel(path_);
  const std::string_view taken = rest_.substr(0, size);
  rest_.remove_prefix(Aligned(size));
  return taken;
}

}  // namespace zhitu::extract

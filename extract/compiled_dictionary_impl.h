#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "extract/flat_array.h"
#include "extract/gazetteer_impl.h"

namespace zhitu::extract {

// How a compiled dictionary lies in its file: a head, then the arrays of the gazetteer as they are
// in memory, each at a multiple of `kAlignment`, zeros between them. docs/dictionary-file.md tells
// it field by field.

constexpr std::array<char, 8> kCompiledMagic = {'z', 'd', 'i', 'c', 't', '\r', '\n', '\x1A'};
constexpr std::uint32_t kCompiledByteOrder = 0x01020304;
constexpr std::uint32_t kCompiledVersion = 1;
constexpr std::size_t kCompiledAlignment = 64;
constexpr std::size_t kCompiledSections = 16;
constexpr std::size_t kHashDigits = 32;

// A hash as `HashHex` gives it.
using HashText = std::array<char, kHashDigits>;
HashText HashTextOf(std::string_view bytes);

struct CompiledSection {
  std::uint64_t begin = 0;  // in bytes
  std::uint64_t size = 0;   // in bytes
  HashText hash{};
};

struct CompiledHead {
  std::array<char, 8> magic = kCompiledMagic;
  std::uint32_t byte_order = kCompiledByteOrder;
  std::uint32_t version = kCompiledVersion;
  HashText hash{};                // of the head from `size` on
  std::uint64_t size = 0;         // of the file
  std::uint64_t fingerprint = 0;  // `CompiledFingerprint`
  std::uint64_t names = 0;
  std::uint64_t longest = 0;
  std::uint64_t all_auto = 1;
  std::array<CompiledSection, kCompiledSections> sections{};
};
static_assert(std::has_unique_object_representations_v<CompiledHead>);

// The lists that are no arrays of numbers: each text ends with a zero.
struct CompiledTexts {
  FlatArray<char> types;
  FlatArray<char> files;  // of each: name, hash, size, path
};
constexpr std::size_t kTextsOfFile = 4;

// Calls `visit` with each array of a gazetteer, in the order of the file.
template <typename Texts, typename Impl, typename Tables, typename Visit>
void ForEachSection(Texts& texts, Impl& impl, Tables& tables, const Visit& visit) {
  visit(texts.types);
  visit(texts.files);
  visit(impl.rows);
  visit(impl.pool);
  visit(impl.readings);
  visit(impl.list_begins);
  visit(tables.alphabet);
  visit(tables.start_filter);
  visit(tables.pair_filter);
  visit(tables.triple_filter);
  visit(tables.pairs);
  visit(tables.triples);
  visit(tables.stash);
  visit(tables.nodes);
  visit(tables.tails);
  visit(tables.singles);
}

// Another number where the same bytes would mean something else.
std::uint64_t CompiledFingerprint();

// True if no search in a gazetteer reads outside of its arrays, whatever they say, and none goes on
// without end: each index and offset in the tables is in range, each size is as the searches take
// it to be. Rows and pool are left out, since `Gazetteer` looks where it reads there. O(size).
bool IsSafeToSearch(const Gazetteer::Impl& impl, const NameIndex::Tables& tables);

}  // namespace zhitu::extract

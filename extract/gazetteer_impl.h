#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/flat_array.h"
#include "extract/gazetteer.h"
#include "extract/gazetteer_builder.h"
#include "extract/name_index.h"

namespace zhitu::extract {

// The gazetteer's memory: all strings in one pool, rows of numbers beside it, so that a million
// entities stay small and a file can hold them as they are (compiled_dictionary.h). Such a file may
// be forged; so nothing is read at an offset or index that was not compared with a size first, be
// it here or, once for the whole index, when the file is opened.
struct Gazetteer::Impl {
  struct Text {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };
  static constexpr std::uint32_t kNoDetails = 0xFFFFFFFF;
  struct Row {
    Text id;
    Text name;
    std::uint32_t type = 0;
    std::uint32_t details =
        kNoDetails;  // offset in `pool`: aliases, context, attributes, each a list of texts
    std::uint32_t file = 0;
    std::uint32_t line = 0;
    EntityIndex parent = kNoEntity;
  };
  // One reading of a surface form.
  struct Reading {
    EntityIndex entity = kNoEntity;  // `kNoEntity`: the form is to be ignored
    Text spelling;                   // as the dictionary writes it
    Text case_pattern;               // where case counts
    SurfaceRule::Boundary boundary = SurfaceRule::Boundary::kAuto;
    std::uint8_t exact_case = 0;
    std::uint16_t reserved = 0;
  };
  // The value of a surface form in `index` is an entity that it names by the usual rule, or, with
  // this bit, the number of a list of readings.
  static constexpr std::uint32_t kList = std::uint32_t{1} << 31U;

  // Nothing where it would not lie in the pool.
  std::string_view View(const Text& text) const {
    const bool inside = text.begin <= pool.size() && text.size <= pool.size() - text.begin;
    return inside ? std::string_view(pool.data() + text.begin, text.size) : std::string_view();
  }
  // The same for a text that is to be valid UTF-8; nothing if it is not.
  std::string_view Words(const Text& text) const;
  std::uint32_t ReadNumber(std::uint32_t& at) const;
  std::size_t ReadCount(std::uint32_t& at, std::size_t texts) const;
  std::string ReadText(std::uint32_t& at) const;
  std::vector<std::string> ReadList(std::uint32_t& at) const;
  // How many lists of readings there are.
  std::size_t lists() const { return list_begins.empty() ? 0 : list_begins.size() - 1; }
  // The readings behind a value with `kList`.
  std::span<const Reading> ListOf(std::uint32_t value) const {
    const std::uint32_t list = value & ~kList;
    return readings.view().subspan(list_begins[list], list_begins[list + 1] - list_begins[list]);
  }

  std::shared_ptr<const void> file;  // what keeps the arrays that are not owned, or null
  FlatArray<char> pool;
  FlatArray<Row> rows;
  std::vector<std::string> types;
  std::vector<std::pair<std::string, std::string>> files;
  std::vector<DictionarySource> sources;  // of the same files
  FlatArray<Reading> readings;
  FlatArray<std::uint32_t> list_begins;  // by list; one more than lists
  NameIndex index;
  bool all_auto = true;  // every reading has boundary `kAuto`
};

}  // namespace zhitu::extract

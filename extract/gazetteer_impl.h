#pragma once

#include <cstdint>
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
// entities stay small and a file can hold them as they are.
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
    bool exact_case = false;
    std::uint16_t reserved = 0;
  };
  // The value of a surface form in `index` is an entity that it names by the usual rule, or, with
  // this bit, the number of a list of readings.
  static constexpr std::uint32_t kList = std::uint32_t{1} << 31U;

  std::string_view View(const Text& text) const { return {pool.data() + text.begin, text.size}; }
  std::uint32_t ReadNumber(std::uint32_t& at) const;
  std::string ReadText(std::uint32_t& at) const;
  std::vector<std::string> ReadList(std::uint32_t& at) const;
  // The readings behind a value with `kList`.
  std::span<const Reading> ListOf(std::uint32_t value) const {
    const std::uint32_t list = value & ~kList;
    return readings.view().subspan(list_begins[list], list_begins[list + 1] - list_begins[list]);
  }

  FlatArray<char> pool;
  FlatArray<Row> rows;
  std::vector<std::string> types;
  std::vector<std::pair<std::string, std::string>> files;
  FlatArray<Reading> readings;
  FlatArray<std::uint32_t> list_begins;  // by list; one more than lists
  NameIndex index;
  bool all_auto = true;  // every reading has boundary `kAuto`
};

}  // namespace zhitu::extract

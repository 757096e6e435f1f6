#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/gazetteer.h"
#include "extract/gazetteer_builder.h"
#include "extract/surface_index.h"

namespace zhitu::extract {

// The gazetteer's memory: all strings in one pool, rows of numbers beside it, so that a million
// entities stay small.
struct Gazetteer::Impl {
  struct Text {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };
  struct Row {
    Text id;
    Text name;
    std::uint32_t type = 0;
    std::uint32_t details =
        0;  // offset in `pool`: aliases, context, attributes, each a list of texts
    std::uint32_t file = 0;
    std::uint32_t line = 0;
    EntityIndex parent = kNoEntity;
  };
  // One reading of a surface form.
  struct Reading {
    SurfaceRule rule;
    std::uint32_t exact = 0;  // number in `case_patterns`, where case counts
  };

  std::string_view View(const Text& text) const {
    return std::string_view(pool).substr(text.begin, text.size);
  }
  Text Keep(std::string_view text);
  void KeepNumber(std::uint32_t number);
  void KeepList(const std::vector<std::string>& list);
  std::uint32_t ReadNumber(std::uint32_t& at) const;
  std::vector<std::string> ReadList(std::uint32_t& at) const;

  std::string pool;
  std::vector<Row> rows;
  std::vector<std::string> types;
  std::vector<std::pair<std::string, std::string>> files;
  std::vector<std::string> case_patterns;

  SurfaceIndex index;
  std::vector<std::uint32_t> reading_begins;  // by surface; one more than surfaces
  std::vector<EntityIndex> readings;          // `kNoEntity`: the form is to be ignored
  std::vector<Reading> reading_rules;         // parallel to `readings`
  bool all_auto = true;                       // every reading has boundary `kAuto`
};

}  // namespace zhitu::extract

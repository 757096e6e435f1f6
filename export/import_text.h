#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/utf8.h"
#include "graph/importer.h"

namespace zhitu::xport {

/// The text of one file that is imported, and where things stand in it. One thread.
class ImportText {
 public:
  /// Reads a file and tells the importer of it, and of every line that is no UTF-8.
  /// @param importer  must live as long. @throws as `extract::ReadBytes`.
  ImportText(const std::string& path, graph::Importer& importer);
  ImportText(const ImportText&) = delete;
  ImportText& operator=(const ImportText&) = delete;

  /// False if it is no UTF-8, which was told.
  bool readable() const noexcept { return readable_; }
  /// The text without byte order mark.
  std::string_view text() const noexcept { return text_; }
  /// The file's name as the user gave it.
  const std::string& path() const noexcept { return file_.path; }
  /// The importer, which gets what follows from this file.
  graph::Importer& importer() { return importer_; }
  /// Says that what follows comes from this file again.
  void BeginAgain() { importer_.BeginFile(file_); }
  /// The line of a byte. Bytes that ascend cost O(text) together, others each O(byte).
  std::size_t LineOf(std::size_t byte);
  /// Line and column of a byte. O(text) the first time, then O(1).
  extract::LineColumn PlaceOf(std::size_t byte) const;
  /// Tells a fault at a byte. @throws as `graph::Importer::Report`.
  void Report(std::size_t byte, std::string what);
  /// Tells that the whole is of a format that no reader knows. @throws as
  /// `graph::Importer::Report`.
  void ReportForeign(std::string what);

 private:
  graph::Importer& importer_;
  graph::ImportFile file_;
  std::string bytes_;
  std::string_view text_;
  bool readable_ = false;
  std::size_t counted_ = 0;  // bytes of which the line breaks are counted
  std::size_t line_ = 1;
  mutable std::optional<extract::OffsetIndex> index_;
};

/// Reads the nodes of all files and then their edges, since edges may stand before nodes.
///
/// @param read  reads the nodes of a file, or its edges, and tells `count` now and then how many
///              more it has read; faults of the text itself it tells with the nodes only.
/// @param progress  may be empty.
/// @throws as `ImportText` and `read`.
void ReadNodesThenEdges(
    const std::vector<std::string>& paths, graph::Importer& importer,
    const std::function<void(std::size_t)>& progress,
    const std::function<void(ImportText& text, bool edges,
                             const std::function<void(std::size_t)>& count)>& read);

}  // namespace zhitu::xport

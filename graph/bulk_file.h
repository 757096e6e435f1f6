#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "extract/work_behind.h"
#include "graph/raw_file.h"

namespace zhitu::graph {

/// The number of the page behind page `number`, with the page left out that SQLite locks and never
/// uses: the one at byte 2^30.
std::uint32_t NextPage(std::uint32_t number, std::size_t page_bytes);

/// Appends pages to an SQLite file whose schema SQLite has made and that nobody else has open. What
/// is appended goes through one buffer; roots are overwritten in their places. For one calling
/// thread.
class BulkFile {
 public:
  /// Reads the header. @param descriptor  open for reading and writing; not owned.
  /// @param shown    name of the file in messages.
  /// @param threads  with more than one, full buffers are written by a thread of its own.
  /// @throws extract::IoError  as all methods do, if the disk does not take or give bytes.
  BulkFile(int descriptor, std::string shown, std::size_t threads = 1);

  /// Bytes of a page.
  std::size_t page_bytes() const { return page_bytes_; }
  /// Bytes of a page that may be used: all but what SQLite reserves at the end.
  std::size_t usable_bytes() const { return usable_bytes_; }

  /// Appends one page of `page_bytes`. @return its number.
  /// @throws extract::LimitError  if SQLite has no number for it.
  std::uint32_t Append(std::string_view page);
  /// Appends bytes, at least one, as a chain of overflow pages. @return the number of the first.
  /// @throws extract::LimitError  as `Append`.
  std::uint32_t AppendChain(std::string_view bytes);
  /// Overwrites a page that stood in the file from the beginning.
  void Overwrite(std::uint32_t number, std::string_view page);
  /// Writes out what is buffered and the number of pages. Nothing may be added after.
  void Finish();

 private:
  std::uint32_t Number();
  void Put(std::string_view bytes, std::size_t zeros);
  void Write(std::string& bytes);

  int descriptor_;
  std::string shown_;
  std::size_t page_bytes_ = 0;
  std::size_t usable_bytes_ = 0;
  std::uint32_t last_ = 0;     // number of the last page
  std::uint64_t written_ = 0;  // bytes in the file; the buffer comes behind them
  std::string buffer_;
  WriteBack write_back_;
  extract::WorkBehind<std::string>
      behind_;  // adds to written_; the last member, for its thread uses the others
};

}  // namespace zhitu::graph

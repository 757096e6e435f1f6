#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace zhitu::graph {

/// The pages of an SQLite file, read past SQLite: many times faster where whole tables are wanted.
/// The file is opened once, so that what is read belongs together even if another file takes its
/// place. Immutable: threads may share it.
class PageFile {
 public:
  /// Opens a file and reads its header.
  /// @throws extract::IoError     if it is missing or unreadable.
  /// @throws extract::InputError  if its header is not that of an SQLite file of UTF-8.
  explicit PageFile(std::string path);
  PageFile(const PageFile&) = delete;
  PageFile& operator=(const PageFile&) = delete;
  ~PageFile();

  /// Whole pages in the file; they are numbered from 1.
  std::uint32_t page_count() const { return page_count_; }
  /// Bytes of a page: a power of two from 512 to 65536.
  std::size_t page_bytes() const { return page_bytes_; }
  /// Bytes of a page that SQLite uses; the rest at its end is reserved. At least 480.
  std::size_t usable_bytes() const { return usable_bytes_; }
  /// @throws extract::InputError  if the file keeps a write-ahead log, as another program may have
  ///                              told it to: its pages may then be out of date.
  void RefuseLog() const;
  /// True while the path leads to the file that is open here.
  bool StandsAt(const std::string& path) const;
  /// Reads `count` pages from page `first` on; all must be in the file.
  /// @throws extract::IoError     if the disk fails.
  /// @throws extract::InputError  if the file has become shorter.
  void Read(std::uint32_t first, std::size_t count, unsigned char* to) const;
  /// @throws extract::InputError  that calls the file damaged.
  [[noreturn]] void Damaged(const std::string& what) const;

 private:
  void ReadHeader();
  void ReadBytes(std::uint64_t begin, std::size_t size, unsigned char* to) const;

  std::string path_;
  int descriptor_ = -1;
  std::uint32_t page_count_ = 0;
  std::size_t page_bytes_ = 0;
  std::size_t usable_bytes_ = 0;
  bool has_log_ = false;
};

/// A few pages of a file that follow each other, in memory. Reads ahead, more and more as long as
/// pages are asked for in order, at most `kMostBytes` at once. One thread.
class PageWindow {
 public:
  /// What it holds at most.
  static constexpr std::size_t kMostBytes = std::size_t{1} << 17U;
  /// Bytes behind a page that may be read too, whatever they are.
  static constexpr std::size_t kSlack = 8;

  /// @param file  must live longer.
  explicit PageWindow(const PageFile& file) : file_(file) {}
  /// The bytes of a page, `file.page_bytes()` of them, until the next call.
  /// @throws extract::InputError  if the file has no such page; else as `PageFile::Read`.
  const unsigned char* Page(std::uint32_t number);

 private:
  const PageFile& file_;
  std::unique_ptr<unsigned char[]> bytes_;
  std::size_t capacity_ = 0;  // pages that fit into bytes_
  std::uint32_t first_ = 0;
  std::size_t count_ = 0;  // pages that bytes_ holds
};

}  // namespace zhitu::graph

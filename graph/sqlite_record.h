#pragma once

#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace zhitu::graph {

/// The longest varint of SQLite, in bytes.
inline constexpr std::size_t kLongestVarint = 9;

/// Writes a varint of SQLite: seven bits a byte, the most significant first, all eight of the
/// ninth.
/// @param out  has room for `kLongestVarint` bytes. @return the bytes written, 1 to 9.
std::size_t PutLongVarint(std::uint64_t value, char* out);
/// The same, quick where it is one byte.
inline std::size_t PutVarint(std::uint64_t value, char* out) {
  if (value >= 0x80U) return PutLongVarint(value, out);
  *out = static_cast<char>(value);
  return 1;
}

/// Writes eight bytes, the most significant first.
inline void PutBig64(std::uint64_t value, char* out) {
  if constexpr (std::endian::native == std::endian::little) value = __builtin_bswap64(value);
  std::memcpy(out, &value, sizeof value);
}
/// Writes four bytes, the most significant first.
inline void PutBig32(std::uint32_t value, char* out) {
  if constexpr (std::endian::native == std::endian::little) value = __builtin_bswap32(value);
  std::memcpy(out, &value, sizeof value);
}
/// Reads what `PutBig32` wrote.
inline std::uint32_t GetBig32(const char* bytes) {
  std::uint32_t value = 0;
  std::memcpy(&value, bytes, sizeof value);
  if constexpr (std::endian::native == std::endian::little) value = __builtin_bswap32(value);
  return value;
}

/// Appends a text as a graph file keeps it: U+0000 becomes U+FFFD, because the text functions of
/// SQL stop at it.
void AppendKept(std::string_view text, std::string& out);

/// Makes rows in SQLite's record format, the same bytes that SQLite makes of the same values (file
/// format, section 2.1; schema format 4). One row after the other in one buffer. One thread.
class Record {
 public:
  /// Columns that a row may have.
  static constexpr std::size_t kMostColumns = 20;
  /// Bytes that a row may have: SQLite's own limit.
  static constexpr std::size_t kMostBytes = 1'000'000'000;

  /// @param file  name of the file in messages.
  explicit Record(std::string file);

  /// Begins a row; the one before is gone.
  Record& Clear() {
    types_end_ = 0;
    values_end_ = kHeaderRoom;
    if (buffer_.size() > kKept) Shrink();
    return *this;
  }
  /// Adds NULL, which also stands for the rowid in its own column.
  Record& Null() { return ShortType(0); }
  /// Adds a whole number, in as few bytes as it needs.
  Record& Integer(std::int64_t value) {
    if (value == 0 || value == 1) return ShortType(value == 0 ? 8 : 9);  // told by the type alone
    const auto magnitude = static_cast<std::uint64_t>(value < 0 ? ~value : value);
    const auto bytes = static_cast<unsigned>(std::bit_width(magnitude)) / 8 + 1;
    // There are numbers of 1, 2, 3, 4, 6 and 8 bytes, which are types 1 to 6.
    const unsigned type = bytes <= 4 ? bytes : bytes <= 6 ? 5 : 6;
    const unsigned size = type <= 4 ? type : 2 * type - 4;
    PutBig64(static_cast<std::uint64_t>(value) << (64 - 8 * size), buffer_.data() + values_end_);
    values_end_ += size;
    return ShortType(static_cast<char>(type));
  }
  /// Adds a number with a fraction: of a whole one SQLite would make an integer.
  Record& Real(double value) {
    PutBig64(std::bit_cast<std::uint64_t>(value), buffer_.data() + values_end_);
    values_end_ += sizeof value;
    return ShortType(7);
  }
  /// Adds a UTF-8 text as `AppendKept` does.
  /// @throws extract::LimitError  if the row passes `kMostBytes`.
  Record& Text(std::string_view text) {
    if (text.size() > kShortText || text.find('\0') != std::string_view::npos) {
      return LongText(text);
    }
    if (!text.empty()) std::memcpy(buffer_.data() + values_end_, text.data(), text.size());
    values_end_ += text.size();
    return ShortType(static_cast<char>(13 + 2 * text.size()));
  }
  /// Adds bytes. @throws extract::LimitError  as `Text`.
  Record& Blob(std::string_view bytes);

  /// The row with all that was added; valid until the next call of any other method.
  std::string_view Bytes();

 private:
  // The header's size is one byte then: 20 columns of types of at most 5 bytes.
  static constexpr std::size_t kHeaderRoom = 128;
  // Bytes of the buffer that are kept for the next row.
  static constexpr std::size_t kKept = std::size_t{1} << 20U;
  // A text whose type is one byte.
  static constexpr std::size_t kShortText = 56;
  // Behind the values there is always room for as many of these, or numbers, as a row may have.
  static constexpr std::size_t kSpare = kMostColumns * kShortText;

  Record& ShortType(char type) {
    assert(types_end_ + kLongestVarint < kHeaderRoom);
    types_.data()[types_end_++] = type;
    return *this;
  }
  void Shrink();
  Record& LongText(std::string_view text);
  void LongType(std::uint64_t type);
  void Append(std::string_view bytes);
  void CheckSize(std::size_t bytes) const;

  std::string file_;
  std::array<char, kHeaderRoom> types_{};
  std::size_t types_end_ = 0;
  std::string buffer_;                    // room for the header, then the values
  std::size_t values_end_ = kHeaderRoom;  // in the buffer
};

}  // namespace zhitu::graph

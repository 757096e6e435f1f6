#include "serve/file_state.h"

#include <sys/stat.h>

#include <fstream>
#include <string_view>

#include "extract/characters.h"
#include "extract/error.h"
#include "extract/hash.h"

namespace zhitu::serve {

FileState FileState::Of(const std::string& path) {
  struct stat told{};
  if (::stat(path.c_str(), &told) != 0) return {};
  constexpr std::int64_t kSecond = 1'000'000'000;
  return {told.st_dev, told.st_ino, told.st_size,
          std::int64_t{told.st_mtim.tv_sec} * kSecond + told.st_mtim.tv_nsec};
}

std::string FileTag(const std::string& path) {
  constexpr std::size_t kPiece = std::size_t{1} << 20U;
  constexpr std::size_t kDigits = 16;
  std::ifstream file(path, std::ios::binary);
  std::string piece(kPiece, '\0');
  std::string hashes;
  while (file) {
    file.read(piece.data(), static_cast<std::streamsize>(kPiece));
    hashes += extract::HashHex({piece.data(), static_cast<std::size_t>(file.gcount())});
  }
  if (!file.eof()) throw extract::IoError(extract::Printable(path) + ": cannot be read");
  return extract::HashHex(hashes).substr(0, kDigits);
}

}  // namespace zhitu::serve

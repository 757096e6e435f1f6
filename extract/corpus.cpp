#include "extract/corpus.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "extract/records.h"
#include "extract/utf8.h"

namespace zhitu::extract {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestFile = std::size_t{2} << 30U;

std::string Reason(int error) { return std::strerror(error); }

std::optional<FileFormat> FormatOf(const fs::path& path) {
  const std::string ending = path.extension().string();
  if (ending == ".txt" || ending == ".md") return FileFormat::kText;
  if (ending == ".jsonl") return FileFormat::kJsonLines;
  if (ending == ".csv") return FileFormat::kCsv;
  return std::nullopt;
}

std::string AsUtf8(std::string path) { return DecodeUtf8(std::move(path)).text; }

// Lists the files below a folder, their paths relative to it sorted by bytes.
class FolderListing {
 public:
  explicit FolderListing(fs::path folder) : folder_(std::move(folder)) {
    prefix_ = folder_.native().size() + (folder_.native().ends_with('/') ? 0 : 1);
    std::error_code error;
    fs::recursive_directory_iterator entries(folder_, error);
    for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error))
      Take(entries);
    if (error) throw IoError(AsUtf8(folder_.string()) + ": cannot be listed: " + error.message());
    std::sort(paths_.begin(), paths_.end());
  }

  const std::vector<std::string>& paths() const { return paths_; }
  std::size_t skipped() const { return skipped_; }

 private:
  void Take(fs::recursive_directory_iterator& entries) {
    std::error_code error;
    const fs::directory_entry& entry = *entries;
    const bool folder = entry.is_directory(error) && !entry.is_symlink(error);
    if (entry.path().filename().string().starts_with('.')) {
      if (folder) entries.disable_recursion_pending();
      return;
    }
    if (folder) return;
    const bool read = !entry.is_symlink(error) && entry.is_regular_file(error) &&
                      FormatOf(entry.path()).has_value();
    if (read) {
      paths_.push_back(entry.path().native().substr(prefix_));
    } else {
      ++skipped_;
    }
  }

  fs::path folder_;
  std::size_t prefix_ = 0;  // bytes of a path before the part below the folder
  std::vector<std::string> paths_;
  std::size_t skipped_ = 0;
};

void AddInput(const std::string& input, bool several, FileList& list) {
  if (input == "-") {
    list.files.push_back({input, input, FileFormat::kText});
    return;
  }
  std::error_code error;
  const fs::path path(input);
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status))
    throw IoError(AsUtf8(input) + ": " + Reason(error ? error.value() : ENOENT));
  if (!fs::is_directory(status)) {
    const std::string name = several ? input : path.filename().string();
    list.files.push_back({input, AsUtf8(name), FormatOf(path).value_or(FileFormat::kText)});
    return;
  }
  const FolderListing folder(path);
  list.skipped += folder.skipped();
  std::string prefix = input;
  while (prefix.size() > 1 && prefix.ends_with('/')) prefix.pop_back();
  for (const std::string& below : folder.paths()) {
    const std::string name = several ? (fs::path(prefix) / below).string() : below;
    list.files.push_back(
        {(path / below).string(), AsUtf8(name), FormatOf(below).value_or(FileFormat::kText)});
  }
}

void CheckSize(const std::string& path, std::size_t size) {
  if (size > kLargestFile)
    throw LimitError(AsUtf8(path) + ": larger than 2 GiB; split it into smaller files");
}

class Descriptor {
 public:
  explicit Descriptor(const std::string& path)
      : number_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)),
        owned_(path != "-") {
    if (number_ < 0) throw IoError(AsUtf8(path) + ": " + Reason(errno));
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (owned_) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
  bool owned_;
};

// Bytes of a regular file, or nothing.
std::optional<std::size_t> RegularSize(const std::string& path) {
  struct stat status{};
  if (path == "-" || ::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
    return std::nullopt;
  return static_cast<std::size_t>(status.st_size);
}

}  // namespace

FileList ListFiles(const std::vector<std::string>& inputs) {
  FileList list;
  for (const std::string& input : inputs) AddInput(input, inputs.size() > 1, list);
  if (list.files.empty()) {
    throw InputError({inputs.empty() ? "" : AsUtf8(inputs.front()), 0, 0},
                     "no file to read; expected a folder with .txt .md .jsonl or .csv files");
  }
  std::unordered_set<std::string_view> names;
  for (const CorpusFile& file : list.files) {
    if (!names.insert(file.name).second) {
      throw UsageError("two inputs would both be the document '" + file.name +
                       "'; name each file once");
    }
  }
  return list;
}

std::string ReadBytes(const std::string& path) {
  constexpr std::size_t kStep = std::size_t{1} << 16U;
  const Descriptor file(path);
  struct stat status{};
  std::string bytes;
  std::size_t expected = 0;  // what a regular file says that it has
  if (::fstat(file.number(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) throw IoError(AsUtf8(path) + ": is a folder; expected a file");
    if (S_ISREG(status.st_mode)) {
      CheckSize(path, static_cast<std::size_t>(status.st_size));
      bytes.resize(static_cast<std::size_t>(status.st_size) + 1);  // one more shows the end
      expected = bytes.size() - 1;
    }
  }
  std::size_t size = 0;
  while (true) {
    if (size == bytes.size()) bytes.resize(std::max(size * 2, kStep));
    const ssize_t got = ::read(file.number(), bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw IoError(AsUtf8(path) + ": cannot be read: " + Reason(errno));
    size += static_cast<std::size_t>(got);
    CheckSize(path, size);
    if (got == 0 || (size == expected && size < bytes.size())) break;
  }
  bytes.resize(size);
  return bytes;
}

FileContent ReadCorpusFile(const CorpusFile& file, const RecordFields& fields) {
  DecodedText decoded = DecodeUtf8(ReadBytes(file.path));
  FileContent content;
  if (decoded.ill_formed > 0) {
    content.warnings.push_back({{file.name, 0, 0},
                                std::to_string(decoded.ill_formed) +
                                    " ill-formed byte sequences read as U+FFFD; expected UTF-8"});
  }
  switch (file.format) {
    case FileFormat::kText:
      if (decoded.text.find('\0') != std::string::npos) {
        content.skipped.push_back(
            {{file.name, 0, 0}, "holds a NUL byte, so it is no text; expected UTF-8 text"});
      } else {
        content.texts.push_back(
            {file.name, file.name, std::move(decoded.text), {}, {}, {}, 1, false});
      }
      break;
    case FileFormat::kJsonLines:
      ReadJsonRecords(file.name, decoded.text, fields, content);
      break;
    case FileFormat::kCsv:
      ReadCsvRecords(file.name, decoded.text, fields, content);
      break;
  }
  return content;
}

std::vector<FileContent> ReadFirstFiles(const std::vector<CorpusFile>& files,
                                        const RecordFields& fields,
                                        const std::function<bool()>& goes_on) {
  constexpr std::size_t kMostBytes = std::size_t{8} << 20U;
  std::vector<FileContent> contents;
  std::size_t bytes = 0;
  for (const CorpusFile& file : files) {
    const std::optional<std::size_t> size = RegularSize(file.path);
    if (!size || *size > kMostBytes - bytes || !goes_on()) break;
    bytes += *size;
    try {
      contents.push_back(ReadCorpusFile(file, fields));
    } catch (const IoError&) {
      break;
    }
  }
  return contents;
}

}  // namespace zhitu::extract

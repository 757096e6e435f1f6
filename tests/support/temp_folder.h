#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zhitu {

// A new folder that is removed, with all in it, at the end. Failures are std::runtime_error.
class TempFolder {
 public:
  TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  ~TempFolder();

  const std::string& path() const { return path_; }
  // The path of something in it.
  std::string operator/(std::string_view name) const { return path_ + "/" + std::string(name); }
  // Writes a file, making folders on the way; gives its path.
  std::string Write(std::string_view name, std::string_view bytes) const;
  // The bytes of a file.
  std::string Read(std::string_view name) const;
  // Names of all that stands in it, hidden files too, sorted.
  std::vector<std::string> Names() const;

 private:
  std::string path_;
};

}  // namespace zhitu

#include "export/output_folder.h"

#include <algorithm>

namespace zhitu::xport {

OutputFolder::OutputFolder(const std::string& path, const std::vector<std::string>& names,
                           std::size_t threads)
    : folder_(path, names) {
  for (const std::string& name : names) {
    files_.push_back(std::make_unique<OutputFile>(folder_.temporary() + '/' + name, threads));
  }
}

bool OutputFolder::WriteSome() {
  return std::ranges::any_of(files_, [](const auto& file) { return file->WriteSome(); });
}

void OutputFolder::Commit() {
  for (const auto& file : files_) file->Commit();
  folder_.Commit();
}

}  // namespace zhitu::xport

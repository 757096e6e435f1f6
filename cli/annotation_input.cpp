#include "cli/annotation_input.h"

#include <cerrno>
#include <fstream>
#include <iostream>
#include <system_error>

#include "extract/error.h"

namespace zhitu::cli {

extract::AnnotationFile ReadAnnotations(const std::string& path,
                                        extract::AnnotationFile (*read)(std::istream&,
                                                                        const std::string&,
                                                                        std::size_t)) {
  if (path == "-") return read(std::cin, path, extract::kMaxAnnotationLine);
  std::ifstream file(path, std::ios::binary);
  if (!file) throw extract::IoError(path + ": " + std::generic_category().message(errno));
  return read(file, path, extract::kMaxAnnotationLine);
}

}  // namespace zhitu::cli

#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

#include "extract/annotation.h"

namespace zhitu::cli {

/// Reads an annotation file, or standard input for `-`.
/// @param read  `extract::ReadGold` or `extract::ReadPredictions`; what it throws is passed on.
/// @throws extract::IoError  if the file cannot be opened.
extract::AnnotationFile ReadAnnotations(const std::string& path,
                                        extract::AnnotationFile (*read)(std::istream&,
                                                                        const std::string&,
                                                                        std::size_t));

}  // namespace zhitu::cli

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "extract/document.h"
#include "extract/extraction.h"
#include "extract/mention.h"
#include "extract/utf8.h"

namespace zhitu::xport {

/// Turns bytes of a document's text into code points of its file, as all outputs count.
/// Made once a document, O(n); the document must live as long.
class FileOffsets {
 public:
  /// Reads the document's text once.
  explicit FileOffsets(const extract::Document& document);

  /// Code points of the file before byte `byte` of the document's text. About O(1).
  std::int64_t At(std::size_t byte) const;
  /// Why a mention was linked as it was: `antecedent BEGIN-END` in code points of the file where it
  /// has one, else as `extraction.Why`. `extraction` is that of the document.
  std::string Why(const extract::Extraction& extraction, const extract::Mention& mention) const;

 private:
  std::int64_t begin_;
  extract::OffsetIndex index_;
};

}  // namespace zhitu::xport

#include "export/file_offsets.h"

namespace zhitu::xport {
FileOffsets::FileOffsets(const extract::Document& document)
    : begin_(static_cast<std::int64_t>(document.begin_code_point)), index_(document.text) {}

std::int64_t FileOffsets::At(std::size_t byte) const {
  return begin_ + static_cast<std::int64_t>(index_.CodePoints(byte));
}

std::string FileOffsets::Why(const extract::Extraction& extraction,
                             const extract::Mention& mention) const {
  if (mention.antecedent.size() == 0) return extraction.Why(mention);
  return "antecedent " + std::to_string(At(mention.antecedent.begin)) + '-' +
         std::to_string(At(mention.antecedent.end));
}

}  // namespace zhitu::xport

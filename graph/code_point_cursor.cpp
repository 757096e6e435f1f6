#include "graph/code_point_cursor.h"

namespace zhitu::graph {

std::size_t CodePointCursor::At(std::size_t offset) {
  constexpr std::size_t kNear = 2048;  // bytes, twice what the index counts at most
  if (offset < byte_ / 2) {
    byte_ = 0;
    code_point_ = 0;
  }
  const std::size_t way = offset > byte_ ? offset - byte_ : byte_ - offset;
  if (way > kNear) {
    if (!index_) index_.emplace(text_);
    code_point_ = index_->CodePoints(offset);
  } else if (offset > byte_) {
    code_point_ += extract::CountCodePoints(text_.substr(byte_, way));
  } else {
    code_point_ -= extract::CountCodePoints(text_.substr(offset, way));
  }
  byte_ = offset;
  return code_point_;
}

}  // namespace zhitu::graph

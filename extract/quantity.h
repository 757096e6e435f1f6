#pragma once

#include <string>

#include "extract/entity.h"
#include "extract/span.h"

namespace zhitu::extract {

/// A number with a unit: 4000余名党员群众.
struct Quantity {
  Span span;                       ///< Bytes of the document's text: number and unit (4000余名).
  double value = 0;                ///< Finite.
  bool approximate = false;        ///< The text says that it is not exact.
  std::string unit;                ///< As the preset has it: 名.
  Span of;                         ///< What is counted (党员群众); empty where unknown.
  EntityIndex entity = kNoEntity;  ///< Whose: what is counted, else what the clause is about.
};

}  // namespace zhitu::extract

#pragma once

#include <string>

#include "extract/span.h"

namespace zhitu::extract {

/// A temporal expression: 2023年7月以来, 去年, 日前, 每周.
struct TemporalExpression {
  Span span;            ///< Bytes of the document's text.
  Span folded;          ///< Bytes of the folded text.
  std::string from;     ///< First year, month or day, ISO 8601; empty where unknown.
  std::string to;       ///< The last one; empty where unknown or not yet over.
  bool counts = false;  ///< It holds a number of years or days, as a quantity does: 连续两年.
};

}  // namespace zhitu::extract

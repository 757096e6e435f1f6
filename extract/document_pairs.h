#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/annotation.h"

namespace zhitu::extract {

/// A gold document and what was predicted for it.
struct DocumentPair {
  const AnnotatedDocument* gold = nullptr;       ///< Not owned.
  const AnnotatedDocument* predicted = nullptr;  ///< Not owned.
};

/// Pairs documents by id if every gold document has one and all differ, else by order; in the order
/// of gold. O(n log n).
/// @throws InputError  for documents without a partner, and where a prediction does not fit a text
///                     that gold holds: out of its range, or with another surface form (white space
///                     aside). 20 faults at most.
std::vector<DocumentPair> PairDocuments(const AnnotationFile& gold,
                                        const AnnotationFile& predictions);

/// Surface forms are compared without white space, since lines are joined differently.
std::string WithoutSpace(std::string_view text);

}  // namespace zhitu::extract

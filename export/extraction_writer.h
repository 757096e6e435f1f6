#pragma once

#include "extract/extraction.h"

namespace zhitu::xport {

/// A way to write what was read out of documents. Called in this order: Explain if wanted,
/// Begin once, Add for every document, End once. Streams: nothing is kept from one document to the
/// next. One thread.
class ExtractionWriter {
 public:
  ExtractionWriter() = default;
  ExtractionWriter(const ExtractionWriter&) = delete;
  ExtractionWriter& operator=(const ExtractionWriter&) = delete;
  virtual ~ExtractionWriter() = default;

  /// To be called before all else: what was read tells how, if the format has room for it: how the
  /// rules of statements matched, and which names were weighed.
  virtual void Explain() {}
  /// Writes what stands before the first document.
  virtual void Begin() = 0;
  /// Writes one document.
  virtual void Add(const extract::Extraction& extraction) = 0;
  /// Writes what stands after the last document.
  virtual void End() = 0;
};

}  // namespace zhitu::xport

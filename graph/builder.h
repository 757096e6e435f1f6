#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>

#include "extract/extraction.h"
#include "graph/co_occurrence.h"
#include "graph/store_counts.h"

namespace zhitu::graph {

/// How a graph is built.
struct BuildOptions {
  Window window = Window::kSentence;  ///< Part of a text that pairs entities.
  std::size_t max_entities = 60;  ///< Windows with more distinct entities are left out and counted.
  /// Written to `meta` as given: rules, options and input roots (`SourceFinder` reads these). The
  /// builder adds `format`, `window`, `max_entities`, `input.hash`, `dictionary.N` (base name),
  /// `dictionary.N.hash` and the counts.
  std::map<std::string, std::string> meta;
  std::size_t threads = 1;  ///< That may work at once; the file is the same with any number.
};

/// Collects extractions in input order and writes them as one graph file, whole or not at all.
/// For one calling thread. Texts and mentions go to disk as they come; memory is that of the
/// entities, relations and evidence.
class Builder {
 public:
  /// @param path       where the file shall stand; a temporary file beside it is used until
  ///                   `Finish` (`RemoveUnfinishedFiles` removes it on a signal).
  /// @param gazetteer  names the dictionary entities, and must be the one behind the extractions;
  ///                   must live as long as the builder.
  /// @throws extract::IoError if the folder is missing or not writable, or something that is not a
  ///                          regular file stands at `path`.
  Builder(std::string path, const extract::Gazetteer& gazetteer, BuildOptions options);
  Builder(const Builder&) = delete;
  Builder& operator=(const Builder&) = delete;
  /// Removes the temporary file unless finished.
  ~Builder();

  /// Adds one document with what was read out of it. After an error only the destructor may be
  /// called. O(n log n) for n mentions and pairs.
  /// @throws extract::UsageError  if a document of that id was added before.
  /// @throws extract::IoError     if the disk does not take it.
  /// @throws extract::LimitError  if a text has 1 GB or more.
  void Add(const extract::Extraction& extraction);
  /// Completes and renames the file; nothing may be added after. @return the totals.
  /// @throws extract::IoError if the disk does not take it; an old file then still stands.
  StoreCounts Finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace zhitu::graph

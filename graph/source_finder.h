#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/corpus.h"
#include "graph/store.h"

namespace zhitu::graph {

/// Finds the files that a graph was built from: `meta` keeps for each input root `root.N`, a folder
/// relative to the graph file's (or absolute), and `root.N.prefix`, what stands before the path
/// below that folder in the names of its files. `text_field`, `id_field`, `title_field`,
/// `date_field` and `source_field` name the fields of records, where they are not the usual ones.
class SourceFinder {
 public:
  /// @param graph_path  path of the graph file, as opened.
  /// @param root        folder to look in first, with and without the prefixes; empty: none.
  SourceFinder(const Store& store, const std::string& graph_path, std::string root);

  /// The path of a document's file; nothing if it is nowhere, or was standard input.
  std::optional<std::string> Find(const std::string& file) const;
  /// The path of dictionary `number`, from `dictionary.N.path` (relative to the graph file's
  /// folder) or below the given root; nothing if it is nowhere.
  std::optional<std::string> FindDictionary(int number) const;
  /// Reads a file as it was read for the graph. @throws as `extract::ReadCorpusFile`.
  extract::FileContent Read(const std::string& path, const std::string& file) const;

 private:
  const Store& store_;
  std::string folder_;  // of the graph file
  std::string root_;
  std::vector<std::pair<std::string, std::string>> roots_;  // prefix, folder; longest prefix first
  extract::RecordFields fields_;
};

}  // namespace zhitu::graph

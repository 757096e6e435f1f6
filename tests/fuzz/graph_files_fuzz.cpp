#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "export/import_formats.h"
#include "extract/error.h"
#include "graph/write_imported.h"
#include "tests/fuzz/check.h"
#include "tests/support/temp_folder.h"

namespace zhitu {
namespace {

constexpr std::array<const char*, 4> kFiles = {"g.csv", "g.graphml", "g.gexf", "g.json"};

// The first byte chooses the format: the letters a to d.
void CheckGraphFile(std::string_view input) {
  const auto chosen = static_cast<unsigned char>(input.empty() ? 'a' : input.front());
  const TempFolder folder;
  const std::string path =
      folder.Write(kFiles[chosen % 97 % kFiles.size()], input.substr(input.empty() ? 0 : 1));
  graph::ImportedGraph graph;
  graph::Importer importer(graph, /*strict=*/false);
  try {
    xport::ImportFormatOf({path}).read({path}, importer, nullptr);
    importer.Finish();
  } catch (const extract::InputError& error) {
    Check(!error.problems().empty(), "a fault has a place");
    for (const extract::Problem& problem : error.problems())
      Check(problem.where.line > 0, "a fault has a line");
    return;
  }
  for (const graph::ImportedGraph::Edge& edge : graph.edges) {
    Check(edge.source < graph.nodes.size() && edge.target < graph.nodes.size(),
          "an edge joins nodes");
    Check(edge.weight > 0 && edge.line > 0, "an edge has a weight and a line");
  }
}

}  // namespace
}  // namespace zhitu

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  zhitu::CheckGraphFile({reinterpret_cast<const char*>(data), size});
  return 0;
}

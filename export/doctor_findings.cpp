#include "export/doctor_findings.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "extract/characters.h"

namespace zhitu::xport {
namespace {

constexpr FindingSeverity kError = FindingSeverity::kError;
constexpr FindingSeverity kWarning = FindingSeverity::kWarning;
constexpr FindingSeverity kNote = FindingSeverity::kNote;

constexpr FindingKind kKinds[] = {
    // The bytes.
    {"encoding", kError, "NetworkX and igraph stop, Gephi shows wrong characters", "write UTF-8"},
    {"byte-order-mark", kWarning, "Python's json and some tables refuse it or read it as a letter",
     "leave it out"},
    {"control-character", kError, "Gephi, NetworkX and igraph stop", "leave it out"},
    // XML.
    {"xml-declaration", kNote, "readers guess the encoding",
     "begin with <?xml version=\"1.0\" encoding=\"UTF-8\"?>"},
    {"bare-character", kError, "every XML reader stops", "write &amp; for &, &lt; for <"},
    {"entity-unknown", kError, "every XML reader stops", "write the character itself"},
    {"tag-unclosed", kError, "every XML reader stops", "close elements in reverse order"},
    {"tag-unopened", kError, "every XML reader stops", "leave it out"},
    {"text-outside", kError, "every XML reader stops", "write one element and nothing around it"},
    {"attribute-broken", kError, "every XML reader stops",
     "write name=\"value\", each name once in an element"},
    {"prefix-undeclared", kError, "every XML reader stops",
     "declare it, as xmlns:viz=\"http://gexf.net/1.3/viz\" does"},
    {"namespace-missing", kError, "NetworkX stops", "say the namespace of the format"},
    {"namespace-unknown", kError, "NetworkX stops, and igraph where it is GraphML",
     "say the namespace of the format"},
    // Columns.
    {"key-after-graph", kError, "Gephi and NetworkX do not know the column yet",
     "declare all columns before the graph"},
    {"key-without-id", kError, "no value can name the column", "give it an id"},
    {"key-twice", kError, "the later declaration wins or the readers stop", "give each its own id"},
    {"key-without-name", kWarning, "igraph and NetworkX give it no name or another",
     "give it a name"},
    {"key-undeclared", kError, "Gephi drops the value, NetworkX stops", "declare the column"},
    {"key-for-all", kWarning, "igraph drops the column, graphology stops",
     "declare it for nodes and for edges"},
    {"key-for-graph", kWarning, "Gephi ignores it", "say it outside of the file"},
    {"key-case", kError, "Gephi merges the two columns", "give ids that differ in more than case"},
    {"key-reserved", kError, "Gephi drops the column or takes it for its own", "give another id"},
    {"name-twice", kError, "igraph stops; of two values in one element NetworkX keeps one",
     "give each column its own name"},
    {"label-not-read", kWarning, "Gephi shows the id instead", "call the column label"},
    {"weight-not-read", kWarning, "Gephi gives every edge weight 1", "call the column weight"},
    {"type-missing", kError, "Gephi and BGL complain, readers guess", "say the type"},
    {"type-unknown", kError, "Gephi drops the column, NetworkX stops",
     "use string, int, long, float, double or boolean"},
    {"type-of-gephi", kError, "NetworkX, igraph and graphology stop",
     "use string, int, long, float, double or boolean"},
    {"default-ignored", kWarning, "Gephi ignores defaults of its own columns",
     "write the value with each node or edge"},
    // Tables.
    {"header-missing", kError, "Gephi takes the first row for names",
     "begin with Id,Label or Source,Target"},
    {"header-name", kWarning, "Gephi does not know the column", "call it Source or Target"},
    {"separator", kNote, "some programs need what the ending says",
     "separate cells by commas, in .tsv by tabs"},
    {"row-ragged", kError, "Gephi drops the row or moves its cells", "give each row all cells"},
    {"quote", kError, "tables break at another place than was meant",
     "put the cell into quotes and write \"\" for a quote in it"},
    {"formula", kNote, "spreadsheets compute the cell", "put a letter or a quote before it"},
    // JSON.
    {"json-comment", kError, "every JSON reader stops", "leave it out"},
    {"json-quote", kError, "every JSON reader stops", "write double quotes"},
    {"json-word", kError, "JSON readers stop; Python alone takes NaN and Infinity",
     "write a number, a text, true, false or null"},
    {"json-mark", kError, "every JSON reader stops", "put one comma between members, none behind"},
    {"json-cut", kError, "every JSON reader stops", "close what was opened"},
    {"member-twice", kError, "JSON readers keep the last alone", "give each member its own name"},
    {"list-missing", kError, "NetworkX and D3 stop", "write both lists, even if empty"},
    {"element-kind", kError, "NetworkX and D3 stop", "write an object for each node and edge"},
    {"id-kinds", kError, "NetworkX takes 1 and \"1\" for two nodes", "write all ids as texts"},
    {"links-by-place", kError, "NetworkX and D3 of today take the places for ids",
     "name nodes by their ids"},
    {"value-nested", kNote, "tables and most programs cannot hold it",
     "write texts and numbers, a list as one text joined by |"},
    // Times.
    {"time", kError, "Gephi drops the time and complains", "write 1998, 1998-05 or 1998-05-17"},
    {"time-order", kError, "Gephi drops the time and complains", "let times end after they begin"},
    {"time-representation", kError, "Gephi drops the times and complains",
     "say timerepresentation timestamp or use start and end"},
    {"time-format", kError, "NetworkX stops, Gephi drops dates or takes them for numbers",
     "say timeformat date, also for times of day, or double"},
    {"interval-open", kWarning, "Gephi warns and closes it", "use start and end"},
    // GEXF.
    {"version", kWarning, "Gephi warns or takes the file for an old one", "say version 1.3"},
    {"parent-by-id", kError, "Gephi loses the hierarchy and complains",
     "write the parent as a value"},
    {"nested-nodes", kWarning, "Gephi loses the hierarchy",
     "put all nodes into one list and write the parent as a value"},
    {"id-type", kWarning, "Gephi warns", "say idtype string"},
    // Values.
    {"value-type", kError, "Gephi drops the value, NetworkX stops",
     "write what the column's type says"},
    {"boolean", kWarning, "Gephi reads it as false, NetworkX stops", "write true or false"},
    {"boolean-number", kWarning, "graphology reads 1 as false, BGL needs it",
     "write true or false"},
    {"infinity", kError, "Gephi drops the value", "write INF or -INF"},
    {"inf-in-text", kNote, "Gephi writes Infinity for INF inside texts", "use small letters"},
    {"weight-zero", kError, "Gephi drops the edge", "write a weight above 0"},
    {"weight-negative", kWarning, "Gephi warns; layouts and measures go wrong",
     "write a weight above 0"},
    {"weight", kError, "Gephi drops the edge or its weight",
     "write a number above 0 that a 32-bit float can hold"},
    {"position", kError, "Gephi places the node nowhere", "write finite numbers"},
    {"colour", kError, "Gephi stops or shows another colour, NetworkX stops",
     "write whole numbers from 0 to 255, or #rrggbb"},
    {"label-empty", kNote, "programs show the id or nothing", "give a label"},
    {"label-blank", kWarning, "Gephi shows no label at all", "give a label"},
    // Nodes and edges.
    {"id-empty", kError, "readers stop or merge such nodes", "give each node an id"},
    {"id-blanks", kWarning, "Gephi warns, others keep the blanks", "write no blanks around ids"},
    {"id-twice", kError, "Gephi and NetworkX merge the nodes", "give each node its own id"},
    {"value-lost", kError, "one of the two values is lost", "keep one of them"},
    {"edge-id-twice", kError, "Gephi drops the edge", "give each edge its own id"},
    {"end-missing", kError, "Gephi and NetworkX invent the node, igraph and D3 stop",
     "add the node"},
    {"end-empty", kError, "Gephi stops without saying why", "name both ends of an edge"},
    {"edge-before-node", kWarning, "Gephi invents the node first", "put nodes before edges"},
    {"nested-graph", kError, "Gephi loses the edges inside", "put all nodes into one graph"},
    {"hyperedge", kError, "Gephi, NetworkX and igraph stop or drop it",
     "write a node joined to each end"},
    {"self-loop", kNote, "some layouts and programs drop it", "check that it is meant"},
    {"parallel-edges", kWarning, "Gephi merges them and sums the weights",
     "give each its own kind"},
    {"parallel-directions", kWarning,
     "Gephi makes one edge of both, with the direction of the first", "give each its own kind"},
    {"direction-missing", kError, "BGL stops, others guess", "say directed or undirected"},
    {"direction", kError, "Gephi drops the edge or warns, NetworkX stops",
     "write directed or undirected"},
    {"mixed-directions", kError, "NetworkX stops, igraph takes all for one kind",
     "make all directed and mark the undirected ones"},
};

const FindingKind& KindNamed(std::string_view name) {
  const auto* const kind = std::ranges::find(kKinds, name, &FindingKind::name);
  if (kind == std::end(kKinds)) throw std::invalid_argument("no such finding");
  return *kind;
}

}  // namespace

std::string_view SeverityName(FindingSeverity severity) {
  if (severity == kError) return "error";
  return severity == kWarning ? "warning" : "note";
}

std::span<const FindingKind> FindingKinds() { return kKinds; }

std::size_t DoctorFindings::BeginFile(std::string path, std::string_view text) {
  const std::size_t base = files_.empty() ? 0 : files_.back().base + files_.back().size + 1;
  files_.push_back({std::move(path), base, text.size(), extract::OffsetIndex(text)});
  return base;
}

const DoctorFindings::File& DoctorFindings::FileOf(std::size_t at) const {
  const auto next = std::ranges::upper_bound(files_, at, {}, &File::base);
  if (next == files_.begin()) throw std::logic_error("a finding without a file");
  return *std::prev(next);
}

void DoctorFindings::Add(std::string_view kind, std::size_t at, std::string_view what) {
  const FindingKind& found = KindNamed(kind);
  any_ = any_ || found.severity != kNote;
  if (++counts_[found.name] > kMostOfAKind) return;
  std::string line(what);
  line.append("; ").append(found.effect).append("; ").append(found.remedy);
  kept_.push_back({FileOf(at).base, {&found, {PlaceOf(at), std::move(line)}}});
}

extract::SourcePosition DoctorFindings::PlaceOf(std::size_t at) const {
  const File& file = FileOf(at);
  const extract::LineColumn place = file.index.Position(std::min(at - file.base, file.size));
  return {file.path, place.line, place.column};
}

void DoctorFindings::Refuse(std::size_t at, std::string what) const {
  throw extract::InputError(PlaceOf(at), std::move(what));
}

std::vector<DoctorFinding> DoctorFindings::List() const {
  std::vector<const Kept*> order;
  order.reserve(kept_.size());
  for (const Kept& kept : kept_) order.push_back(&kept);
  std::ranges::stable_sort(order, {}, [](const Kept* kept) {
    const extract::SourcePosition& where = kept->finding.problem.where;
    return std::tuple(kept->file, where.line, where.column);
  });
  std::vector<DoctorFinding> findings;
  findings.reserve(order.size());
  for (const Kept* kept : order) findings.push_back(kept->finding);
  return findings;
}

}  // namespace zhitu::xport

#include "export/mend_graph.h"

#include "export/mend_columns.h"
#include "export/mend_elements.h"
#include "export/mend_times.h"
#include "export/mend_values.h"

namespace zhitu::xport {

void MendGraph(LooseGraph& graph, const MendRules& rules, DoctorFindings& findings) {
  MendColumns(graph, rules, findings);
  MendValues(graph, rules, findings);
  MendTimes(graph, findings);
  MendElements(graph, rules, findings);
}

}  // namespace zhitu::xport

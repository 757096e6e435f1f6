#pragma once

#include <string>

#include "export/doctor_findings.h"

namespace zhitu {

/// What was found, as `LINE:COLUMN FINDING` with a blank between two, for tables of tests.
inline std::string ShownFindings(const xport::DoctorFindings& findings) {
  std::string shown;
  for (const xport::DoctorFinding& finding : findings.List()) {
    const extract::SourcePosition& where = finding.problem.where;
    if (!shown.empty()) shown += ' ';
    shown += std::to_string(where.line) + ':' + std::to_string(where.column) + ' ' +
             std::string(finding.kind->name);
  }
  return shown;
}

}  // namespace zhitu

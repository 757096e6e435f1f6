#pragma once

#include <string>
#include <string_view>

#include "export/doctor_findings.h"

namespace zhitu::xport {

/// Makes a text that can be read of any bytes, and tells what was wrong with them: GBK is decoded,
/// and UTF-16 with a byte order mark; ill-formed UTF-8 and the control characters that XML cannot
/// hold become U+FFFD, a byte order mark is left out. Lines and columns stay as they were. O(n).
///
/// @param path      for the findings.
/// @param findings  gets them; the file's places are those of what is returned.
/// @param text      gets the text, and must live as long as faults are added.
/// @return          what `DoctorFindings::BeginFile` gave.
std::size_t ReadLooseText(const std::string& path, std::string bytes, DoctorFindings& findings,
                          std::string& text);

/// True for a character that no XML text may hold.
bool IsForbiddenInXml(char32_t c);

}  // namespace zhitu::xport

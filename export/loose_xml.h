#pragma once

#include <string_view>

#include "export/doctor_findings.h"
#include "export/xml_reader.h"

namespace zhitu::xport {

/// Reads XML that need not be well formed, as far as it can be guessed what was meant: `&` and `<`
/// may stand bare, entities may be unknown, elements may not be closed or never have been opened,
/// attributes may lack quotes or stand twice, a file may end anywhere. Nothing is declared and
/// nothing else is read. O(n).
///
/// @param text      what `ReadLooseText` gave; its places are those of `findings`.
/// @param handler   is told of elements as by `ReadXml`; each that begins ends.
/// @param findings  gets what is not well formed.
/// @throws extract::InputError  if elements are nested deeper than 100.
/// @throws what `handler` throws.
void ReadLooseXml(std::string_view text, DoctorFindings& findings, XmlHandler& handler);

}  // namespace zhitu::xport

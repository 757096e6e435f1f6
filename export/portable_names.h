#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/text_buffer.h"

namespace zhitu::xport {

/// An id as every format writes it: the same in all of them, so that files can be joined.
/// An id that XML can hold is left alone. In others the unfit characters become U+FFFD and `~` and
/// the first 16 hex digits of the true id's XXH3-128 follow, so that two of them stay two.
std::string PortableId(std::string_view id);

/// Appends `PortableId(id)`, escaped as `AppendXml` does for attributes.
void AppendXmlId(TextBuffer& out, std::string_view id);

/// Names of attributes that any importer keeps apart, one for each of `names`, in their order.
/// A name is left alone unless it is empty, has characters XML cannot hold or blanks at its ends,
/// or equals, but for the case of ASCII letters, one of `taken` or an earlier one; `_` is then put
/// behind it until it differs.
///
/// @param names  true names, any text.
/// @param taken  names that mean something else to an importer, in lower case.
std::vector<std::string> PortableNames(std::span<const std::string> names,
                                       std::span<const std::string_view> taken);

/// The text with ASCII capitals made small; all else stays.
std::string LowerAscii(std::string_view text);

}  // namespace zhitu::xport

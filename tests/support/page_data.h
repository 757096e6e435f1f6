#pragma once

#include <rapidjson/document.h>

#include <string>
#include <vector>

namespace zhitu::xport {

// All data elements of a page of one kind, read as JSON; a failure for one that is none.
std::vector<rapidjson::Document> PageDataOf(const std::string& page, const std::string& kind);

// A column of all parts of a table as text: JSON values joined by spaces, the usual value where a
// part leaves the column out.
std::string PageColumnOf(const std::vector<rapidjson::Document>& parts, const std::string& column,
                         const std::string& usual);

// A value as JSON.
std::string JsonOf(const rapidjson::Value& value);

}  // namespace zhitu::xport

#pragma once

#include <string>
#include <string_view>

namespace zhitu::extract {

// Loads a dictionary file of this name with these bytes and checks what came of it: entities that
// keep the contract, or faults with places in the file.
void CheckDictionary(const std::string& name, std::string_view bytes);

}  // namespace zhitu::extract

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extract/given_mentions.h"
#include "extract/statement_trainer.h"

namespace zhitu {

// Lines of gold with triples: works that somebody wrote, directed, or only saw.
std::string ToldGold(std::size_t count = 60);

// Documents of lines of gold in any form that holds its text.
std::vector<extract::GivenDocument> GivenTexts(const std::string& gold);

// The texts of `ToldGold`.
std::vector<extract::StatementText> ToldTexts(std::size_t count = 60);

}  // namespace zhitu

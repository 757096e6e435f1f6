#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extract/tagger_trainer.h"

namespace zhitu {

// A text in which names are marked as [TYPE name]: `[PER 张三]去了[LOC 郑州]`.
extract::TrainingText MarkedText(const std::string& marked);

// Small texts with persons and places, enough to learn from.
std::vector<extract::TrainingText> MarkedTexts(std::size_t count = 60);

// The same as lines of gold.
std::string MarkedGold(std::size_t count = 60);

}  // namespace zhitu

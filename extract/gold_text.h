#pragma once

#include <string>
#include <vector>

#include "extract/annotation.h"
#include "extract/gold_sources.h"
#include "extract/tagger_trainer.h"

namespace zhitu::extract {

/// The texts of gold with their outermost names, as a tagger learns from them. References (nominal
/// and pronoun) are left out. Lines in the form of `zhitu extract` do not hold their text, so it is
/// read from `sources`; each file once. Lines with triples are left out: they do not tell all
/// names.
///
/// @throws InputError  with the first fault of each bad line: names that overlap without one lying
///                     inside the other, two types of one span, a type with control characters, a
///                     text that is not what the line says of it; also if there is no name at all
///                     and no statement.
/// @throws IoError     if a text cannot be read.
std::vector<TrainingText> TrainingTexts(const AnnotationFile& gold, const GoldSources& sources);

}  // namespace zhitu::extract

#pragma once

#include <span>

#include "extract/tagger_model.h"
#include "extract/tagger_trainer.h"

namespace zhitu::extract {

/// Learns which of the surface forms that texts mark are names where they stand (`SurfaceChooser`):
/// a logistic regression over all places of the forms, whose counts come from the other nine tenths
/// of the texts. Of the options it uses the seed, the passes, the threads and `progress`; the same
/// texts, seed and passes give the same model.
///
/// @throws UsageError  as `TrainTagger`.
TaggerModel TrainSurfaces(std::span<const TrainingText> texts, const TrainingOptions& options,
                          TrainingCounts& counts);

}  // namespace zhitu::extract

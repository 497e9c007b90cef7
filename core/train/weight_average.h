// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/trainable.h"

#include <functional>

namespace quantloupe {

/// Moves the parameters of `average` towards those of `network` after a step. A step's weights
/// count half after `halfLife` pictures, or after a twentieth of all pictures seen where that is
/// less, so that the start is forgotten (Karras et al. 2020, "Training Generative Adversarial
/// Networks with Limited Data", appendix; the ramp is that of their code).
void updateAverage(const Trainable &average, const Trainable &network, double halfLife, int batch,
                   std::int64_t stepsDone);

/// Sets the running statistics to their mean over `batches` passes: those of averaged weights are
/// not the average of statistics. `input` gives the batch of an index.
void reestimateStatistics(const Trainable &network, int batches,
                          const std::function<NetworkInput(std::int64_t)> &input);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/input_batch.h"
#include "session/sensitivity_request.h"

#include <vector>

namespace quantloupe {

/// Of the request's count, or as many as it names.
std::size_t samplesPerRepeat(const SensitivityRequest &request);

/// The latents of one repeat, by micro-batches: those of different repeats are disjoint.
std::vector<BatchSamples> sweepBatches(const SensitivityRequest &request, int repeat);

} // namespace quantloupe

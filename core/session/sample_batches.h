// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/input_batch.h"
#include "session/requests.h"

#include <vector>

namespace quantloupe {

/// The samples of a request in its order, by micro-batches. Throws Error{Internal} where the
/// blends are neither none nor one for each sample.
std::vector<BatchSamples> microBatches(const CompareRequest &request);

/// The one sample at a position of the request's source.
BatchSamples oneSample(const SampleSource &source, std::size_t position);

/// What the network is fed for `batch`; see inputBatch().
ProgramInputs batchInputs(const CompareRequest &request, const BatchSamples &batch);

} // namespace quantloupe

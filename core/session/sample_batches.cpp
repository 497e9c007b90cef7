// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sample_batches.h"

#include "base/error.h"

namespace quantloupe {

namespace {

void append(BatchSamples &batch, const SampleSource &source, std::size_t position)
{
    batch.samples.push_back(source.samples.at(position));
    if (!source.blends.empty())
        batch.blends.push_back(source.blends.at(position));
}

} // namespace

std::vector<BatchSamples> microBatches(const CompareRequest &request)
{
    const std::size_t size = microBatchFor(*request.generator, request.execution.microBatch);
    const SampleSource &source = request.source;
    if (!source.blends.empty() && source.blends.size() != source.samples.size())
        throw Error(ErrorKind::Internal, "There must be one blend for each sample, or none.");
    std::vector<BatchSamples> batches;
    for (std::size_t i = 0; i < source.samples.size(); ++i) {
        if (i % size == 0)
            batches.push_back({source.role, {}, {}});
        append(batches.back(), source, i);
    }
    return batches;
}

BatchSamples oneSample(const SampleSource &source, std::size_t position)
{
    BatchSamples batch{source.role, {}, {}};
    append(batch, source, position);
    return batch;
}

ProgramInputs batchInputs(const CompareRequest &request, const BatchSamples &batch)
{
    return inputBatch(*request.generator, request.plan,
                      {request.source.latents, request.source.images, request.source.labels},
                      batch);
}

} // namespace quantloupe

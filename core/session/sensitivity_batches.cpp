// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sensitivity_batches.h"

#include <algorithm>

namespace quantloupe {

namespace {

/// The samples that the request names.
std::vector<BatchSamples> namedBatches(const SampleSource &source, std::size_t size)
{
    std::vector<BatchSamples> batches;
    for (std::size_t i = 0; i < source.samples.size(); i += size) {
        const auto first = static_cast<std::ptrdiff_t>(i);
        const auto last = static_cast<std::ptrdiff_t>(std::min(i + size, source.samples.size()));
        batches.push_back(
            {source.role, {source.samples.begin() + first, source.samples.begin() + last}, {}});
        if (!source.blends.empty())
            batches.back().blends = {source.blends.begin() + first, source.blends.begin() + last};
    }
    return batches;
}

} // namespace

std::size_t samplesPerRepeat(const SensitivityRequest &request)
{
    return request.samples ? request.samples->samples.size() : request.count;
}

std::vector<BatchSamples> sweepBatches(const SensitivityRequest &request, int repeat)
{
    const std::size_t size = microBatchFor(*request.generator, request.execution.microBatch);
    if (request.samples)
        return namedBatches(*request.samples, size);
    const std::uint64_t first = static_cast<std::uint64_t>(repeat) * request.count;
    std::vector<BatchSamples> batches;
    for (std::size_t i = 0; i < request.count; i += size) {
        batches.push_back({StreamRole::Sweep, {}, {}});
        for (std::size_t j = i; j < std::min(i + size, request.count); ++j)
            batches.back().samples.push_back({request.seed, first + j});
    }
    return batches;
}

bool isSwept(MetricKind metric)
{
    return metric == MetricKind::OutputSqnr || metric == MetricKind::Psnr ||
           metric == MetricKind::Ssim;
}

} // namespace quantloupe

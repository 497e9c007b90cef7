// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sensitivity_batches.h"

#include <algorithm>

namespace quantloupe {

std::vector<BatchSamples> sweepBatches(const SensitivityRequest &request, int repeat)
{
    const std::size_t size = microBatchFor(*request.generator, request.execution.microBatch);
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

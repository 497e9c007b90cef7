// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/calibration.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace quantloupe {

int calibrationCount(const Generator &generator, const CalibrationPlan &calibration,
                     const GivenInputs &given)
{
    if (!generator.info.isImageToImage())
        return calibration.count;
    const int most =
        given.images && !given.images->empty() ? static_cast<int>(given.images->size()) : 16;
    return std::min({calibration.count, most, 16});
}

std::vector<ActivationHistogram> calibrate(const Generator &generator, const SamplingPlan &plan,
                                           const CalibrationPlan &calibration,
                                           const GivenInputs &given, int microBatch,
                                           const RunContext &context)
{
    std::vector<ActivationHistogram> histograms(generator.program.layers.size());
    const LayerObserver observer = [&](const Step &step, const at::Tensor &input,
                                       const at::Tensor &) {
        if (!input.defined() || input.scalar_type() != at::kFloat)
            return;
        const at::Tensor plain = input.contiguous();
        histograms[static_cast<std::size_t>(step.layer)].add(
            {plain.data_ptr<float>(), static_cast<std::size_t>(plain.numel())});
    };
    // Given latents are for measuring; calibration draws its own. Given pictures are all there is.
    const GivenInputs pictures{nullptr, given.images};
    const auto count = static_cast<std::uint64_t>(calibrationCount(generator, calibration, given));
    const std::uint64_t step = microBatchFor(generator, microBatch);
    Executor executor(generator.program);
    for (std::uint64_t begin = 0; begin < count; begin += step) {
        context.advance(static_cast<double>(begin) / static_cast<double>(count));
        BatchSamples batch{StreamRole::Calibration, {}, {}};
        for (std::uint64_t i = begin; i < std::min(count, begin + step); ++i)
            batch.samples.push_back({calibration.seed, i});
        executor.run(inputBatch(generator, plan, pictures, batch), {}, context, observer);
    }
    context.advance(1);
    return histograms;
}

} // namespace quantloupe

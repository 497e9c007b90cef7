// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/calibration.h"

#include "data/held_out.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <span>
#include <utility>

namespace quantloupe {

namespace {

constexpr std::size_t kHeldOutPictures = 4;
constexpr std::size_t kHeldOutSamples = 64;

/// Divides a layer's input among the samples of a micro-batch; one that does not depend on the
/// sample is every sample's.
class SampleObserver
{
public:
    SampleObserver(std::vector<ActivationHistogram> &histograms, std::size_t first,
                   std::size_t samples, std::size_t rows)
        : m_histograms(histograms), m_first(first), m_samples(samples), m_rows(rows)
    {
    }

    void see(int layer, std::span<const float> values) const
    {
        ActivationHistogram &histogram = m_histograms[static_cast<std::size_t>(layer)];
        const bool isDivided = values.size() % m_rows == 0;
        const std::size_t size = isDivided ? values.size() / m_rows : values.size();
        for (std::size_t row = 0; row * size < values.size(); ++row)
            // Rows beyond the samples fill a fixed batch up by repeating the last one.
            histogram.add(values.subspan(row * size, size), m_first + std::min(row, m_samples - 1));
    }

private:
    std::vector<ActivationHistogram> &m_histograms;
    std::size_t m_first;
    std::size_t m_samples;
    std::size_t m_rows;
};

void observe(const Program &program, const ProgramInputs &inputs, const Overlay &network,
             const RunContext &context, const SampleObserver &samples)
{
    const LayerObserver observer = [&](const Step &step, const at::Tensor &input,
                                       const at::Tensor &) {
        if (!input.defined() || input.scalar_type() != at::kFloat)
            return;
        const at::Tensor plain = input.contiguous();
        samples.see(step.layer, {plain.data_ptr<float>(), static_cast<std::size_t>(plain.numel())});
    };
    Executor(program).run(inputs, network, context, observer);
}

struct Stream
{
    StreamRole role = StreamRole::Calibration;
    std::uint64_t seed = 0;
};

/// The samples of the stream from the first to before the second end of `range`, appended.
void appendBatches(const Stream &stream, const GivenInputs &given,
                   std::pair<std::size_t, std::size_t> range, std::size_t step,
                   std::vector<CalibrationBatch> &batches)
{
    const auto [begin, end] = range;
    std::size_t done =
        batches.empty() ? 0 : batches.back().first + batches.back().samples.samples.size();
    for (std::size_t at = begin; at < end; at += step) {
        CalibrationBatch batch{given, {stream.role, {}, {}}, done};
        for (std::size_t i = at; i < std::min(end, at + step); ++i)
            batch.samples.samples.push_back({stream.seed, i});
        done += batch.samples.samples.size();
        batches.push_back(std::move(batch));
    }
}

} // namespace

std::vector<ActivationHistogram> observeActivations(const Generator &generator,
                                                    const SamplingPlan &plan,
                                                    const std::vector<CalibrationBatch> &batches,
                                                    const Overlay &network,
                                                    const RunContext &context)
{
    std::vector<ActivationHistogram> histograms(generator.program.layers.size());
    const double all =
        batches.empty()
            ? 1
            : static_cast<double>(batches.back().first + batches.back().samples.samples.size());
    for (const CalibrationBatch &batch : batches) {
        context.advance(static_cast<double>(batch.first) / all);
        const ProgramInputs inputs = inputBatch(generator, plan, batch.given, batch.samples);
        observe(generator.program, inputs, network, context,
                {histograms, batch.first, batch.samples.samples.size(), inputs.sampleKeys.size()});
    }
    context.advance(1);
    return histograms;
}

CalibrationCounts calibrationCounts(const Generator &generator, const CalibrationPlan &calibration,
                                    const GivenInputs &given)
{
    const auto count = static_cast<std::size_t>(calibration.count);
    if (!generator.info.isImageToImage())
        return {0, count};
    const std::size_t all = std::min(count, std::size_t{kMostCalibrationPictures});
    const std::size_t pictures = given.images ? given.images->size() : 0;
    if (pictures == 0 || calibration.inputs == CalibrationInputs::Drawn)
        return {0, all};
    if (calibration.inputs == CalibrationInputs::Given)
        return {std::min(all, pictures), 0};
    const std::size_t half = std::min((all + 1) / 2, pictures);
    return {half, all - half};
}

std::vector<CalibrationBatch> calibrationBatches(const Generator &generator,
                                                 const CalibrationPlan &calibration,
                                                 const GivenInputs &given, int microBatch)
{
    const CalibrationCounts counts = calibrationCounts(generator, calibration, given);
    const std::size_t step = microBatchFor(generator, microBatch);
    std::vector<CalibrationBatch> batches;
    // Given latents are for measuring; calibration draws its own.
    const Stream stream{StreamRole::Calibration, calibration.seed};
    appendBatches(stream, {nullptr, given.images}, {0, counts.pictures}, step, batches);
    appendBatches(stream, {}, {0, counts.drawn}, step, batches);
    return batches;
}

std::vector<CalibrationBatch> heldOutBatches(const Generator &generator,
                                             const CalibrationPlan &calibration, std::size_t count,
                                             int microBatch)
{
    const auto begin = static_cast<std::size_t>(calibration.count);
    std::vector<CalibrationBatch> batches;
    appendBatches({StreamRole::Calibration, calibration.seed}, {}, {begin, begin + count},
                  microBatchFor(generator, microBatch), batches);
    return batches;
}

std::vector<ActivationHistogram> calibrate(const Generator &generator, const SamplingPlan &plan,
                                           const CalibrationPlan &calibration,
                                           const GivenInputs &given, int microBatch,
                                           const RunContext &context)
{
    return observeActivations(generator, plan,
                              calibrationBatches(generator, calibration, given, microBatch), {},
                              context);
}

std::size_t heldOutCount(const Generator &generator)
{
    return generator.info.isImageToImage() ? kHeldOutPictures : kHeldOutSamples;
}

std::vector<ActivationHistogram> observeHeldOut(const Generator &generator,
                                                const SamplingPlan &plan,
                                                const CalibrationPlan &calibration, int microBatch,
                                                const RunContext &context)
{
    std::vector<CalibrationBatch> batches;
    appendBatches({kHeldOutStream, calibration.seed}, {}, {0, heldOutCount(generator)},
                  microBatchFor(generator, microBatch), batches);
    return observeActivations(generator, plan, batches, {}, context);
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pair_source.h"

#include "engine/picture.h"
#include "engine/tensor_values.h"
#include "image/image_metrics.h"
#include "session/sample_batches.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <span>

namespace quantloupe {

namespace {

bool areFinite(std::span<const float> values)
{
    return std::ranges::all_of(values, [](float value) { return std::isfinite(value); });
}

void append(SampledPictures &pictures, const at::Tensor &output, std::size_t sample,
            ValueRange range)
{
    pictures.images.push_back(toImage(output, static_cast<std::int64_t>(sample), range));
    pictures.broken += areFinite(valuesOf(output, sample)) ? 0 : 1;
}

} // namespace

struct PairSource::Outputs
{
    at::Tensor pictures;
    /// Outputs of the layers' uses in execution order, and whose they are.
    std::vector<at::Tensor> values;
    std::vector<std::size_t> layers;
};

PairSource::PairSource(const CompareRequest &request, std::uint64_t seed, LaneCaches &caches,
                       const CalibratedSites &sites, const RunContext &context)
    : m_request(request),
      m_generator(*request.generator),
      m_seed(seed),
      m_overlay(buildOverlay(m_generator, request.config, sites, caches.weights, context))
{
    m_facts.microBatch = static_cast<int>(microBatchFor(m_generator, request.execution.microBatch));
}

BatchSamples PairSource::batch(std::uint64_t first, std::size_t count) const
{
    BatchSamples samples{StreamRole::Evaluation, {}, {}};
    const auto &images = m_request.source.images;
    for (std::uint64_t i = 0; i < count; ++i) {
        // Estimates take the time of more samples than there may be pictures.
        const bool isGiven = images && !images->empty();
        const std::uint64_t index = isGiven ? (first + i) % images->size() : first + i;
        samples.samples.push_back({m_seed, index});
    }
    return samples;
}

PairSource::Outputs PairSource::run(const ProgramInputs &inputs, const Overlay &overlay,
                                    bool layers, const RunContext &context)
{
    PrefixCache *cache = m_request.execution.useCache ? &m_prefix : nullptr;
    Executor executor(m_generator.program, cache);
    Outputs outputs;
    LayerObserver observer;
    const std::int64_t rows = static_cast<std::int64_t>(inputs.sampleKeys.size());
    if (layers)
        observer = [&](const Step &step, const at::Tensor &, const at::Tensor &output) {
            // What does not depend on the input has no error either.
            if (output.numel() % rows != 0)
                return;
            outputs.values.push_back(output.to(at::kFloat).contiguous());
            outputs.layers.push_back(static_cast<std::size_t>(step.layer));
        };
    outputs.pictures =
        pictureTensor(executor.run(inputs, overlay, context, observer), m_generator.info.output);
    // Modulated convolutions hold their samples as groups of one.
    for (at::Tensor &values : outputs.values)
        values = values.reshape({outputs.pictures.size(0), -1});
    m_facts.stepsRun += executor.stats().stepsRun;
    m_facts.stepsSkipped += executor.stats().stepsSkipped;
    return outputs;
}

SampledPairs PairSource::pairs(std::uint64_t first, std::size_t count, const PairNumbers &numbers,
                               const RunContext &context)
{
    SampledPairs result;
    const auto size = static_cast<std::size_t>(m_facts.microBatch);
    for (std::size_t done = 0; done < count; done += size)
        addPairs(batch(first + done, std::min(size, count - done)), numbers, context, result);
    return result;
}

void PairSource::addPairs(const BatchSamples &batch, const PairNumbers &numbers,
                          const RunContext &context, SampledPairs &result)
{
    const ProgramInputs inputs = batchInputs(m_request, batch);
    const Outputs reference = run(inputs, {}, numbers.layers, context);
    const Outputs quantized = run(inputs, m_overlay.layers, numbers.layers, context);
    m_prefix.clear();
    const ValueRange range = m_request.plan.outputRange;
    for (std::size_t i = 0; i < batch.samples.size(); ++i) {
        append(result.reference, reference.pictures, i, range);
        append(result.quantized, quantized.pictures, i, range);
        PairedSample sample;
        sample.output =
            errorEnergy(valuesOf(reference.pictures, i), valuesOf(quantized.pictures, i));
        const Image &a = result.reference.images.back();
        const Image &b = result.quantized.images.back();
        // A picture of values that are not finite is painted black; its distance means nothing.
        if (numbers.psnr && sample.output.isFinite())
            sample.psnr = psnr(a, b);
        if (numbers.ssim && sample.output.isFinite())
            sample.ssim = ssim(a, b);
        if (numbers.layers)
            sample.layers.resize(m_generator.info.layers.size());
        for (std::size_t use = 0; use < reference.values.size(); ++use) {
            const ErrorEnergy energy =
                errorEnergy(valuesOf(reference.values[use], i), valuesOf(quantized.values[use], i));
            ErrorEnergy &layer = sample.layers.at(reference.layers[use]);
            layer.signal += energy.signal;
            layer.error += energy.error;
        }
        result.samples.push_back(std::move(sample));
    }
}

SampledPictures PairSource::reference(std::uint64_t first, std::size_t count,
                                      const RunContext &context)
{
    SampledPictures result;
    const auto size = static_cast<std::size_t>(m_facts.microBatch);
    for (std::size_t done = 0; done < count; done += size) {
        const BatchSamples samples = batch(first + done, std::min(size, count - done));
        const Outputs outputs = run(batchInputs(m_request, samples), {}, false, context);
        m_prefix.clear();
        for (std::size_t i = 0; i < samples.samples.size(); ++i)
            append(result, outputs.pictures, i, m_request.plan.outputRange);
    }
    return result;
}

} // namespace quantloupe

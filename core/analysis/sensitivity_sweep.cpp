// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/sensitivity_sweep.h"

#include "engine/picture.h"
#include "engine/tensor_values.h"
#include "image/image_metrics.h"

#include <ATen/ATen.h>

#include <utility>

namespace quantloupe {

namespace {

/// Of [batch, channels, height, width], contiguous.
at::Tensor cropped(const at::Tensor &pictures, const PixelRect &region)
{
    return pictures.narrow(2, region.top, region.height)
        .narrow(3, region.left, region.width)
        .contiguous();
}

} // namespace

SensitivitySweep::SensitivitySweep(SweepInputs inputs) : m_inputs(std::move(inputs))
{
    for (const BatchSamples &samples : m_inputs.batches) {
        m_batches.emplace_back();
        m_batches.back().inputs =
            inputBatch(m_inputs.generator, m_inputs.plan, m_inputs.given, samples);
    }
}

void SensitivitySweep::setReference(Batch &batch, const at::Tensor &output,
                                    std::size_t samples) const
{
    batch.reference = output;
    for (std::size_t i = 0; m_inputs.metric != MetricKind::OutputSqnr && i < samples; ++i)
        batch.pictures.push_back(
            toImage(output, static_cast<std::int64_t>(i), m_inputs.plan.outputRange));
}

at::Tensor SensitivitySweep::run(Batch &batch, const Overlay &overlay, const RunContext &context)
{
    Executor executor(m_inputs.generator.program, batch.cache ? &*batch.cache : nullptr);
    const at::Tensor output =
        pictureTensor(executor.run(batch.inputs, overlay, context), m_inputs.generator.info.output);
    m_stats.stepsRun += executor.stats().stepsRun;
    m_stats.stepsSkipped += executor.stats().stepsSkipped;
    return m_inputs.region ? cropped(output, *m_inputs.region) : output;
}

void SensitivitySweep::start(const Overlay &trunk, const RunContext &context)
{
    m_trunk = &trunk;
    m_keepsAll = true;
    for (std::size_t b = 0; b < m_batches.size(); ++b) {
        context.advance(static_cast<double>(b) / static_cast<double>(m_batches.size()));
        Batch &batch = m_batches[b];
        batch.cache.reset();
        if (m_inputs.cacheBytes > 0 && m_keepsAll)
            fill(batch, {}, context);
        if (!batch.reference.defined())
            setReference(batch, run(batch, {}, context), m_inputs.batches[b].samples.size());
        if (b == 0 && batch.cache)
            measureFirst(batch);
    }
}

void SensitivitySweep::measureFirst(Batch &batch)
{
    m_keepsAll =
        batch.cache->drops() == 0 && batch.cache->bytes() * m_batches.size() <= m_inputs.cacheBytes;
    if (!m_keepsAll)
        batch.cache.reset();
}

void SensitivitySweep::fill(Batch &batch, std::optional<std::size_t> layer,
                            const RunContext &context)
{
    batch.cache.emplace(m_inputs.cacheBytes);
    if (!layer) {
        run(batch, *m_trunk, context);
    } else {
        Executor executor(m_inputs.generator.program, &*batch.cache);
        executor.observe(static_cast<int>(*layer), batch.inputs, *m_trunk, context,
                         [](const Step &, const at::Tensor &, const at::Tensor &) {});
        m_stats.stepsRun += executor.stats().stepsRun;
    }
    // Nobody asks again for what a variant computes behind its layer; kept, it would push the
    // trunk's values out, and be written to memory that no core has at hand.
    batch.cache->freeze();
}

std::vector<std::vector<PairedSample>> SensitivitySweep::measure(std::size_t layer,
                                                                 std::span<const Overlay> variants,
                                                                 const RunContext &context)
{
    std::vector<std::vector<PairedSample>> samples(variants.size());
    for (std::size_t b = 0; b < m_batches.size(); ++b) {
        context.advance(static_cast<double>(b) / static_cast<double>(m_batches.size()));
        Batch &batch = m_batches[b];
        const bool isFilledNow = m_inputs.cacheBytes > 0 && !batch.cache;
        if (isFilledNow)
            fill(batch, layer, context);
        for (std::size_t v = 0; v < variants.size(); ++v)
            addSamples(batch, b, run(batch, variants[v], context), samples[v]);
        if (isFilledNow)
            batch.cache.reset();
    }
    return samples;
}

void SensitivitySweep::addSamples(const Batch &batch, std::size_t index, const at::Tensor &output,
                                  std::vector<PairedSample> &samples) const
{
    for (std::size_t i = 0; i < m_inputs.batches[index].samples.size(); ++i) {
        PairedSample sample;
        sample.output = errorEnergy(valuesOf(batch.reference, i), valuesOf(output, i));
        // A picture of values that are not finite is painted black; its distance means nothing.
        if (!batch.pictures.empty() && sample.output.isFinite()) {
            const Image picture =
                toImage(output, static_cast<std::int64_t>(i), m_inputs.plan.outputRange);
            if (m_inputs.metric == MetricKind::Psnr)
                sample.psnr = psnr(batch.pictures[i], picture);
            else
                sample.ssim = ssim(batch.pictures[i], picture);
        }
        samples.push_back(std::move(sample));
    }
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/sensitivity_sweep.h"

#include "engine/picture.h"
#include "image/image_metrics.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace quantloupe {

namespace {

std::span<const float> valuesOf(const at::Tensor &tensor, std::size_t sample)
{
    const auto size = static_cast<std::size_t>(tensor.numel() / tensor.size(0));
    return {tensor.data_ptr<float>() + sample * size, size};
}

} // namespace

SensitivitySweep::SensitivitySweep(SweepInputs inputs, const RunContext &context)
    : m_inputs(std::move(inputs))
{
    const bool paints = m_inputs.metric != MetricKind::OutputSqnr;
    for (std::size_t b = 0; b < m_inputs.batches.size(); ++b) {
        const BatchSamples &samples = m_inputs.batches[b];
        context.advance(static_cast<double>(b) / static_cast<double>(m_inputs.batches.size()));
        Batch batch{inputBatch(m_inputs.generator, m_inputs.plan, {}, samples), {}, {}, {}};
        if (b == 0)
            openCache(batch, {}, context);
        batch.reference = run(batch, {}, context);
        for (std::size_t i = 0; paints && i < samples.samples.size(); ++i)
            batch.pictures.push_back(toImage(batch.reference, static_cast<std::int64_t>(i),
                                             m_inputs.plan.outputRange));
        m_batches.push_back(std::move(batch));
    }
}

void SensitivitySweep::openCache(const Batch &batch, const Overlay &trunk,
                                 const RunContext &context)
{
    if (m_inputs.cacheBytes == 0)
        return;
    m_cache.emplace(m_inputs.cacheBytes);
    run(batch, trunk, context);
    m_batchBytes = m_cache->bytes();
    // No more than what is asked for again and one variant's values, whose memory is then used
    // for the next one's.
    m_cache.emplace(std::min(m_inputs.cacheBytes, m_batchBytes * (m_inputs.batches.size() + 1)));
}

at::Tensor SensitivitySweep::run(const Batch &batch, const Overlay &overlay,
                                 const RunContext &context)
{
    Executor executor(m_inputs.generator.program, cache());
    const at::Tensor output = pictureTensor(executor.run(batch.inputs, overlay, context),
                                            m_inputs.generator.info.output);
    m_stats.stepsRun += executor.stats().stepsRun;
    m_stats.stepsSkipped += executor.stats().stepsSkipped;
    return output;
}

void SensitivitySweep::start(const Overlay &trunk, const RunContext &context)
{
    const bool holdsFloat = !m_trunk;
    m_trunk = &trunk;
    if (!cache())
        return;
    for (Batch &batch : m_batches)
        batch.keys = valueKeys(m_inputs.generator.program, batch.inputs.key, trunk);
    if (trunk.empty() && holdsFloat)
        return;
    openCache(m_batches.front(), trunk, context);
    for (std::size_t b = 0; b < m_batches.size() && !warms(); ++b) {
        context.advance(static_cast<double>(b) / static_cast<double>(m_batches.size()));
        run(m_batches[b], trunk, context);
    }
}

void SensitivitySweep::warm(const Batch &batch, std::size_t layer, const RunContext &context)
{
    Executor executor(m_inputs.generator.program, cache());
    executor.observe(static_cast<int>(layer), batch.inputs, *m_trunk, context,
                     [](const Step &, const at::Tensor &, const at::Tensor &) {});
    m_stats.stepsRun += executor.stats().stepsRun;
    m_stats.stepsSkipped += executor.stats().stepsSkipped;
}

void SensitivitySweep::refresh(const Batch &batch)
{
    for (const std::uint64_t key : batch.keys)
        if (m_cache->contains(key))
            m_cache->find(key);
}

std::vector<std::vector<PairedSample>>
SensitivitySweep::measure(std::size_t layer, std::span<const Overlay> variants,
                          const RunContext &context)
{
    std::vector<std::vector<PairedSample>> samples(variants.size());
    for (std::size_t b = 0; b < m_batches.size(); ++b) {
        context.advance(static_cast<double>(b) / static_cast<double>(m_batches.size()));
        if (cache() && warms())
            warm(m_batches[b], layer, context);
        for (std::size_t v = 0; v < variants.size(); ++v) {
            if (cache() && !warms())
                std::ranges::for_each(m_batches, [&](const Batch &each) { refresh(each); });
            else if (cache())
                refresh(m_batches[b]);
            addSamples(m_batches[b], b, run(m_batches[b], variants[v], context), samples[v]);
        }
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

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
    // The first batch tells how much each takes.
    m_batchBytes = m_inputs.cacheBytes;
    for (std::size_t b = 0; b < m_batches.size(); ++b) {
        context.advance(static_cast<double>(b) / static_cast<double>(m_batches.size()));
        Batch &batch = m_batches[b];
        batch.cache.reset();
        const bool isFilled = m_inputs.cacheBytes > 0 && (b == 0 || keepsAll());
        if (isFilled && trunk.empty())
            fill(batch, {}, context);
        if (!batch.reference.defined())
            setReference(batch, run(batch, {}, context), m_inputs.batches[b].samples.size());
        // Not before: the float network's values would take the place of the trunk's.
        if (isFilled && !trunk.empty())
            fill(batch, {}, context);
        if (b == 0 && isFilled)
            measureFirst(batch);
    }
}

void SensitivitySweep::measureFirst(Batch &batch)
{
    m_batchBytes = batch.cache->bytes();
    if (!keepsAll()) {
        batch.cache.reset();
        return;
    }
    PrefixCache values(m_batchBytes);
    for (const std::uint64_t key : batch.keys)
        if (const auto value = batch.cache->find(key))
            values.insert(key, *value);
    batch.cache.emplace(std::move(values));
}

void SensitivitySweep::fill(Batch &batch, std::optional<std::size_t> layer,
                            const RunContext &context)
{
    const Program &program = m_inputs.generator.program;
    const std::vector<std::uint64_t> keys = valueKeys(program, batch.inputs.key, *m_trunk);
    batch.keys.clear();
    for (auto step = program.steps.rbegin(); step != program.steps.rend(); ++step)
        for (const ValueId value : step->outputs)
            batch.keys.push_back(keys[static_cast<std::size_t>(value)]);
    // No larger than what the trunk takes: what a variant computes behind its layer then takes the
    // place, and the memory, of what the trunk computes there.
    batch.cache.emplace(m_batchBytes);
    if (!layer) {
        run(batch, *m_trunk, context);
        return;
    }
    Executor executor(program, &*batch.cache);
    executor.observe(static_cast<int>(*layer), batch.inputs, *m_trunk, context,
                     [](const Step &, const at::Tensor &, const at::Tensor &) {});
    m_stats.stepsRun += executor.stats().stepsRun;
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
        for (std::size_t v = 0; v < variants.size(); ++v) {
            // Used last, the trunk's earliest values stay longest; nobody asks for those of the
            // variant before this one again.
            for (const std::uint64_t key : batch.keys)
                if (batch.cache && batch.cache->contains(key))
                    batch.cache->find(key);
            addSamples(batch, b, run(batch, variants[v], context), samples[v]);
        }
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

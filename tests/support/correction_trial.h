// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/correction_run.h"
#include "engine/output_channels.h"
#include "engine/overlay_builder.h"
#include "model/generator.h"

#include <cmath>
#include <map>
#include <string>

namespace test {

/// One generator with a setting on all layers, and what corrections are made from.
class CorrectionTrial
{
public:
    static constexpr int kSamples = 21;

    CorrectionTrial(const quantloupe::Generator &generator, const std::string &spec,
                    const quantloupe::CorrectionChoice &choice)
        : m_generator(generator), m_plan(quantloupe::samplingPlan(generator))
    {
        for (const quantloupe::LayerInfo &layer : generator.info.layers)
            m_config.set(layer.name, quantloupe::parseSpec(spec).spec);
        m_config.setCorrections(choice);
    }

    quantloupe::QuantConfig &config() { return m_config; }

    quantloupe::CorrectionTask task() { return task({}); }
    quantloupe::CorrectionTask task(const quantloupe::ActivationRanges &ranges)
    {
        return {m_generator,
                m_config,
                m_plan,
                quantloupe::calibrationBatches(m_generator, {kSamples, 3}, {}, 8),
                1,
                quantloupe::buildOverlay(m_generator, m_config, {ranges, {}}, m_weights,
                                         quantloupe::RunContext())
                    .layers};
    }

    /// Statistics of each step's output (layers) or input (norms), by a plain run of everything.
    std::map<std::size_t, quantloupe::ChannelStatistics>
    statistics(const quantloupe::Overlay &overlay)
    {
        using namespace quantloupe;
        const Program &program = m_generator.program;
        std::map<std::size_t, ChannelStatistics> found;
        std::vector<std::size_t> steps;
        for (std::size_t s = 0; s < program.steps.size(); ++s)
            if (program.steps[s].kind == StepKind::Layer || program.steps[s].kind == StepKind::Norm)
                steps.push_back(s);
        for (const CalibrationBatch &batch : task().batches) {
            const ProgramInputs inputs =
                inputBatch(m_generator, m_plan, batch.given, batch.samples);
            const auto count = static_cast<std::int64_t>(batch.samples.samples.size());
            const auto rows = static_cast<std::int64_t>(inputs.sampleKeys.size());
            const LayerObserver observer = [&](const Step &step, const at::Tensor &input,
                                               const at::Tensor &output) {
                const auto s = static_cast<std::size_t>(&step - program.steps.data());
                const bool isNorm = step.kind == StepKind::Norm;
                const LayerKind kind =
                    isNorm ? LayerKind::Convolution
                           : program.layers[static_cast<std::size_t>(step.layer)].kind;
                const at::Tensor &values = isNorm ? input : output;
                const std::int64_t channels =
                    isNorm ? values.size(1) : outputChannels(kind, values, rows);
                const at::Tensor view = byChannel(values, kind, channels);
                found[s].add(view, view.size(0) / rows * count);
            };
            Executor(program).observeSteps(steps, inputs, overlay, RunContext(), observer);
        }
        return found;
    }

private:
    const quantloupe::Generator &m_generator;
    quantloupe::SamplingPlan m_plan;
    quantloupe::QuantConfig m_config;
    quantloupe::WeightCache m_weights{64 << 20};
};

/// The largest difference of means, relative to the root mean square of the channel.
inline double worstMean(const quantloupe::ChannelStatistics &reference,
                        const quantloupe::ChannelStatistics &other)
{
    double worst = 0;
    for (std::size_t c = 0; c < reference.channels(); ++c)
        if (const double size = std::sqrt(reference.meanSquare(c)); size > 0)
            worst = std::max(worst, std::abs(reference.mean(c) - other.mean(c)) / size);
    return worst;
}

/// The task's network with its corrections.
inline quantloupe::Overlay corrected(const quantloupe::CorrectionTask &task,
                                     const quantloupe::LayerCorrections &corrections)
{
    quantloupe::Overlay overlay = task.overlay;
    apply(corrections, overlay);
    return overlay;
}

} // namespace test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/correction_gain.h"

#include "engine/output_channels.h"
#include "engine/tensor_values.h"
#include "metrics/paired_metrics.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <span>

namespace quantloupe {

namespace {

/// Outputs of the layers in execution order, one for each use, and that of the network.
using Outputs = std::vector<at::Tensor>;

/// Of each layer, and the network's behind them.
using Energies = std::vector<ErrorEnergy>;

std::optional<double> sqnrOf(const ErrorEnergy &energy)
{
    const bool isDefined = energy.isFinite() && energy.error > 0 && energy.signal > 0;
    return isDefined ? std::optional(10 * std::log10(energy.signal / energy.error)) : std::nullopt;
}

class GainMeter
{
public:
    GainMeter(const CorrectionTask &task, const LayerCorrections &corrections)
        : m_task(task),
          m_program(task.generator.program),
          m_corrections(corrections),
          m_before(m_program.layers.size() + 1),
          m_after(m_program.layers.size() + 1)
    {
    }

    void add(const CalibrationBatch &batch, const Overlay &corrected, const RunContext &context)
    {
        const ProgramInputs inputs =
            inputBatch(m_task.generator, m_task.plan, batch.given, batch.samples);
        const Outputs reference = rewritten(run(inputs, {}, context));
        addErrors(reference, rewritten(run(inputs, m_task.overlay, context)), m_before);
        addErrors(reference, run(inputs, corrected, context), m_after);
        m_samples += static_cast<int>(batch.samples.samples.size());
    }

    CorrectionReport report() const
    {
        CorrectionReport report;
        report.samples = m_samples;
        for (std::size_t i = 0; i < m_program.layers.size(); ++i) {
            CorrectedLayer layer;
            layer.name = m_program.layers[i].name;
            for (const Correction each : quantloupe::corrections())
                if (m_task.config.corrects(each, layer.name) &&
                    std::ranges::count(m_corrections[i].idle, each) == 0)
                    layer.corrections.push_back(each);
            layer.gain = gainOf(i);
            layer.channels = m_corrections[i].channels;
            layer.skippedChannels = m_corrections[i].skippedChannels;
            layer.norms = static_cast<int>(
                std::ranges::count_if(m_corrections[i].norms, [](const NormOverlay &norm) {
                    return !norm.offset.defined();
                }));
            report.layers.push_back(std::move(layer));
        }
        report.output = gainOf(m_program.layers.size());
        return report;
    }

private:
    Outputs run(const ProgramInputs &inputs, const Overlay &overlay, const RunContext &context)
    {
        Outputs outputs;
        m_uses.clear();
        const LayerObserver observer = [&](const Step &step, const at::Tensor &,
                                           const at::Tensor &output) {
            outputs.push_back(output.to(at::kFloat).contiguous());
            m_uses.push_back(static_cast<std::size_t>(step.layer));
        };
        const at::Tensor picture =
            Executor(m_program).run(inputs, overlay, context, observer).to(at::kFloat);
        outputs.push_back(picture.contiguous());
        m_uses.push_back(m_program.layers.size());
        return outputs;
    }

    /// What the rewritten network puts out for the same values, so that both are compared in the
    /// units of the latter, as far as channels count behind the layer.
    Outputs rewritten(Outputs outputs) const
    {
        for (std::size_t use = 0; use < outputs.size(); ++use) {
            if (m_uses[use] >= m_corrections.size())
                continue;
            const std::vector<double> &factors = m_corrections[m_uses[use]].outputFactors;
            if (!factors.empty())
                outputs[use] = withFactor(outputs[use], m_program.layers[m_uses[use]].kind,
                                          at::tensor(factors, at::kDouble).to(at::kFloat));
        }
        return outputs;
    }

    void addErrors(const Outputs &reference, const Outputs &quantized, Energies &energies) const
    {
        for (std::size_t use = 0; use < reference.size(); ++use) {
            const ErrorEnergy energy =
                errorEnergy(valuesOf(reference[use]), valuesOf(quantized[use]));
            energies[m_uses[use]].signal += energy.signal;
            energies[m_uses[use]].error += energy.error;
        }
    }

    CorrectionGain gainOf(std::size_t index) const
    {
        return {sqnrOf(m_before[index]), sqnrOf(m_after[index])};
    }

    const CorrectionTask &m_task;
    const Program &m_program;
    const LayerCorrections &m_corrections;
    /// Whose the outputs are; the same in every run.
    std::vector<std::size_t> m_uses;
    Energies m_before;
    Energies m_after;
    int m_samples = 0;
};

} // namespace

CorrectionReport measureCorrections(const CorrectionTask &task, const LayerCorrections &corrections,
                                    const std::vector<CalibrationBatch> &batches,
                                    const RunContext &context)
{
    Overlay corrected = task.overlay;
    apply(corrections, corrected);
    GainMeter meter(task, corrections);
    for (std::size_t i = 0; i < batches.size(); ++i) {
        context.advance(static_cast<double>(i) / static_cast<double>(batches.size()));
        meter.add(batches[i], corrected, context);
    }
    return meter.report();
}

} // namespace quantloupe

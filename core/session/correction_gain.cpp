// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/correction_gain.h"

#include "engine/output_channels.h"
#include "engine/tensor_values.h"
#include "metrics/paired_metrics.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <set>

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

std::vector<Correction> inEffect(const CorrectionTask &task, const LayerCorrections &corrections,
                                 std::size_t layer)
{
    std::vector<Correction> found;
    for (const Correction each : quantloupe::corrections())
        if (task.config.corrects(each, task.generator.program.layers[layer].name) &&
            std::ranges::count(corrections[layer].idle, each) == 0)
            found.push_back(each);
    return found;
}

Overlay correctedOverlay(const CorrectionTask &task, const LayerCorrections &corrections)
{
    Overlay overlay = task.overlay;
    apply(corrections, overlay);
    return overlay;
}

class GainMeter
{
public:
    GainMeter(const CorrectionTask &task, const LayerCorrections &corrections,
              const std::vector<CorrectionStage> &stages)
        : m_task(task),
          m_program(task.generator.program),
          m_corrections(corrections),
          m_corrected(correctedOverlay(task, corrections)),
          m_stages(stages),
          m_before(m_program.layers.size() + 1),
          m_after(m_program.layers.size() + 1),
          m_ofStages(stages.size())
    {
        for (const CorrectionStage &stage : stages)
            m_overlays.push_back(correctedOverlay(task, stage.corrections));
    }

    void add(const CalibrationBatch &batch, const RunContext &context)
    {
        const ProgramInputs inputs =
            inputBatch(m_task.generator, m_task.plan, batch.given, batch.samples);
        const Outputs reference = rewritten(run(inputs, {}, context));
        addErrors(reference, rewritten(run(inputs, m_task.overlay, context)), m_before);
        addErrors(reference, run(inputs, m_corrected, context), m_after);
        for (std::size_t stage = 0; stage < m_overlays.size(); ++stage)
            addError(reference.back(), picture(inputs, m_overlays[stage], context, {}),
                     m_ofStages[stage]);
        m_samples += static_cast<int>(batch.samples.samples.size());
    }

    CorrectionReport report() const
    {
        CorrectionReport report;
        report.samples = m_samples;
        for (std::size_t i = 0; i < m_program.layers.size(); ++i) {
            CorrectedLayer layer;
            layer.name = m_program.layers[i].name;
            layer.corrections = inEffect(m_task, m_corrections, i);
            layer.gain = gainOf(i);
            layer.channels = m_corrections[i].channels;
            layer.skippedChannels = m_corrections[i].skippedChannels;
            layer.norms = m_corrections[i].movedNorms();
            layer.rounding = m_corrections[i].rounding;
            report.layers.push_back(std::move(layer));
        }
        report.output = gainOf(m_program.layers.size());
        report.steps = steps(report.output.after);
        return report;
    }

private:
    std::vector<CorrectionStep> steps(std::optional<double> end) const
    {
        std::vector<CorrectionStep> found;
        for (std::size_t stage = 0; stage < m_stages.size(); ++stage)
            found.push_back({m_stages[stage].last, sqnrOf(m_ofStages[stage])});
        if (const auto chosen = correctionsInEffect(m_task, m_corrections); !chosen.empty())
            found.push_back({chosen.back(), end});
        return found;
    }

    at::Tensor picture(const ProgramInputs &inputs, const Overlay &overlay,
                       const RunContext &context, const LayerObserver &observer) const
    {
        return Executor(m_program)
            .run(inputs, overlay, context, observer)
            .to(at::kFloat)
            .contiguous();
    }

    Outputs run(const ProgramInputs &inputs, const Overlay &overlay, const RunContext &context)
    {
        Outputs outputs;
        m_uses.clear();
        const LayerObserver observer = [&](const Step &step, const at::Tensor &,
                                           const at::Tensor &output) {
            outputs.push_back(output.to(at::kFloat).contiguous());
            m_uses.push_back(static_cast<std::size_t>(step.layer));
        };
        outputs.push_back(picture(inputs, overlay, context, observer));
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
        for (std::size_t use = 0; use < reference.size(); ++use)
            addError(reference[use], quantized[use], energies[m_uses[use]]);
    }

    static void addError(const at::Tensor &reference, const at::Tensor &quantized, ErrorEnergy &sum)
    {
        const ErrorEnergy energy = errorEnergy(valuesOf(reference), valuesOf(quantized));
        sum.signal += energy.signal;
        sum.error += energy.error;
    }

    CorrectionGain gainOf(std::size_t index) const
    {
        return {sqnrOf(m_before[index]), sqnrOf(m_after[index])};
    }

    const CorrectionTask &m_task;
    const Program &m_program;
    const LayerCorrections &m_corrections;
    const Overlay m_corrected;
    const std::vector<CorrectionStage> &m_stages;
    /// One for each stage.
    std::vector<Overlay> m_overlays;
    /// Whose the outputs are; the same in every run.
    std::vector<std::size_t> m_uses;
    Energies m_before;
    Energies m_after;
    Energies m_ofStages;
    int m_samples = 0;
};

} // namespace

std::vector<Correction> correctionsInEffect(const CorrectionTask &task,
                                            const LayerCorrections &corrections)
{
    std::set<Correction> found;
    for (std::size_t i = 0; i < corrections.size(); ++i)
        for (const Correction each : inEffect(task, corrections, i))
            found.insert(each);
    // The order of their enumeration is that of their application.
    return {found.begin(), found.end()};
}

CorrectionReport measureCorrections(const CorrectionTask &task, const LayerCorrections &corrections,
                                    const std::vector<CorrectionStage> &stages,
                                    const std::vector<CalibrationBatch> &batches,
                                    const RunContext &context)
{
    GainMeter meter(task, corrections, stages);
    for (std::size_t i = 0; i < batches.size(); ++i) {
        context.advance(static_cast<double>(i) / static_cast<double>(batches.size()));
        meter.add(batches[i], context);
    }
    return meter.report();
}

} // namespace quantloupe

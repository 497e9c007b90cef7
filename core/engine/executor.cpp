// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/executor.h"

#include "engine/norm_overlay.h"
#include "engine/output_channels.h"
#include "engine/random_step.h"

#include <ATen/ATen.h>

namespace quantloupe {

namespace {

at::Tensor quantizedActivation(const at::Tensor &input, const ActivationRange &range)
{
    const at::Tensor plain = input.contiguous();
    at::Tensor result = at::empty_like(plain);
    const auto count = static_cast<std::size_t>(plain.numel());
    fakeQuantize({plain.data_ptr<float>(), count}, {result.data_ptr<float>(), count}, range);
    return result;
}

/// The state of one run: values by id, and which steps are still needed.
class Run
{
public:
    Run(const Program &program, const ProgramInputs &inputs, const Overlay &overlay,
        PrefixCache *cache, const LayerObserver &observer)
        : m_program(program),
          m_inputs(inputs),
          m_overlay(overlay),
          m_cache(cache),
          m_observer(observer),
          m_values(program.constants),
          m_needed(program.steps.size(), false),
          m_observed(program.steps.size(), false),
          m_remainingUses(program.valueCount(), 0)
    {
        if (m_cache)
            m_keys = valueKeys(program, inputs.key, overlay);
        for (std::size_t i = 0; i < program.inputs.size(); ++i)
            m_values[static_cast<std::size_t>(program.inputs[i])] = inputs.values.at(i);
        for (std::size_t i = 0; i < program.layers.size(); ++i) {
            const bool replaced = !overlay.empty() && overlay[i].weight.defined();
            m_values[static_cast<std::size_t>(program.layers[i].value)] =
                replaced ? overlay[i].weight : program.layers[i].weight;
        }
    }

    at::Tensor execute(const RunContext &context, ExecutionStats &stats)
    {
        if (m_observer)
            for (std::size_t s = 0; s < m_observed.size(); ++s)
                m_observed[s] = m_program.steps[s].kind == StepKind::Layer;
        // An observer of all layers is to see what they compute, not what they once did.
        m_takesFromCache = m_cache && !m_observer;
        planFrom({m_program.output});
        runNeeded(context, stats);
        return m_values[static_cast<std::size_t>(m_program.output)]->toTensor();
    }

    void observe(std::span<const std::size_t> steps, const RunContext &context,
                 ExecutionStats &stats)
    {
        m_takesFromCache = m_cache != nullptr;
        std::vector<ValueId> outputs;
        for (const std::size_t s : steps) {
            const Step &step = m_program.steps.at(s);
            m_observed[s] = true;
            outputs.insert(outputs.end(), step.outputs.begin(), step.outputs.end());
        }
        planFrom(outputs);
        runNeeded(context, stats);
    }

private:
    std::size_t index(ValueId id) const { return static_cast<std::size_t>(id); }

    void runNeeded(const RunContext &context, ExecutionStats &stats)
    {
        for (std::size_t s = 0; s < m_program.steps.size(); ++s) {
            if (!m_needed[s]) {
                ++stats.stepsSkipped;
                continue;
            }
            context.checkCancelled();
            runStep(m_program.steps[s], m_observed[s]);
            ++stats.stepsRun;
        }
    }

    /// Marks the steps whose results are neither at hand nor cached, from the last backwards.
    void planFrom(const std::vector<ValueId> &outputs)
    {
        std::vector<bool> wanted(m_program.valueCount(), false);
        for (const ValueId output : outputs) {
            wanted[index(output)] = true;
            ++m_remainingUses[index(output)];
        }
        for (std::size_t s = m_program.steps.size(); s-- > 0;) {
            const Step &step = m_program.steps[s];
            // Steps that write into their inputs have no output that anyone would ask for.
            bool missing = !m_program.cacheable;
            for (const ValueId id : step.outputs)
                missing |= wanted[index(id)] && !takeFromCache(id);
            // An observer must see its layers.
            missing |= m_observed[s];
            if (!missing)
                continue;
            m_needed[s] = true;
            for (const ValueId id : step.inputs) {
                wanted[index(id)] = true;
                ++m_remainingUses[index(id)];
            }
        }
    }

    bool takeFromCache(ValueId id)
    {
        if (m_values[index(id)])
            return true;
        if (!m_takesFromCache)
            return false;
        if (auto value = m_cache->find(m_keys[index(id)]))
            m_values[index(id)] = std::move(*value);
        return m_values[index(id)].has_value();
    }

    void runStep(const Step &step, bool isObserved)
    {
        torch::jit::Stack stack;
        for (const ValueId id : step.inputs)
            stack.push_back(m_values[index(id)].value());
        at::Tensor observed;
        replaceBias(step, stack);
        if (step.kind == StepKind::Layer && step.activationInput >= 0)
            observed = quantizeActivation(step, stack);
        else if (step.kind == StepKind::Norm)
            observed = replaceStatistics(step, stack);
        if (step.kind == StepKind::Segment)
            torch::jit::InterpreterState(step.code).run(stack);
        else if (step.kind == StepKind::Random)
            runRandomStep(step, m_inputs.sampleKeys, stack);
        else if (const at::Tensor offset = foldedOffset(step); offset.defined())
            stack = {withOffset(stack.front().toTensor(), LayerKind::Convolution, offset)};
        else
            step.operation(stack);
        if (step.kind == StepKind::Layer)
            addOffset(step, stack);
        if (isObserved)
            m_observer(step, observed, stack.at(0).toTensor());
        store(step, stack);
        release(step);
    }

    void replaceBias(const Step &step, torch::jit::Stack &stack) const
    {
        if (step.layer < 0 || m_overlay.empty())
            return;
        const LayerOverlay &layer = m_overlay[static_cast<std::size_t>(step.layer)];
        if (layer.bias.defined())
            stack.at(static_cast<std::size_t>(step.biasInput)) = layer.bias;
    }

    at::Tensor quantizeActivation(const Step &step, torch::jit::Stack &stack) const
    {
        c10::IValue &slot = stack[static_cast<std::size_t>(step.activationInput)];
        const at::Tensor input = slot.toTensor();
        if (!m_overlay.empty()) {
            const LayerOverlay &layer = m_overlay[static_cast<std::size_t>(step.layer)];
            if (layer.activation)
                slot = quantizedActivation(input, *layer.activation);
        }
        return input;
    }

    /// Returns what is normalized.
    at::Tensor replaceStatistics(const Step &step, torch::jit::Stack &stack) const
    {
        const NormOverlay *norm = normOverlay(m_program, step, m_overlay);
        if (norm && !norm->offset.defined()) {
            stack[kNormMean] = norm->mean;
            stack[kNormVariance] = norm->variance;
        }
        return stack.front().toTensor();
    }

    /// Undefined where the step is no folded norm.
    at::Tensor foldedOffset(const Step &step) const
    {
        const NormOverlay *norm =
            step.kind == StepKind::Norm ? normOverlay(m_program, step, m_overlay) : nullptr;
        return norm ? norm->offset : at::Tensor();
    }

    void addOffset(const Step &step, torch::jit::Stack &stack) const
    {
        if (m_overlay.empty())
            return;
        const auto layer = static_cast<std::size_t>(step.layer);
        const at::Tensor &offset = m_overlay[layer].outputOffset;
        if (offset.defined())
            stack.front() =
                withOffset(stack.front().toTensor(), m_program.layers[layer].kind, offset);
    }

    void store(const Step &step, const torch::jit::Stack &stack)
    {
        // A norm's output takes as much memory as its input, which is kept, and no time.
        const bool isKept = m_cache && step.kind != StepKind::Norm;
        for (std::size_t o = 0; o < step.outputs.size(); ++o) {
            const std::size_t id = index(step.outputs[o]);
            m_values[id] = stack.at(o);
            if (isKept)
                m_cache->insert(m_keys[id], stack[o]);
        }
    }

    /// Drops values that no later step reads.
    void release(const Step &step)
    {
        for (const ValueId id : step.inputs)
            if (--m_remainingUses[index(id)] == 0)
                m_values[index(id)].reset();
    }

    const Program &m_program;
    const ProgramInputs &m_inputs;
    const Overlay &m_overlay;
    PrefixCache *m_cache;
    const LayerObserver &m_observer;
    std::vector<std::optional<c10::IValue>> m_values;
    std::vector<std::uint64_t> m_keys;
    std::vector<bool> m_needed;
    /// By step: the observer sees it.
    std::vector<bool> m_observed;
    std::vector<int> m_remainingUses;
    bool m_takesFromCache = false;
};

} // namespace

at::Tensor Executor::run(const ProgramInputs &inputs, const Overlay &overlay,
                         const RunContext &context, const LayerObserver &observer)
{
    m_stats = {};
    return Run(m_program, inputs, overlay, m_cache, observer).execute(context, m_stats);
}

void Executor::observe(int layer, const ProgramInputs &inputs, const Overlay &overlay,
                       const RunContext &context, const LayerObserver &observer)
{
    std::vector<std::size_t> steps;
    for (std::size_t s = 0; s < m_program.steps.size(); ++s)
        if (m_program.steps[s].layer == layer)
            steps.push_back(s);
    observeSteps(steps, inputs, overlay, context, observer);
}

void Executor::observeSteps(std::span<const std::size_t> steps, const ProgramInputs &inputs,
                            const Overlay &overlay, const RunContext &context,
                            const LayerObserver &observer)
{
    m_stats = {};
    Run(m_program, inputs, overlay, m_cache, observer).observe(steps, context, m_stats);
}

} // namespace quantloupe

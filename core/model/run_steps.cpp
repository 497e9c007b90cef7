// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/run_steps.h"

#include <ATen/ATen.h>

namespace quantloupe {

at::Tensor runFloatSteps(const Program &program, const std::vector<c10::IValue> &inputs,
                         const LayerVisitor &visit)
{
    std::vector<std::optional<c10::IValue>> values = program.constants;
    const auto at = [&](ValueId id) -> auto &
    {
        return values[static_cast<std::size_t>(id)];
    };
    for (std::size_t i = 0; i < program.inputs.size(); ++i)
        at(program.inputs[i]) = inputs.at(i);
    for (const WeightSite &site : program.layers)
        at(site.value) = site.weight;
    for (const Step &step : program.steps) {
        torch::jit::Stack stack;
        for (const ValueId id : step.inputs)
            stack.push_back(at(id).value());
        const torch::jit::Stack operands = stack;
        if (step.kind == StepKind::Segment)
            torch::jit::InterpreterState(step.code).run(stack);
        else
            step.operation(stack);
        if (visit && step.kind == StepKind::Layer)
            visit(step, operands, stack.at(0).toTensor());
        for (std::size_t o = 0; o < step.outputs.size(); ++o)
            at(step.outputs[o]) = stack.at(o);
    }
    return at(program.output)->toTensor();
}

} // namespace quantloupe

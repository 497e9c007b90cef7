// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/program.h"

#include <functional>

namespace quantloupe {

using LayerVisitor = std::function<void(const Step &step, const torch::jit::Stack &operands,
                                        const at::Tensor &output)>;

/// The plainest way to run a program: every step in order with float weights, nothing kept from
/// earlier runs, noise as the operators draw it. For describing a network at load.
at::Tensor runFloatSteps(const Program &program, const std::vector<c10::IValue> &inputs,
                         const LayerVisitor &visit = {});

} // namespace quantloupe

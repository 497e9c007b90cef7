// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/generator_info.h"

#include <ATen/core/Tensor.h>
#include <ATen/core/ivalue.h>
#include <ATen/core/stack.h>
#include <torch/csrc/jit/runtime/interpreter.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

/// Index of a value that crosses steps.
using ValueId = int;

enum class StepKind {
    Segment, ///< Float operations compiled as one piece.
    Layer,   ///< One operator whose weight is a quantization site.
    Norm,    ///< One batch norm with running statistics.
    Random   ///< One operator that draws random numbers; drawn from our own stream instead.
};

/// A piece of the program. Inputs and outputs are values of the program in the operator's order.
struct Step
{
    StepKind kind = StepKind::Segment;
    /// For messages and reports: operator and layer name.
    std::string label;
    std::vector<ValueId> inputs;
    std::vector<ValueId> outputs;
    /// Segment only.
    torch::jit::Code code;
    /// All but Segment.
    std::function<void(torch::jit::Stack &)> operation;
    std::string operatorName;
    /// Layer only: index into Program::layers, and positions in `inputs`.
    int layer = -1;
    int activationInput = -1;
    int weightInput = -1;
    /// -1 for an operator that takes none; what it takes may still be None.
    int biasInput = -1;
    bool readsNetworkInput = false;
    TensorOrigin inputOrigin = {};
    /// Norm only: index into Program::norms. Its inputs are those of aten::batch_norm.
    int norm = -1;
};

/// Positions of the running statistics among the operands of aten::batch_norm.
inline constexpr std::size_t kNormMean = 3;
inline constexpr std::size_t kNormVariance = 4;

/// A batch norm whose running statistics are known before a run.
struct NormSite
{
    /// Index into Program::layers of the last layer that runs before it; -1 for none.
    int layer = -1;
    /// Of each channel (axis 1 of its input); float32, contiguous; read-only after load.
    at::Tensor mean;
    at::Tensor variance;
};

/// A weight that can be quantized: parameter times static gain, before the first operation that
/// depends on data.
struct WeightSite
{
    std::string name;
    ValueId value = -1;
    /// float32, contiguous; read-only after load.
    at::Tensor weight;
    LayerKind kind = LayerKind::Linear;
    int outputAxis = -1;
    std::int64_t groups = 1;
    std::int64_t biasElements = 0;
    int storedBytesPerWeight = 4;
};

/// A generator's graph cut at its layers. Immutable after load and shared between threads.
struct Program
{
    std::vector<Step> steps;
    /// Values known before any input: constants, parameters and what follows from them alone.
    /// Indexed by ValueId; empty for values a step produces and for weight sites.
    std::vector<std::optional<c10::IValue>> constants;
    std::vector<ValueId> inputs;
    ValueId output = -1;
    std::vector<WeightSite> layers;
    std::vector<NormSite> norms;
    /// False when an operation writes into its input and could not be rewritten: values of such a
    /// program must not be kept.
    bool cacheable = true;
    /// Different for every program of this process.
    std::uint64_t id = 0;
    std::vector<UnquantizedOperation> unquantized;
    /// Sentences about layers that cannot be quantized and about random steps.
    std::vector<std::string> notes;

    std::size_t valueCount() const { return constants.size(); }
};

} // namespace quantloupe

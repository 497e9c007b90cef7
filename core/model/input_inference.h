// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/generator_info.h"
#include "model/graph_preparation.h"

#include <optional>

namespace quantloupe {

/// What a network takes and returns, learned from its first layers and by trying.
struct InferredInputs
{
    std::vector<InputInfo> inputs;
    /// Values for inputs of kind Constant, by position; None elsewhere.
    std::vector<c10::IValue> constants;
    /// One accepted set of inputs.
    std::vector<c10::IValue> example;
    std::int64_t exampleBatch = 1;
    /// 0, or the only batch size the network accepts.
    std::int64_t fixedBatch = 0;
    /// channels, height, width.
    Shape picture;
    /// The network returns rows of values instead of pictures.
    bool flatOutput = false;
    at::Tensor output;
};

/// What is known beforehand: from a template, or from the user by "input.shape".
struct InputHints
{
    std::optional<Shape> shape;
    std::optional<InputKind> kind;
};

/// Tries input shapes that fit the network's first layers until a picture comes out.
/// Throws Error{BadInput} that says what came out instead.
InferredInputs inferInputs(const PreparedGraph &prepared, const InputHints &hints);

/// Values of `batch` samples for every input, drawn for probing (latents N(0,1), pictures U(-1,1)).
std::vector<c10::IValue> probeInputs(const InferredInputs &inferred, std::int64_t batch);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/input_inference.h"
#include "model/program.h"

namespace quantloupe {

/// Runs the program once on the example inputs and describes every layer: shapes, parameters,
/// multiply-accumulates of one sample (MEASURING.md, Size).
std::vector<LayerInfo> profileLayers(const Program &program, const InferredInputs &inputs);

} // namespace quantloupe

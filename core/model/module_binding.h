// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/architecture.h"
#include "model/archive/state_dict.h"

#include <torch/csrc/jit/api/module.h>

namespace quantloupe {

/// Compiles an architecture's source with the tensors of `dict` as parameters (running statistics
/// as buffers), under their own keys, converted to float32.
/// Throws ArchitectureError if the source names a key the file does not hold, or does not compile
/// (with the compiler's first line).
torch::jit::Module bindArchitecture(const Architecture &architecture, const StateDict &dict);

/// What training keeps beside the parameters: running statistics, averages, filters, constant
/// noise and vectors of spectral norm.
bool isBuffer(const std::string &key, const StateDict &dict);

/// Keys of `dict` that the source does not use; batch counters, filters and vectors of spectral
/// norm are left out.
std::vector<std::string> unusedKeys(const Architecture &architecture, const StateDict &dict);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/graph_preparation.h"
#include "model/program.h"

namespace quantloupe {

/// Cuts a prepared graph at its layers. `example` are inputs the network accepts (one sample, or
/// its fixed batch); they are run once to learn the shapes of weights that data modulates.
/// Throws Error{Unsupported} if nothing depends on the inputs.
Program buildProgram(const PreparedGraph &prepared, const std::vector<c10::IValue> &example);

/// Runs the whole prepared graph in one piece, as the file would; for probing and for tests.
c10::IValue runWhole(const PreparedGraph &prepared, const std::vector<c10::IValue> &inputs);

} // namespace quantloupe

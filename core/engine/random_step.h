// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/program.h"

#include <cstdint>
#include <vector>

namespace quantloupe {

/// Runs a random operator so that it draws the same for float and quantized networks. Normal and
/// uniform noise come from our own stream keyed by (sample, step): with the batch in front each
/// sample has a stream of its own, so that its picture does not depend on its batch. Other
/// operators (dropout left in training mode, multinomial) draw from LibTorch's generator, seeded
/// by the batch's sample keys and the step. Replaces the operands on `stack` by the result.
void runRandomStep(const Step &step, const std::vector<std::uint64_t> &sampleKeys,
                   torch::jit::Stack &stack);

} // namespace quantloupe

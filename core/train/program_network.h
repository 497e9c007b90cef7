// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/network_program.h"
#include "train/trainable.h"

#include <memory>

namespace quantloupe {

/// The program compiled, with tensors drawn from the stream (seed, Initialization, `network`), the
/// same on every machine, on the device. Throws Error{Internal} if the source does not compile.
std::unique_ptr<Trainable> makeNetwork(const NetworkProgram &program, std::uint64_t seed,
                                       std::uint64_t network, c10::Device device);

} // namespace quantloupe

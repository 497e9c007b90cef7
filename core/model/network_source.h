// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/architecture.h"
#include "model/generator.h"

#include <torch/csrc/jit/api/module.h>

#include <optional>

namespace quantloupe {

/// A module with everything its file tells and everything that was assumed to build it.
struct NetworkSource
{
    torch::jit::Module module;
    std::string format;
    std::string architecture;
    std::string architectureFile;
    std::string network;
    std::vector<std::string> networks;
    std::vector<Assumption> assumptions;
    std::vector<std::string> warnings;
    InputHints hints;
    /// From a template or the user's file.
    std::optional<Distribution> distribution;
    std::optional<ValueRange> outputRange;
    int storedBytesPerWeight = 4;
    /// Elements of all floating-point tensors of the network.
    std::int64_t elements = 0;
    /// Those of them that are no parameters, such as running statistics.
    std::int64_t bufferElements = 0;
};

/// Reads the file and, for a state dict, binds it to the user's architecture or to a reading.
NetworkSource readNetwork(const LoadOptions &options);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace test_networks {

/// A TorchScript file whose network never ends, so that opening it takes until it is cancelled.
/// The header is free of LibTorch for tests of the window.
void writeEndlessNetwork(const std::filesystem::path &path);

/// One that opens, and takes about half a second for each micro-batch.
void writeSlowNetwork(const std::filesystem::path &path);

} // namespace test_networks

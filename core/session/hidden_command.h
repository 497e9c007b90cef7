// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace quantloupe {

/// Runs the subcommand that tries a TorchScript file in this (child) process, if `argv` asks for
/// it; the exit code then. Both programs call it first thing in main.
std::optional<int> runHiddenCommand(int argc, char **argv);

} // namespace quantloupe

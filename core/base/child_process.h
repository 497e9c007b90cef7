// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"

#include <cstdint>
#include <string>
#include <vector>

namespace quantloupe {

struct ChildRequest
{
    std::string program;
    std::vector<std::string> arguments;
    std::uint64_t addressSpaceBytes = 0; ///< 0 sets no limit.
    int cpuSeconds = 60;
    int wallSeconds = 120;
};

struct ChildResult
{
    /// What it wrote to its standard output, at most 1 MiB of it.
    std::string output;
    /// "exit code 0", "signal 11 (Segmentation fault)".
    std::string ending;
    bool timedOut = false;
    double seconds = 0;
};

/// Runs a program with limits and waits for it; its standard error goes nowhere. Cancelling the
/// context kills it and throws Cancelled. Throws Error{Internal} if it cannot be started.
ChildResult runChild(const ChildRequest &request, const RunContext &context);

} // namespace quantloupe

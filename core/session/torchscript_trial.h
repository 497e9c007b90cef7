// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "metrics/feature_extractor.h"
#include "model/generator.h"

#include <mutex>
#include <set>
#include <string>

namespace quantloupe {

/// Limits of the child process that tries a TorchScript file.
struct TrialLimits
{
    std::uint64_t addressSpaceBytes = 16ULL << 30;
    int cpuSeconds = 60;
    int wallSeconds = 90;
};

/// Remembers which TorchScript files survived being opened and run in a child process: a damaged
/// one can crash LibTorch, and a script can loop forever. Thread-safe.
class TrialLedger
{
public:
    /// Returns at once for state dicts without a user's architecture file, whose reader executes
    /// nothing, and for files (by content)
    /// that were tried before. Throws Error{BadInput} if the child crashed or ran out of time or
    /// memory, and the child's own Error otherwise. Cancelling kills the child.
    void requireHarmless(const LoadOptions &options, const RunContext &context,
                         const TrialLimits &limits = {});
    /// The same for a feature network, which is TorchScript.
    void requireHarmless(const ScriptedExtractorRequest &request, const RunContext &context,
                         const TrialLimits &limits = {});

private:
    struct Trial;
    void require(const Trial &trial, const RunContext &context, const TrialLimits &limits);

    std::mutex m_mutex;
    std::set<std::string> m_harmless;
};

/// The program that offers the hidden subcommand; the running one unless set (tests set it).
void setTrialProgram(std::string path);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <string>
#include <utility>

namespace quantloupe {

/// What is wrong with the description of a network.
enum class ArchitectureFault {
    /// No network is known for the weights, and no file describes it.
    Unknown,
    /// The file is not there, or may not be read.
    Unreadable,
    /// The file is no description of a network.
    Malformed,
    /// It needs a tensor that the weights do not hold.
    LacksTensor,
    DoesNotCompile,
    DoesNotRun
};

/// The fault, and the tensor or the reason, without a full stop; empty for none.
struct ArchitectureProblem
{
    ArchitectureFault fault = ArchitectureFault::Unknown;
    std::string detail;
};

/// Weights that no network is known for, or an architecture file that does not describe theirs;
/// BadInput. Another architecture file can mend it.
class ArchitectureError : public Error
{
public:
    ArchitectureError(ArchitectureProblem problem, const std::string &message,
                      std::string context = {})
        : Error(ErrorKind::BadInput, message, std::move(context)), m_problem(std::move(problem))
    {
    }
    const ArchitectureProblem &problem() const { return m_problem; }

private:
    ArchitectureProblem m_problem;
};

} // namespace quantloupe

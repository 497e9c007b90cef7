// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/architecture_error.h"

#include <QString>

#include <optional>

namespace quantloupe {

struct OpenRequest;

/// What the window says of a generator that could not be opened.
struct OpenFailure
{
    /// Names the file; no full stop.
    QString headline;
    /// What is wrong where that can be said, and what to do.
    QString sentence;
    /// The whole reason.
    QString details;
};

/// `problem` where an architecture file may mend it.
OpenFailure openFailure(const OpenRequest &request, const Error &error,
                        const std::optional<ArchitectureProblem> &problem);

} // namespace quantloupe

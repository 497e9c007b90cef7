// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <memory>

namespace quantloupe {

/// How a job ended. A cancelled job is not a failed one.
struct JobOutcome
{
    enum class Kind { Done, Cancelled, Failed };

    Kind kind = Kind::Done;
    /// Set for Failed only. Shared, because copies of an exception share their text in a way the
    /// thread sanitizer cannot see.
    std::shared_ptr<const Error> error;

    static JobOutcome done() { return {}; }
    static JobOutcome cancelled() { return {Kind::Cancelled, {}}; }
    static JobOutcome failed(Error error)
    {
        return {Kind::Failed, std::make_shared<const Error>(std::move(error))};
    }
};

} // namespace quantloupe

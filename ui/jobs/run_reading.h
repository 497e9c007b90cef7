// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "store/run_store.h"

#include <QImage>

#include <optional>

namespace quantloupe {

/// What the window shows of a run.
struct ReadRun
{
    StoredRun run;
    /// Null where the run has none, or it cannot be read.
    QImage picture;
    /// Why it cannot.
    std::optional<Error> failure = {};
};

/// Not for the GUI thread. Throws as RunStore::show().
ReadRun readRun(RunStore &store, RunId run);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/sweep_overlay.h"
#include "jobs/run_recorder.h"
#include "session/requests.h"

#include <optional>
#include <string>

namespace quantloupe {

class SensitivityController;

/// The sweep of the window as exports show it.
struct ShownSweep
{
    /// As it is published.
    std::string metric;
    SweepOverlay overlay;
    /// By which a command can name it; absent where it is in no store.
    std::optional<KeptRun> run;
    bool operator==(const ShownSweep &) const = default;
};

/// What the sweep that `sensitivity` holds has measured so far of layers of `generator` alone, by
/// whatever settings; nothing of what is only predicted. Absent where there is nothing measured,
/// and for a part of pictures, whose values say nothing of whole ones.
std::optional<ShownSweep> shownSweep(const SensitivityController &sensitivity,
                                     const GeneratorPtr &generator);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/shown_sweep.h"

#include "base/version.h"
#include "jobs/sensitivity_controller.h"

#include <utility>

namespace quantloupe {

std::optional<ShownSweep> shownSweep(const SensitivityController &sensitivity,
                                     const GeneratorPtr &generator)
{
    const SensitivityRequest &asked = sensitivity.asked();
    const SensitivityFindings &findings = sensitivity.findings();
    if (asked.generator != generator || asked.region || asked.samples)
        return {};
    SweepCells cells;
    for (const SensitivitySpot &spot : findings.spots)
        if (spot.mean)
            cells.means.push_back(*spot.mean);
    cells.metricName = findings.metricName;
    cells.unit = unitOf(findings.metric);
    cells.largerIsBetter = largerIsBetter(findings.metric);
    cells.count = asked.count;
    cells.seed = asked.seed;
    // As the command says that reads the run: the same file comes of both.
    if (const std::optional<KeptRun> &run = sensitivity.kept())
        cells.run = {run->run, run->store.filename().string(), kVersion};
    SweepOverlay overlay = sweepOverlay(cells);
    if (overlay.values.empty())
        return {};
    return ShownSweep{findings.metricName, std::move(overlay), sensitivity.kept()};
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart_states.h"

#include "jobs/metrics_controller.h"

namespace quantloupe {

PageState ChartStates::of(ChartGap gap) const
{
    switch (gap) {
    case ChartGap::NothingMeasured:
        break;
    case ChartGap::NoLevels:
        return {tr("SWD is not among what was measured"),
                tr("Its levels are drawn here once it is."),
                {},
                {choose},
                {}};
    case ChartGap::NoCourse:
        return {tr("This metric has no course"),
                tr("It is computed from all samples at once; choose another quantity above, or "
                   "measure more metrics."),
                {},
                {choose},
                {}};
    }
    return ofNothing();
}

PageState ChartStates::ofNothing() const
{
    if (document->isEmpty())
        return {tr("No generator is open"),
                tr("What is measured of its configurations is drawn here."),
                {},
                {open},
                {}};
    if (controller->isRunning())
        return {tr("Measuring"),
                tr("The chart is drawn once the measurement is complete."),
                {},
                {},
                controller->fraction()};
    return {tr("Nothing is measured yet"),
            tr("What is measured of the configurations is drawn here."),
            {},
            {measure},
            {}};
}

} // namespace quantloupe

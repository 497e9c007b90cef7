// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/parked_team.h"
#include "session/calibration_store.h"
#include "session/correction_store.h"
#include "session/lane_caches.h"
#include "session/layer_inspector.h"
#include "session/session.h"
#include "session/torchscript_trial.h"

#include <array>
#include <cstddef>

namespace quantloupe {

/// What a session holds between its methods, which are in session.cpp, session_opening.cpp and
/// session_measuring.cpp.
struct Session::Implementation
{
    /// What calibration inputs gave, and where ranges come from.
    struct CalibratedConfig
    {
        CalibratedSites sites;
        CalibratedRanges record;
        /// As CalibrationResult::samplesRun.
        int samplesRun = 0;
        double seconds = 0;
    };

    std::array<LaneCaches, 4> lanes;
    CalibrationStore calibrations;
    CorrectionStore corrections;
    InspectionCaches inspection;
    TrialLedger trials;
    ParkedTeam team;

    LaneCaches &caches(Lane lane) { return lanes.at(static_cast<std::size_t>(lane)); }
    CalibratedConfig calibrated(const CompareRequest &request, const QuantConfig &config,
                                WeightCache &weights, const RunContext &context);
};

/// Sets LibTorch's thread count of the calling thread to `wish`, or to the number of cores where
/// there are fewer or it is 0, and returns it.
int useThreads(int wish);

} // namespace quantloupe

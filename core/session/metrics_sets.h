// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metrics_report.h"
#include "session/set_meter.h"

#include <array>
#include <optional>
#include <string>

namespace quantloupe {

/// The sets that distances are measured between, and the paired numbers of the samples.
struct MetricsSets
{
    MeasuredSet floatSet;
    MeasuredSet quantized;
    MeasuredSet reference;
    /// Two disjoint halves of reference pictures, drawn by the seed, of as many pictures as there
    /// are samples; absent where the float set against the reference is the floor.
    std::optional<std::array<MeasuredSet, 2>> halves;
    /// Why there is no floor; empty if there is one.
    std::string floorObstacle;
    std::vector<PairedSample> samples;
};

/// Projections of those sets, where SWD is computed by histograms.
struct MetricsHistograms
{
    SwdHistogram floatSet;
    SwdHistogram quantized;
    SwdHistogram reference;
    std::optional<std::array<SwdHistogram, 2>> halves;
};

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/histogram.h"
#include "base/absence.h"
#include "quant/activation_range.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

/// Which inputs the float network saw.
enum class ActivationSource {
    Calibration, ///< Those the ranges are made from.
    Samples      ///< Those of the request, where nothing was calibrated.
};

/// The input activation of one layer of the float network.
struct ActivationInspection
{
    ActivationSpec spec;
    ActivationSource source = ActivationSource::Calibration;
    int samples = 0;
    /// Without the exact zeros, which no quantizer changes; empty where nothing else was seen.
    Histogram histogram;
    std::int64_t values = 0;
    std::int64_t nonFinite = 0;
    double minimum = 0;
    double maximum = 0;
    /// Share of exact zeros, 0..1.
    double zeros = 0;
    /// The quantizer in use with its clipped share; absent for a float activation.
    std::optional<ActivationRange> range;
    /// Share of values outside it on samples that calibration never saw (see observeHeldOut()), and
    /// how many these are; absent where there is no range.
    std::optional<double> heldOutClipped;
    int heldOutSamples = 0;
    /// They are drawn although calibration saw given pictures.
    bool isHeldOutDrawn = false;
    /// Its levels; empty beyond kMostLevels.
    std::vector<double> levels;
    /// Why there is nothing to show.
    Absence absence = Absence::None;

    static constexpr int kMostLevels = 256;
};

/// `spec` is the layer's activation setting and `range` what it gave; float has none.
ActivationInspection inspectActivation(const ActivationHistogram &seen, const ActivationSpec &spec,
                                       const std::optional<ActivationRange> &range);

} // namespace quantloupe

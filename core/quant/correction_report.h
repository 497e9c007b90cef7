// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/corrections.h"

#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

/// SQNR against the float network in dB without and with the corrections; absent where there is no
/// error or what errs is not finite.
struct CorrectionGain
{
    std::optional<double> before;
    std::optional<double> after;
    bool operator==(const CorrectionGain &) const = default;
};

/// What AdaRound bought one layer by itself: the squared error of the layer's output that its codes
/// make, relative to the squared output without the bias, 0 or more. The inputs are those of the
/// float network (rewritten, where norms are folded or layers equalized), from the calibration
/// samples that judged the codes: a quarter of them, or all where they are few.
struct RoundingError
{
    /// Of the nearest codes.
    double nearest = 0;
    /// Of those that were chosen; never more.
    double chosen = 0;
    bool operator==(const RoundingError &) const = default;
};

/// What the network's output comes to once a correction joins those that are applied before it.
struct CorrectionStep
{
    Correction correction = Correction::FoldNorm;
    /// As CorrectionGain::after.
    std::optional<double> sqnr = {};
    bool operator==(const CorrectionStep &) const = default;
};

struct CorrectedLayer
{
    std::string name;
    /// Those in effect on this layer; those of earlier layers reach it too.
    std::vector<Correction> corrections;
    /// Of the layer's output, by all corrections together.
    CorrectionGain gain;
    /// Output channels, and those of them that bias correction left alone because the quantized
    /// network is too far from the float one there.
    int channels = 0;
    int skippedChannels = 0;
    /// Batch norms behind the layer whose statistics were moved.
    int norms = 0;
    /// Where AdaRound is in effect and the layer puts out anything.
    std::optional<RoundingError> rounding = {};
    bool operator==(const CorrectedLayer &) const = default;
};

/// What the corrections of a configuration bought, on samples they were not made from (pictures
/// that a network was calibrated on are few and serve twice).
struct CorrectionReport
{
    /// In execution order; empty where no correction is in effect.
    std::vector<CorrectedLayer> layers;
    /// Of the network's output, by all corrections together.
    CorrectionGain output;
    /// The same one by one: those in effect on any layer, in the order in which they are applied,
    /// each with all before it. The last one ends at output.after.
    std::vector<CorrectionStep> steps;
    int samples = 0;

    bool isEmpty() const { return layers.empty(); }
    bool operator==(const CorrectionReport &) const = default;
};

} // namespace quantloupe

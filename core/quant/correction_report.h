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

struct CorrectedLayer
{
    std::string name;
    /// Those in effect on this layer; those of earlier layers reach it too.
    std::vector<Correction> corrections;
    /// Of the layer's output.
    CorrectionGain gain;
    /// Output channels, and those of them that bias correction left alone because the quantized
    /// network is too far from the float one there.
    int channels = 0;
    int skippedChannels = 0;
    /// Batch norms behind the layer whose statistics were moved.
    int norms = 0;
    bool operator==(const CorrectedLayer &) const = default;
};

/// What the corrections of a configuration bought, on samples they were not made from (pictures
/// that a network was calibrated on are few and serve twice).
struct CorrectionReport
{
    /// In execution order; empty where no correction is in effect.
    std::vector<CorrectedLayer> layers;
    /// Of the network's output.
    CorrectionGain output;
    int samples = 0;

    bool isEmpty() const { return layers.empty(); }
    bool operator==(const CorrectionReport &) const = default;
};

} // namespace quantloupe

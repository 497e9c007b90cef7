// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/quantizer_trial.h"
#include "plots/levels_plot.h"

#include <QString>

#include <vector>

namespace quantloupe {

/// More rows would be too low to be told apart.
inline constexpr std::size_t kMostDrawnQuantizers = 12;

/// Those that are drawn together: what the user chose, where that is several; else, at the bits of
/// the one chosen (of the one in use, of the first), the best variant of each method, the one
/// chosen, and the one in use. The least error comes first. Quantizers of more levels than are
/// placed are left out.
std::vector<QuantizerTrial> drawnQuantizers(const std::vector<QuantizerTrial> &trials,
                                            const std::vector<WeightSpec> &chosen,
                                            const WeightSpec &present);

/// They and the weights of `layer`, on one axis.
LevelsPlotData quantizerLevels(const QString &layer, const PlacedWeights &weights,
                               const std::vector<QuantizerTrial> &drawn, const WeightSpec &present);
/// What the ticks are.
QStringList levelsCaption(const PlacedWeights &weights, const std::vector<QuantizerTrial> &drawn);

} // namespace quantloupe

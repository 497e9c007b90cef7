// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/generator_info.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace quantloupe {

/// How much more a layer has than its output needs, from its dimensions alone; the larger, the more
/// redundant. PBGen (arXiv 1802.09153) chooses its binary layers by a measure of the dimensions of
/// a deconvolution whose formula its abstract does not tell: these are candidates of ours.
enum class RedundancyMeasure { MapRatio, FanIn, WeightsPerOutput, FreedomSurplus };

std::span<const RedundancyMeasure> redundancyMeasures();
/// "map-ratio", "fan-in", "weights-per-output", "freedom-surplus".
std::string_view name(RedundancyMeasure measure);
/// The formula in words, with c channels, k kernel and s stride of a transposed convolution.
std::string_view formulaOf(RedundancyMeasure measure);

// With c_in and c_out the channels of input and output, k x k the kernel, and s x s how often a
// transposed convolution's output holds its input (what convolutions and linear layers take is
// their whole output by input, s = 1). All are absent where the shapes do not tell, as for an
// embedding, whose input is an index.

/// Values of the input to one of the output: c_in / (s^2 c_out).
std::optional<double> mapRatio(const LayerInfo &layer);
/// Weights that reach one value of the output, on average: c_in k^2 / s^2.
std::optional<double> fanIn(const LayerInfo &layer);
/// Weights of the layer to one value of its output.
std::optional<double> weightsPerOutput(const LayerInfo &layer);
/// Inputs that reach the output of one input position, less that output: c_in (k / s)^2 - s^2
/// c_out.
std::optional<double> freedomSurplus(const LayerInfo &layer);

std::optional<double> redundancy(RedundancyMeasure measure, const LayerInfo &layer);

/// Indices into `layers`, the most redundant first; equals, and at the end layers without a value,
/// in the order of `layers`.
std::vector<std::size_t> redundancyOrder(RedundancyMeasure measure,
                                         std::span<const LayerInfo> layers);

} // namespace quantloupe

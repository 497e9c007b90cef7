// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/generator_info.h"
#include "quant/quant_config.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace quantloupe {

/// One layer under two configurations.
struct LayerDifference
{
    std::string layer;
    /// The layer is in the network of the first or second configuration; one of them at least.
    bool isInFirst = true;
    bool isInSecond = true;
    LayerQuantSpec first;
    LayerQuantSpec second;
    /// Of the first network's layer, or else of the second's.
    std::int64_t weights = 0;
    /// Corrections that are on for this layer in one configuration and not in the other.
    std::vector<Correction> corrections;

    /// The layer is in both networks with one setting and the same corrections.
    bool isSame() const
    {
        return isInFirst && isInSecond && first == second && corrections.empty();
    }
};

/// A configuration and the layers it was made for, in order.
struct ConfiguredLayers
{
    const QuantConfig &config;
    std::span<const LayerInfo> layers;
};

/// Nominal bits of the weights by weight count (SizeReport::averageBits); 0 without a weight.
double averageBits(const ConfiguredLayers &configured);

/// All layers of the first, then those only the second has. Layers are told by name.
std::vector<LayerDifference> configDifference(const ConfiguredLayers &first,
                                              const ConfiguredLayers &second);

} // namespace quantloupe

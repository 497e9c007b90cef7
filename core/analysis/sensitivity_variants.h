// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/sensitivity.h"
#include "model/generator_info.h"

#include <span>
#include <string>
#include <vector>

namespace quantloupe {

/// One configuration of a sweep.
struct SensitivityVariant
{
    /// Index into the generator's layers.
    std::size_t layer = 0;
    SensitivitySite site = SensitivitySite::Weights;
    SensitivityMode mode = SensitivityMode::Alone;
    int bits = 8;
    /// As SensitivityCell::spec.
    LayerQuantSpec spec;
    QuantConfig config;
};

/// Variants that differ from one configuration in one layer each.
struct SensitivityTrunk
{
    QuantConfig config;
    /// The last layer first.
    std::vector<SensitivityVariant> variants;
};

struct SensitivityVariants
{
    std::vector<SensitivityTrunk> trunks;
    /// What was left out and why, a sentence each.
    std::vector<std::string> notes;
};

/// Bits, sites and modes that are named more than once are measured once: as repeats of one value
/// they would tell intervals of width zero.
SensitivityPlan withoutDuplicates(SensitivityPlan plan);

/// The configurations of a plan without duplicates on a base. Layers are left out of a base that
/// quantizes anything as it stands, once each; of an all-float one at each bit-width, where all
/// layers get that quantizer. Activations of layers that read the network's own input stay float,
/// and so do those at 1 bit. Throws Error{BadInput} for a layer that is not there, a bit-width that
/// no quantizer has, and where nothing is left to measure.
SensitivityVariants sensitivityVariants(const SensitivityPlan &plan, const QuantConfig &base,
                                        std::span<const LayerInfo> layers);

} // namespace quantloupe

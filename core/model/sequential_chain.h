// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/module_items.h"
#include "model/source_writer.h"

#include <optional>
#include <vector>

namespace quantloupe {

/// One weighted module of a sequential generator in its place.
struct ChainLink
{
    ModuleItem item;
    bool transposed = false;
    bool upsampledBefore = false;
    ConvolutionGeometry geometry = {};
    std::int64_t outChannels = 0;
    /// Side of the map after this link; 0 while values are flat.
    std::int64_t side = 0;
    /// Set where flat values become a map: channels, side, side.
    Shape viewAs = {};
    std::optional<ModuleItem> norm = {};
    bool normBeforeView = false;
};

struct Chain
{
    std::vector<ChainLink> links;
    /// Features of the latent, and whether it comes as features x 1 x 1.
    std::int64_t latent = 0;
    bool spatialLatent = false;
    /// channels, height, width.
    Shape picture;
    /// How unusual the choices are; 0 for the common ones everywhere.
    double cost = 0;
};

/// All sequential generators these modules could form in the given order, cheapest first, at most
/// one for each picture size. Norms find their places by feature counts. Empty if none.
std::vector<Chain> sequentialChains(const std::vector<ModuleItem> &items);

} // namespace quantloupe

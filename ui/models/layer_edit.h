// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/layer_origins.h"
#include "models/layer_changes.h"
#include "models/layer_columns.h"

#include <QString>

#include <optional>

namespace quantloupe {

/// A change to the settings of any number of layers.
struct LayerEdit
{
    /// What was set, for the undo menu: "4 bits".
    QString what;
    WantedSpec change;
    /// Set for edits of a bit-width: in quick succession on the same layers they are one undo step,
    /// named by the bits they end at.
    std::optional<QuantSite> bitsOf = {};
    /// Who chooses.
    SettingOrigin origin = SettingOrigin::Manual;
};

/// `bits` 1..16 or kFloatBits; the method is kept where it can be.
LayerEdit bitsEdit(QuantSite site, int bits);
/// One bit-width up or down; beyond 16 is float. A layer at the end of its range stays there.
LayerEdit stepEdit(QuantSite site, int delta);
/// The bit-width is kept where the method allows it; a float layer gets 8 bits.
LayerEdit methodEdit(WeightMethod method);
/// Layers with a float weight refuse; so does all but PerTensor where the output axis is unknown.
LayerEdit granularityEdit(Granularity granularity);
/// Layers with a float activation refuse.
LayerEdit estimatorEdit(RangeEstimator estimator);

/// "4 bits", "Activations: 8 bits", "Float".
QString bitsPhrase(QuantSite site, int bits);
/// Why the layer's activation cannot be quantized; empty if it can.
QString activationObstacle(const LayerInfo &layer);
/// Why the layer has one scale for its whole weight; empty if it may have one per channel.
QString channelObstacle(const LayerInfo &layer);

/// Words of the field for the window.
/// Short, for a column; name(LayerKind) is the whole word.
QString displayName(LayerKind kind);
QString displayName(WeightMethod method);
/// One or two sentences on what the method does and where it comes from.
QString explanation(WeightMethod method);
QString displayName(Granularity granularity);
QString displayName(RangeEstimator estimator);

/// "1 layer", "3 layers".
QString layerCountText(qsizetype count);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace quantloupe {

/// Columns of LayerTableModel, in their order on the screen.
enum class LayerColumn {
    Name,
    Kind,
    OutputShape,
    WeightShape,
    Parameters,
    Macs,
    WeightBits,
    ActivationBits,
    Method,
    Granularity,
    Sqnr,
    Bytes,
    NominalBits,
    EffectiveBits,
    Count
};

/// Data beyond the displayed text.
enum LayerRole {
    /// int: 1..16, or 32 for float; invalid where the cell has no bits (no activation site). Of a
    /// group with different ones the fewest.
    BitsRole = Qt::UserRole + 1,
    /// int: the most bits of a group's layers; invalid where they share theirs.
    MostBitsRole,
    /// double in dB; invalid where there is none.
    SqnrRole,
    /// Raw value for copying and summing.
    RawValueRole,
    /// Number of weights, of layers.
    WeightsRole,
    /// bool: edits are refused; of a group: by all its layers.
    LockedRole,
    /// QString: name of the tie; empty for none.
    TieRole,
    /// bool: the layer is quantized, and corrections are wanted for it; of a group: for all its
    /// layers.
    CorrectedRole,
    /// QString: the layer's setting in the command line's notation, "w4,a8".
    SettingRole,
    /// bool: meant by the rule that is being written.
    MatchRole,
    /// int: number of layers, of a group; invalid for layers.
    LayerCountRole,
    /// QString: module path of a group; invalid for layers.
    GroupPathRole,
    /// int: where the name first differs from the sibling's that begins most alike.
    DiffersAtRole
};

/// The two places of a layer that can be quantized.
enum class QuantSite { Weight, Activation };

/// Heading of a column.
QString columnTitle(LayerColumn column);
/// One sentence for the heading's tooltip.
QString columnExplanation(LayerColumn column);
/// Name of the column in the settings.
QString columnKey(LayerColumn column);
/// Its values are numbers, aligned right.
bool isNumeric(LayerColumn column);

} // namespace quantloupe

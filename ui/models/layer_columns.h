// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace quantloupe {

/// Columns of LayerTableModel, in their order on the screen.
enum class LayerColumn {
    Name,
    Kind,
    OutputShape,
    Parameters,
    WeightBits,
    ActivationBits,
    Method,
    Sqnr,
    Bytes,
    Count
};

/// Data beyond the displayed text.
enum LayerRole {
    /// int: 1..16, or 32 for float; invalid where the cell has no bits (no activation site).
    BitsRole = Qt::UserRole + 1,
    /// double in dB; invalid where there is none.
    SqnrRole,
    /// Raw value for sorting and copying.
    SortRole
};

/// The two places of a layer that can be quantized.
enum class QuantSite { Weight, Activation };

} // namespace quantloupe

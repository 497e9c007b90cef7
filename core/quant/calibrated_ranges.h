// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/activation_range.h"

#include <map>
#include <string>

namespace quantloupe {

/// The pictures ranges were made from, by what tells them from others.
struct CalibrationPictures
{
    /// Of the folder or file; may be empty.
    std::string name;
    std::size_t count = 0;
    /// Of all pixels, in order.
    std::string sha256;

    bool isEmpty() const { return sha256.empty(); }
    bool operator==(const CalibrationPictures &) const = default;
};

/// A range and the setting that chose it.
struct CalibratedRange
{
    ActivationSpec spec;
    ActivationRange range;
    bool operator==(const CalibratedRange &) const = default;
};

/// Activation ranges of one calibration by layer, and where they come from as far as the plan of
/// the calibration does not say it.
struct CalibratedRanges
{
    std::map<std::string, CalibratedRange> layers;
    /// None for drawn inputs.
    CalibrationPictures pictures;
    /// "quantloupe 1.2.3".
    std::string madeBy;

    /// Null unless the layer's range was chosen by this very setting.
    const ActivationRange *find(const std::string &layer, const ActivationSpec &spec) const
    {
        const auto known = layers.find(layer);
        const bool fits = known != layers.end() && known->second.spec == canonical(spec);
        return fits ? &known->second.range : nullptr;
    }
    bool operator==(const CalibratedRanges &) const = default;
};

} // namespace quantloupe

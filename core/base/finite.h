// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <optional>

namespace quantloupe {

/// The value where it is there and a number; infinities and NaN count as absent.
inline std::optional<double> finite(const std::optional<double> &value)
{
    return value && std::isfinite(*value) ? value : std::nullopt;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

struct SvgBar
{
    std::string label;
    /// From 0 on; absent where there is no number.
    std::optional<double> value;
    /// Behind the bar.
    std::string note;
};

/// Horizontal bars from 0 to the largest value, one under the other, as an <svg> element that takes
/// its colours from the page: the classes "bar" and "track", and currentColor for text. A bar
/// without a value has its note alone.
std::string svgBars(const std::string &title, const std::vector<SvgBar> &bars);

} // namespace quantloupe

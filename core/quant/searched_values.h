// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/range_search.h"

#include <cstddef>
#include <vector>

namespace quantloupe {

/// Each value that is not zero, ascending; empty where more than `most` differ.
std::vector<CountedValue> differentValues(std::span<const float> values, std::size_t most);

/// The problem that a search for the least error solves in place of `problem`: without zeros, which
/// have no error at any scale and move no threshold, and with its different values counted where
/// they are few. A pruned channel of thousands may have only a few weights that matter.
class SearchedValues
{
public:
    explicit SearchedValues(const RangeProblem &problem);

    RangeProblem problem() const;

private:
    const RangeProblem &m_given;
    std::vector<float> m_values;
    std::vector<CountedValue> m_different;
};

} // namespace quantloupe

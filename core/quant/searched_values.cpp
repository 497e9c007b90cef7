// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/searched_values.h"

#include <algorithm>
#include <iterator>

namespace quantloupe {

namespace {

/// As many as codes of 8 bits: weights that were quantized before have no more.
constexpr std::size_t kMostDifferent = 256;
/// Where the first ones differ, so do nearly all.
constexpr std::size_t kFirst = 64;

std::vector<CountedValue> fewDifferent(std::span<const float> values)
{
    const bool areMany = values.size() > kMostDifferent;
    if (areMany && differentValues(values.first(kFirst), kFirst - 1).empty())
        return {};
    return differentValues(values, kMostDifferent);
}

std::vector<float> nonZeroValues(std::span<const float> values)
{
    std::vector<float> found;
    found.reserve(values.size());
    std::ranges::copy_if(values, std::back_inserter(found), [](float x) { return x != 0; });
    return found;
}

} // namespace

std::vector<CountedValue> differentValues(std::span<const float> values, std::size_t most)
{
    std::vector<CountedValue> found;
    for (const float x : values) {
        if (x == 0)
            continue;
        const auto place = std::ranges::lower_bound(found, x, {}, &CountedValue::value);
        if (place != found.end() && place->value == x)
            place->count += 1;
        else if (found.size() == most)
            return {};
        else
            found.insert(place, {x, 1});
    }
    return found;
}

SearchedValues::SearchedValues(const RangeProblem &problem)
    : m_given(problem), m_values(nonZeroValues(problem.values)), m_different(fewDifferent(m_values))
{
}

RangeProblem SearchedValues::problem() const
{
    return {m_given.measure, m_given.lowest, m_given.highest, m_values, m_different};
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random_stream.h"
#include "metrics/feature_set.h"

#include <initializer_list>

/// Made-up features.
namespace made_features {

/// Rows of one length, as they stand.
inline quantloupe::Features rows(std::initializer_list<std::initializer_list<float>> values)
{
    quantloupe::Features features{values.size(), values.begin()->size(), {}};
    for (const auto &row : values)
        features.values.insert(features.values.end(), row);
    return features;
}

/// Correlated normal values around `shift`: each is mixed with the one before it.
inline quantloupe::Features normal(std::size_t count, std::size_t dimension, std::uint64_t seed,
                                   double shift = 0)
{
    quantloupe::Features features{count, dimension, {}};
    for (std::size_t row = 0; row < count; ++row) {
        quantloupe::RandomStream random(seed, quantloupe::StreamRole::Probe, row);
        double last = 0;
        for (std::size_t i = 0; i < dimension; ++i) {
            last = 0.6 * last + random.normal();
            features.values.push_back(static_cast<float>(last + shift));
        }
    }
    return features;
}

/// Rows first, ..., first + count - 1.
inline quantloupe::Features part(const quantloupe::Features &all, std::size_t first,
                                 std::size_t count)
{
    const auto begin = all.values.begin() + static_cast<std::ptrdiff_t>(first * all.dimension);
    return {
        count, all.dimension, {begin, begin + static_cast<std::ptrdiff_t>(count * all.dimension)}};
}

} // namespace made_features

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/channel_statistics.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <span>

namespace quantloupe {

void ChannelStatistics::add(const at::Tensor &values, std::int64_t rows)
{
    const auto channels = static_cast<std::size_t>(values.size(1));
    const auto positions = static_cast<std::size_t>(values.size(2));
    m_sums.resize(channels);
    m_squares.resize(channels);
    m_count += rows * values.size(2);
    const float *next = values.data_ptr<float>();
    for (std::int64_t row = 0; row < rows; ++row)
        for (std::size_t c = 0; c < channels; ++c, next += positions) {
            double sum = 0;
            double squares = 0;
            for (const double value : std::span(next, positions)) {
                sum += value;
                squares += value * value;
            }
            m_sums[c] += sum;
            m_squares[c] += squares;
        }
}

ChannelStatistics ChannelStatistics::times(const std::vector<double> &factors) const
{
    ChannelStatistics result = *this;
    for (std::size_t c = 0; c < channels(); ++c) {
        result.m_sums[c] *= factors[c];
        result.m_squares[c] *= factors[c] * factors[c];
    }
    return result;
}

double ChannelStatistics::mean(std::size_t channel) const
{
    return m_sums[channel] / static_cast<double>(m_count);
}

double ChannelStatistics::meanSquare(std::size_t channel) const
{
    return m_squares[channel] / static_cast<double>(m_count);
}

double ChannelStatistics::variance(std::size_t channel) const
{
    const double center = mean(channel);
    return std::max(meanSquare(channel) - center * center, 0.0);
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace quantloupe {

/// Sums over all values of each channel, in double precision and in a fixed order, so that neither
/// the number of threads nor that of the batches changes them.
class ChannelStatistics
{
public:
    /// `values` are float32, rows x channels x positions, contiguous; only the first `rows` count.
    /// All calls have the same number of channels.
    void add(const at::Tensor &values, std::int64_t rows);

    /// Of the same values with each channel times its factor.
    ChannelStatistics times(const std::vector<double> &factors) const;

    std::size_t channels() const { return m_sums.size(); }
    /// Values of each channel.
    std::int64_t count() const { return m_count; }
    /// Those below need count() > 0; not finite where a value is not.
    double mean(std::size_t channel) const;
    /// Biased, as batch norms normalize; never negative.
    double variance(std::size_t channel) const;
    double meanSquare(std::size_t channel) const;

private:
    std::int64_t m_count = 0;
    std::vector<double> m_sums;
    std::vector<double> m_squares;
};

} // namespace quantloupe

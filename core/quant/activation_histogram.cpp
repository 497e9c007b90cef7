// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/activation_range.h"
#include "quant/uniform_kernels.h"

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

constexpr int kCentre = ActivationHistogram::kBins / 2;
/// The largest power of two a float holds; greater magnitudes go into the outermost bins.
constexpr float kLargestLimit = 0x1.0p127F;

} // namespace

void ActivationHistogram::add(std::span<const float> values)
{
    const auto [lowest, highest] = extremesWithZero(values);
    growTo(std::max(-lowest, highest));
    const double binsPerUnit = m_limit > 0 ? kCentre / static_cast<double>(m_limit) : 0;
    float minimum = m_count > 0 ? m_minimum : INFINITY;
    float maximum = m_count > 0 ? m_maximum : -INFINITY;
    std::int64_t finite = 0;
    for (const float x : values) {
        if (!std::isfinite(x))
            continue;
        ++finite;
        m_zeros += x == 0 ? 1 : 0;
        minimum = std::min(minimum, x);
        maximum = std::max(maximum, x);
        const int bin = static_cast<int>(std::floor(x * binsPerUnit)) + kCentre;
        ++m_bins[static_cast<std::size_t>(std::clamp(bin, 0, kBins - 1))];
    }
    m_nonFinite += static_cast<std::int64_t>(values.size()) - finite;
    m_count += finite;
    if (m_count > 0) {
        m_minimum = minimum;
        m_maximum = maximum;
    }
}

void ActivationHistogram::growTo(float magnitude)
{
    if (magnitude == 0 || magnitude < m_limit || m_limit == kLargestLimit)
        return;
    int exponent = 0;
    std::frexp(magnitude, &exponent);
    const float limit = exponent > 127 ? kLargestLimit : std::ldexp(1.0F, exponent);
    // Until now only zeros were seen, and their bin stays the centre.
    if (m_limit == 0)
        m_limit = limit;
    for (; m_limit < limit; m_limit *= 2) {
        std::vector<std::int64_t> wider(kBins, 0);
        for (int bin = 0; bin < kBins; ++bin)
            wider[static_cast<std::size_t>(kCentre / 2 + bin / 2)] +=
                m_bins[static_cast<std::size_t>(bin)];
        m_bins.swap(wider);
    }
}

} // namespace quantloupe

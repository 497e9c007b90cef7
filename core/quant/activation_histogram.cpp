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

void ActivationHistogram::add(std::span<const float> values, std::size_t sample)
{
    const auto [lowest, highest] = extremesWithZero(values);
    growTo(std::max(-lowest, highest));
    const double binsPerUnit = m_limit > 0 ? kCentre / static_cast<double>(m_limit) : 0;
    SampleExtremes seen;
    std::int64_t finite = 0;
    for (const float x : values) {
        if (!std::isfinite(x))
            continue;
        ++finite;
        m_zeros += x == 0 ? 1 : 0;
        seen.minimum = std::min(seen.minimum, x);
        seen.maximum = std::max(seen.maximum, x);
        const int bin = static_cast<int>(std::floor(x * binsPerUnit)) + kCentre;
        ++m_bins[static_cast<std::size_t>(std::clamp(bin, 0, kBins - 1))];
    }
    m_nonFinite += static_cast<std::int64_t>(values.size()) - finite;
    addExtremes(seen, sample);
    m_count += finite;
}

void ActivationHistogram::addExtremes(const SampleExtremes &seen, std::size_t sample)
{
    if (m_samples.size() <= sample)
        m_samples.resize(sample + 1);
    SampleExtremes &known = m_samples[sample];
    known.minimum = std::min(known.minimum, seen.minimum);
    known.maximum = std::max(known.maximum, seen.maximum);
    if (seen.isEmpty())
        return;
    m_minimum = m_count > 0 ? std::min(m_minimum, seen.minimum) : seen.minimum;
    m_maximum = m_count > 0 ? std::max(m_maximum, seen.maximum) : seen.maximum;
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

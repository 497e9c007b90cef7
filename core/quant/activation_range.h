// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/quant_spec.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace quantloupe {

/// Extremes of one sample's finite values; minimum > maximum where it has none.
struct SampleExtremes
{
    float minimum = INFINITY;
    float maximum = -INFINITY;

    bool isEmpty() const { return minimum > maximum; }
    bool operator==(const SampleExtremes &) const = default;
};

/// What calibration saw at one activation site: extremes, also of every sample, and a histogram
/// whose range is always the power of two just above the largest magnitude and grows by doubling,
/// so that one pass over the data suffices and the result does not depend on the batches (and the
/// histogram not on the order). Every observer chooses its range from this alone. Non-finite values
/// are counted, not binned.
class ActivationHistogram
{
public:
    static constexpr int kBins = 2048;

    /// The values of one more sample.
    void add(std::span<const float> values) { add(values, m_samples.size()); }
    /// Further values of sample `sample`, counted from 0 in the order of calibration.
    void add(std::span<const float> values, std::size_t sample);

    bool isEmpty() const { return m_count == 0; }
    std::int64_t count() const { return m_count; }
    std::int64_t nonFinite() const { return m_nonFinite; }
    /// Values that are exactly zero, which no quantizer changes; they are binned as well.
    std::int64_t zeros() const { return m_zeros; }
    float minimum() const { return m_minimum; }
    float maximum() const { return m_maximum; }
    const std::vector<SampleExtremes> &samples() const { return m_samples; }
    /// Bins are equal parts of [-limit(), limit()].
    float limit() const { return m_limit; }
    /// The lower end of bin `index`; the upper one is the next bin's.
    double edge(int index) const { return (index - kBins / 2) * (m_limit / (0.5 * kBins)); }
    const std::vector<std::int64_t> &bins() const { return m_bins; }
    /// Values of bin `index` that are not exactly zero.
    std::int64_t inexact(int index) const
    {
        // Zero is the lower end of the centre bin.
        return m_bins[static_cast<std::size_t>(index)] - (index == kBins / 2 ? m_zeros : 0);
    }

private:
    void growTo(float magnitude);
    void addExtremes(const SampleExtremes &seen, std::size_t sample);

    std::vector<std::int64_t> m_bins = std::vector<std::int64_t>(kBins, 0);
    float m_limit = 0;
    float m_minimum = 0;
    float m_maximum = 0;
    std::int64_t m_count = 0;
    std::int64_t m_nonFinite = 0;
    std::int64_t m_zeros = 0;
    std::vector<SampleExtremes> m_samples;
};

/// A uniform affine activation quantizer; zero is always a level.
struct ActivationRange
{
    int bits = kFloatBits;
    float scale = 1;
    std::int32_t zeroPoint = 0;
    std::int32_t quantMin = 0;
    std::int32_t quantMax = 0;
    /// Share of calibration values outside the range, 0..1.
    double clipped = 0;

    float lowest() const { return scale * static_cast<float>(quantMin - zeroPoint); }
    float highest() const { return scale * static_cast<float>(quantMax - zeroPoint); }
    bool operator==(const ActivationRange &) const = default;
};

/// One for each layer of a program; none for a float activation.
using ActivationRanges = std::vector<std::optional<ActivationRange>>;

/// The range the spec's observer (range_observers.h) chooses, on the codes of its mapping. A site
/// that saw nothing but zeros gets scale 1. Float gives a range with 32 bits. Throws from
/// validate(spec).
ActivationRange estimateRange(const ActivationHistogram &histogram, const ActivationSpec &spec);

/// out[i] = scale * (clamp(round(x / scale) + zeroPoint, quantMin, quantMax) - zeroPoint); nearest
/// even; NaN becomes 0. `out` may be `in`. Equals reference::fakeQuantize bit for bit.
void fakeQuantize(std::span<const float> in, std::span<float> out, const ActivationRange &range);

} // namespace quantloupe

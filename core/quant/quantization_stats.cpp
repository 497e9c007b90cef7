// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cpu_clones.h"
#include "base/parallel_for.h"
#include "quant/channel_blocks.h"
#include "quant/partial_sums.h"
#include "quant/weight_quantizer.h"

#include <array>
#include <cfloat>
#include <cmath>
#include <limits>
#include <mutex>

namespace quantloupe {

namespace {

/// Values between which nothing is clipped.
struct Representable
{
    double lowest;
    double highest;
};

Representable representable(const QuantizedTensor &tensor, std::size_t s)
{
    if (!tensor.codebook.empty()) {
        const auto levels = static_cast<std::size_t>(tensor.levelCount());
        return {tensor.codebook[s * levels], tensor.codebook[s * levels + levels - 1]};
    }
    // Half a unit in the last place: the extreme of a min-max range may round to beyond it.
    const double scale =
        static_cast<double>(tensor.scale[s]) * (1 + std::numeric_limits<float>::epsilon());
    return {scale * (tensor.quantMin - tensor.zeroPoint[s]),
            scale * (tensor.quantMax - tensor.zeroPoint[s])};
}

/// The sums of one scale, without the terms of non-finite weights.
struct ScaleSums
{
    double signal = 0;
    double noise = 0;
};

/// Whole numbers, which may be added in any order.
struct Tally
{
    std::int64_t nonFinite = 0;
    std::int64_t clipped = 0;
    /// Different codes of a scale, summed over scales.
    std::int64_t used = 0;

    void add(const Tally &other)
    {
        nonFinite += other.nonFinite;
        clipped += other.clipped;
        used += other.used;
    }
};

QUANTLOUPE_CPU_CLONES
void addPowers(const float *x, const float *values, std::size_t count, double *signal,
               double *noise)
{
    for (std::size_t i = 0; i < count; i += kPartialSums) {
        const std::size_t length = std::min(kPartialSums, count - i);
        for (std::size_t j = 0; j < length; ++j) {
            const bool isFinite = std::fabs(x[i + j]) <= FLT_MAX;
            const double power = isFinite ? x[i + j] : 0.0F;
            const double difference = isFinite ? power - values[i + j] : 0.0;
            signal[j] += power * power;
            noise[j] += difference * difference;
        }
    }
}

QUANTLOUPE_CPU_CLONES
void countOutside(const float *x, std::size_t count, double lowest, double highest,
                  std::int64_t *nonFinite, std::int64_t *clipped)
{
    std::int64_t infinite = 0;
    std::int64_t outside = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const bool isFinite = std::fabs(x[i]) <= FLT_MAX;
        infinite += isFinite ? 0 : 1;
        outside += isFinite && (x[i] < lowest || x[i] > highest) ? 1 : 0;
    }
    *nonFinite += infinite;
    *clipped += outside;
}

/// How often each code comes, in all and in the scale that is looked at.
class CodeCounts
{
public:
    explicit CodeCounts(const QuantizedTensor &tensor)
        : m_first(tensor.quantMin), m_total(static_cast<std::size_t>(tensor.levelCount()))
    {
        if (m_total.size() > kFewCodes)
            m_marks.assign(m_total.size(), -1);
    }

    /// Returns how many different codes there are.
    std::int64_t add(std::span<const std::int32_t> codes)
    {
        return m_marks.empty() ? addFew(codes) : addMany(codes);
    }
    const std::vector<std::int64_t> &total() const { return m_total; }

private:
    static constexpr std::size_t kFewCodes = 256;
    /// Equal codes in a row need not wait for each other's count.
    static constexpr std::size_t kTables = 4;

    std::int64_t addFew(std::span<const std::int32_t> codes)
    {
        std::array<std::array<std::int64_t, kFewCodes>, kTables> tables{};
        std::size_t i = 0;
        for (; i + kTables <= codes.size(); i += kTables)
            for (std::size_t j = 0; j < kTables; ++j)
                ++tables[j][indexOf(codes[i + j])];
        for (; i < codes.size(); ++i)
            ++tables[0][indexOf(codes[i])];
        std::int64_t different = 0;
        for (std::size_t code = 0; code < m_total.size(); ++code) {
            std::int64_t count = 0;
            for (const auto &table : tables)
                count += table[code];
            m_total[code] += count;
            different += count > 0 ? 1 : 0;
        }
        return different;
    }

    std::int64_t addMany(std::span<const std::int32_t> codes)
    {
        std::int64_t different = 0;
        for (const std::int32_t code : codes) {
            const std::size_t index = indexOf(code);
            ++m_total[index];
            different += m_marks[index] != m_scale ? 1 : 0;
            m_marks[index] = m_scale;
        }
        ++m_scale;
        return different;
    }

    std::size_t indexOf(std::int32_t code) const
    {
        return static_cast<std::size_t>(code - m_first);
    }

    std::int32_t m_first;
    std::vector<std::int64_t> m_total;
    /// The last scale that has a code; empty for few codes.
    std::vector<std::int64_t> m_marks;
    std::int64_t m_scale = 0;
};

/// Looks at the blocks of a tensor, several at the same time.
class TensorNumbers
{
public:
    TensorNumbers(std::span<const float> weights, const QuantizedTensor &tensor)
        : m_weights(weights),
          m_tensor(tensor),
          m_layout(tensor.layout),
          m_sums(static_cast<std::size_t>(m_layout.scaleCount())),
          m_counts(static_cast<std::size_t>(tensor.levelCount()))
    {
    }

    void add(const ChannelBlock &block)
    {
        std::vector<float> ownWeights;
        std::vector<float> ownValues;
        std::vector<std::int32_t> ownCodes;
        const auto x = blockOf(m_weights, m_layout, block, ownWeights);
        const auto values = blockOf(std::span(m_tensor.values), m_layout, block, ownValues);
        const auto codes = blockOf(std::span(m_tensor.codes), m_layout, block, ownCodes);
        CodeCounts counts(m_tensor);
        Tally tally;
        forEachScale(m_layout, block, [&](std::size_t s, std::size_t at, std::size_t count) {
            tally.used += counts.add(codes.subspan(at, count));
            addScale(s, x.subspan(at, count), values.subspan(at, count), tally);
        });
        const std::lock_guard lock(m_mutex);
        m_tally.add(tally);
        for (std::size_t code = 0; code < m_counts.size(); ++code)
            m_counts[code] += counts.total()[code];
    }

    QuantizationStats stats() const
    {
        ScaleSums all;
        for (const ScaleSums &sums : m_sums) {
            all.signal += sums.signal;
            all.noise += sums.noise;
        }
        const auto elements = static_cast<double>(m_weights.size());
        const double levels =
            m_tensor.spec.method == WeightMethod::Binary ? 2 : double(m_counts.size());
        QuantizationStats stats;
        stats.nonFinite = m_tally.nonFinite;
        stats.meanSquaredError = all.noise / elements;
        stats.sqnr = all.noise > 0 ? 10 * std::log10(all.signal / all.noise)
                                   : std::numeric_limits<double>::infinity();
        stats.occupancy = double(m_tally.used) / levels / double(m_sums.size());
        stats.entropy = entropy();
        stats.clipped = double(m_tally.clipped) / elements;
        return stats;
    }

private:
    void addScale(std::size_t s, std::span<const float> x, std::span<const float> values,
                  Tally &tally)
    {
        PartialSums signal;
        PartialSums noise;
        addPowers(x.data(), values.data(), x.size(), signal.sum, noise.sum);
        m_sums[s] = {signal.total(), noise.total()};
        const auto [lowest, highest] = representable(m_tensor, s);
        countOutside(x.data(), x.size(), lowest, highest, &tally.nonFinite, &tally.clipped);
    }

    double entropy() const
    {
        const auto all = static_cast<double>(m_tensor.codes.size());
        double bits = 0;
        for (const std::int64_t count : m_counts)
            if (count > 0)
                bits -= double(count) / all * std::log2(double(count) / all);
        return bits;
    }

    std::span<const float> m_weights;
    const QuantizedTensor &m_tensor;
    const ChannelLayout &m_layout;
    std::vector<ScaleSums> m_sums;
    std::mutex m_mutex;
    Tally m_tally;
    std::vector<std::int64_t> m_counts;
};

} // namespace

QuantizationStats quantizationStats(std::span<const float> weights,
                                    const QuantizedTensor &quantized, int threads)
{
    if (weights.empty() || quantized.codes.empty())
        return {.sqnr = std::numeric_limits<double>::infinity()};
    TensorNumbers numbers(weights, quantized);
    const std::vector<ChannelBlock> blocks = channelBlocks(quantized.layout);
    parallelFor(blocks.size(), threads, RunContext(),
                [&](std::size_t i) { numbers.add(blocks[i]); });
    return numbers.stats();
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/reference.h"

#include "quant/range_search.h"
#include "quant/reference_codebook.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace quantloupe::reference {

namespace {

using Values = std::vector<float>;

struct Level
{
    std::int32_t code;
    float value;
};

Level quantizeOne(float x, float scale, std::int32_t zeroPoint, std::int32_t quantMin,
                  std::int32_t quantMax)
{
    const double rounded = std::nearbyint(static_cast<double>(x / scale));
    const double code = std::clamp(rounded + zeroPoint, double(quantMin), double(quantMax));
    const auto q = static_cast<std::int32_t>(code);
    return {q, scale * static_cast<float>(q - zeroPoint)};
}

class SlowMeasure : public ErrorMeasure
{
public:
    explicit SlowMeasure(const Values &values) : m_values(values) {}

    double error(float scale, CodeLimits limits) const override
    {
        std::vector<double> squares;
        for (const float x : m_values) {
            const float difference =
                x - quantizeOne(x, scale, 0, -limits.below, limits.above).value;
            squares.push_back(double(difference) * double(difference));
        }
        return orderedSum(squares);
    }

    double refit(float scale, CodeLimits limits) const override
    {
        std::vector<double> products;
        std::vector<double> squares;
        for (const float x : m_values) {
            const double m = quantizeOne(x, scale, 0, -limits.below, limits.above).code;
            products.push_back(m * x);
            squares.push_back(m * m);
        }
        const double square = orderedSum(squares);
        return square == 0 ? 0 : orderedSum(products) / square;
    }

private:
    const Values &m_values;
};

/// One scale's elements: where they lie, their values with non-finite ones as 0, how many are
/// finite.
struct Channel
{
    std::vector<std::size_t> positions;
    Values values;
    Values finiteValues;
    double finite = 0;
};

Channel channelOf(std::span<const float> weights, const ChannelLayout &layout,
                  std::int64_t scaleIndex)
{
    Channel channel;
    const std::int64_t parts = layout.scalesPerChannel();
    std::int64_t number = -1;
    for (std::int64_t o = 0; o < layout.outer; ++o)
        for (std::int64_t c = 0; c < layout.channels; ++c)
            for (std::int64_t i = 0; i < layout.inner; ++i) {
                const std::int64_t group = o * layout.groups / layout.outer;
                if (group * layout.channels + c != scaleIndex / parts)
                    continue;
                ++number;
                if (parts > 1 && number / layout.scaleSpan != scaleIndex % parts)
                    continue;
                const auto position =
                    static_cast<std::size_t>((o * layout.channels + c) * layout.inner + i);
                const float x = weights[position];
                channel.positions.push_back(position);
                channel.values.push_back(std::isfinite(x) ? x : 0.0F);
                channel.finite += std::isfinite(x) ? 1 : 0;
                if (std::isfinite(x))
                    channel.finiteValues.push_back(x);
            }
    return channel;
}

double meanMagnitude(const Channel &channel)
{
    std::vector<double> magnitudes;
    for (const float x : channel.values)
        magnitudes.push_back(std::fabs(x));
    return orderedSum(magnitudes) / channel.finite;
}

AffineRange uniformRange(const Channel &channel, const WeightSpec &spec)
{
    float lowest = 0;
    float highest = 0;
    for (const float x : channel.values) {
        lowest = std::min(lowest, x);
        highest = std::max(highest, x);
    }
    const SlowMeasure measure(channel.values);
    const RangeProblem problem{measure, lowest, highest, channel.values};
    if (spec.mapping == MappingType::Asymmetric) {
        const bool clips = spec.method == WeightMethod::Mse;
        const std::int32_t quantMax = affineQuantMax(spec.bits);
        return clips ? mseAffine(problem, quantMax) : minMaxAffine(lowest, highest, quantMax);
    }
    const CodeLimits limits = symmetricLimits(spec.bits, spec.range);
    return {symmetricScale(problem, spec.method, limits), 0};
}

void quantizeUniform(const Channel &channel, const WeightSpec &spec, QuantizedTensor &out)
{
    const AffineRange range = uniformRange(channel, spec);
    for (std::size_t i = 0; i < channel.values.size(); ++i) {
        const Level level = quantizeOne(channel.values[i], range.scale, range.zeroPoint,
                                        out.quantMin, out.quantMax);
        out.codes[channel.positions[i]] = level.code;
        out.values[channel.positions[i]] = level.value;
    }
    out.scale.push_back(range.scale);
    out.zeroPoint.push_back(range.zeroPoint);
}

/// The codes sign(w) where `isKept(|w|)`, else 0.
void quantizeBySign(const Channel &channel, float scale, const std::function<bool(float)> &isKept,
                    QuantizedTensor &out)
{
    for (std::size_t i = 0; i < channel.values.size(); ++i) {
        const float x = channel.values[i];
        const std::int32_t sign = x >= 0 ? 1 : -1;
        const std::int32_t code = isKept(std::fabs(x)) ? sign : 0;
        out.codes[channel.positions[i]] = code;
        out.values[channel.positions[i]] = scale * static_cast<float>(code);
    }
    out.scale.push_back(scale);
    out.zeroPoint.push_back(0);
}

void quantizeTernary(const Channel &channel, QuantizedTensor &out)
{
    const float threshold =
        channel.finite == 0 ? 0 : static_cast<float>(0.7 * meanMagnitude(channel));
    std::vector<double> kept;
    double count = 0;
    for (const float x : channel.values) {
        kept.push_back(std::fabs(x) > threshold ? std::fabs(x) : 0.0);
        count += std::fabs(x) > threshold ? 1 : 0;
    }
    const float scale = count == 0 ? 1 : static_cast<float>(orderedSum(kept) / count);
    quantizeBySign(
        channel, scale, [&](float x) { return x > threshold; }, out);
}

void quantizeTernaryExactly(const Channel &channel, QuantizedTensor &out)
{
    Values sorted;
    for (const float x : channel.values)
        sorted.push_back(std::fabs(x));
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    double bestGain = 0;
    float scale = 1;
    float least = INFINITY;
    for (std::size_t k = 1; k <= sorted.size(); ++k) {
        if (k < sorted.size() && sorted[k] == sorted[k - 1])
            continue;
        double sum = 0;
        for (std::size_t i = 0; i < k; ++i)
            sum = sum + sorted[i];
        const double mean = sum / double(k);
        if (sorted[k - 1] > 0 && sum * mean > bestGain) {
            bestGain = sum * mean;
            scale = static_cast<float>(mean);
            least = sorted[k - 1];
        }
    }
    quantizeBySign(
        channel, scale, [&](float x) { return x >= least; }, out);
}

void quantizeBinary(const Channel &channel, QuantizedTensor &out)
{
    const float scale = channel.finite == 0 ? 1 : static_cast<float>(meanMagnitude(channel));
    quantizeBySign(
        channel, scale, [](float) { return true; }, out);
}

void quantizeByCodebook(const Channel &channel, const WeightSpec &spec, QuantizedTensor &out)
{
    const CodedChannel coded = codedChannel(channel.values, channel.finiteValues, spec);
    for (std::size_t i = 0; i < channel.values.size(); ++i) {
        out.codes[channel.positions[i]] = coded.codes[i];
        out.values[channel.positions[i]] = coded.levels[static_cast<std::size_t>(coded.codes[i])];
    }
    out.codebook.insert(out.codebook.end(), coded.levels.begin(), coded.levels.end());
    out.scale.push_back(1);
    out.zeroPoint.push_back(0);
}

void setCodeBounds(QuantizedTensor &out)
{
    const WeightSpec &spec = out.spec;
    const std::int32_t half = 1 << (spec.bits - 1);
    if (spec.method == WeightMethod::Binary || spec.method == WeightMethod::Ternary ||
        spec.method == WeightMethod::TernaryExact) {
        out.quantMin = -1;
        out.quantMax = 1;
    } else if (spec.mapping == MappingType::Asymmetric || hasCodebook(spec.method)) {
        out.quantMin = 0;
        out.quantMax = 2 * half - 1;
    } else {
        out.quantMin = spec.range == CodeRange::Full ? -half : -half + 1;
        out.quantMax = half - 1;
    }
}

void quantizeChannel(const Channel &channel, const WeightSpec &spec, QuantizedTensor &out)
{
    switch (spec.method) {
    case WeightMethod::Ternary:
        return quantizeTernary(channel, out);
    case WeightMethod::TernaryExact:
        return quantizeTernaryExactly(channel, out);
    case WeightMethod::Binary:
        return quantizeBinary(channel, out);
    case WeightMethod::Extremes:
    case WeightMethod::Em:
    case WeightMethod::KMeans:
    case WeightMethod::Log:
    case WeightMethod::Tanh:
        return quantizeByCodebook(channel, spec, out);
    default:
        return quantizeUniform(channel, spec, out);
    }
}

} // namespace

QuantizedTensor quantize(std::span<const float> weights, const ChannelLayout &layout,
                         const WeightSpec &spec)
{
    validate(spec);
    QuantizedTensor out;
    out.spec = spec;
    out.layout = layout;
    if (spec.granularity == Granularity::PerTensor)
        out.layout = {1, 1, layout.elementCount(), 1};
    out.layout.scaleSpan = groupSize(spec.granularity);
    if (spec.isFloat()) {
        out.values.assign(weights.begin(), weights.end());
        return out;
    }
    setCodeBounds(out);
    out.codes.resize(weights.size());
    out.values.resize(weights.size());
    for (std::int64_t s = 0; s < out.layout.scaleCount(); ++s)
        quantizeChannel(channelOf(weights, out.layout, s), spec, out);
    return out;
}

void fakeQuantize(std::span<const float> in, std::span<float> out, const ActivationRange &range)
{
    for (std::size_t i = 0; i < in.size(); ++i) {
        const float x = std::isnan(in[i]) ? 0.0F : in[i];
        out[i] = range.bits == kFloatBits
                     ? in[i]
                     : quantizeOne(x, range.scale, range.zeroPoint, range.quantMin, range.quantMax)
                           .value;
    }
}

} // namespace quantloupe::reference

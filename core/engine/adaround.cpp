// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/adaround.h"

#include "quant/channel_view.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

/// The rectified sigmoid's stretch (paper, equation 23).
constexpr double kUpper = 1.1;
constexpr double kLower = -0.1;
/// Adam's usual moments and guard.
constexpr double kFirstMoment = 0.9;
constexpr double kSecondMoment = 0.999;
constexpr double kGuard = 1e-8;

ChannelLayout wholeChannels(ChannelLayout layout)
{
    layout.scaleSpan = 0;
    return layout;
}

/// channels x weights of a channel.
at::Tensor byChannels(std::span<const float> values, const ChannelLayout &layout)
{
    const ChannelLayout whole = wholeChannels(layout);
    const at::Tensor matrix = at::empty({whole.channelCount(), whole.channelSize()}, at::kFloat);
    float *to = matrix.data_ptr<float>();
    for (std::int64_t c = 0; c < whole.channelCount(); ++c)
        forEachRun(whole, c, [&](std::int64_t offset, std::int64_t length) {
            to = std::copy_n(values.data() + offset, length, to);
        });
    return matrix;
}

template <typename Value>
void fromChannels(const at::Tensor &matrix, const ChannelLayout &layout, std::vector<Value> &values)
{
    const ChannelLayout whole = wholeChannels(layout);
    const float *from = matrix.data_ptr<float>();
    for (std::int64_t c = 0; c < whole.channelCount(); ++c)
        forEachRun(whole, c, [&](std::int64_t offset, std::int64_t length) {
            for (std::int64_t i = 0; i < length; ++i)
                values[static_cast<std::size_t>(offset + i)] = static_cast<Value>(*from++);
        });
}

/// One value of each scale for each weight.
template <typename Value>
std::vector<float> spread(const std::vector<Value> &ofScales, const ChannelLayout &layout)
{
    std::vector<float> values(static_cast<std::size_t>(layout.elementCount()));
    for (std::int64_t s = 0; s < layout.scaleCount(); ++s)
        forEachRun(layout, s, [&](std::int64_t offset, std::int64_t length) {
            std::fill_n(values.begin() + offset, length,
                        static_cast<float>(ofScales[static_cast<std::size_t>(s)]));
        });
    return values;
}

/// error times the form, of the channels of one group.
at::Tensor timesForm(const at::Tensor &error, const GramParts &parts)
{
    if (parts.size() == 1)
        return at::matmul(error, parts.front().gram);
    const at::Tensor product = at::zeros_like(error);
    for (const GramPart &part : parts) {
        const at::Tensor columns = at::tensor(part.columns, at::kLong);
        product.index_add_(1, columns, at::matmul(error.index_select(1, columns), part.gram));
    }
    return product;
}

/// Of each channel.
at::Tensor errorsOf(const at::Tensor &error, const GramParts &parts)
{
    return (error * timesForm(error, parts)).sum(1);
}

/// The rounding of the channels of one group.
class Rounding
{
public:
    Rounding(const at::Tensor &weights, const at::Tensor &nearest, const at::Tensor &scale,
             const GramParts &parts, const GramParts &judge)
        : m_weights(weights), m_nearest(nearest), m_scale(scale), m_parts(parts), m_judge(judge)
    {
    }

    /// Codes less the zero point, channels x weights. `lowest` and `highest` bound them.
    at::Tensor find(const at::Tensor &lowest, const at::Tensor &highest, const AdaRoundPlan &plan,
                    const RunContext &context)
    {
        const at::Tensor position = m_weights / m_scale;
        m_below = at::floor(position);
        const at::Tensor isFree =
            (m_below >= lowest).logical_and(m_below < highest).logical_and(at::isfinite(position));
        m_free = isFree.to(at::kFloat);
        const double total =
            errorsOf(m_nearest * m_scale - m_weights, m_parts).sum().item<double>();
        if (!(total > 0) || !std::isfinite(total))
            return m_nearest;
        const at::Tensor share = (position - m_below).clamp(1e-4, 1 - 1e-4);
        m_v = -at::log((kUpper - kLower) / (share - kLower) - 1);
        optimize(total, plan, context);
        const at::Tensor up = (at::sigmoid(m_v) >= 0.5).to(at::kFloat);
        const at::Tensor chosen = at::where(isFree, m_below + up, m_nearest);
        const at::Tensor before = errorsOf(m_nearest * m_scale - m_weights, m_judge);
        const at::Tensor after = errorsOf(chosen * m_scale - m_weights, m_judge);
        return at::where((after < before).unsqueeze(1), chosen, m_nearest);
    }

private:
    void optimize(double total, const AdaRoundPlan &plan, const RunContext &context)
    {
        at::Tensor first = at::zeros_like(m_v);
        at::Tensor second = at::zeros_like(m_v);
        const double count = std::max(1.0, m_free.sum().item<double>());
        const int warmUp = static_cast<int>(plan.warmUp * plan.iterations);
        for (int i = 0; i < plan.iterations; ++i) {
            context.advance(static_cast<double>(i) / plan.iterations);
            const double progress =
                static_cast<double>(i - warmUp) / std::max(1, plan.iterations - warmUp);
            const double beta = plan.firstBeta + (plan.lastBeta - plan.firstBeta) * progress;
            const double weight = i < warmUp ? 0 : plan.regularization / count;
            const at::Tensor slope = gradient(total, beta, weight);
            first = kFirstMoment * first + (1 - kFirstMoment) * slope;
            second = kSecondMoment * second + (1 - kSecondMoment) * slope * slope;
            const double firstScale = 1 / (1 - std::pow(kFirstMoment, i + 1));
            const double secondScale = 1 / (1 - std::pow(kSecondMoment, i + 1));
            m_v -=
                plan.learningRate * firstScale * first / (at::sqrt(second * secondScale) + kGuard);
        }
    }

    /// Of error / `total` + `weight` times the regularizer, by V.
    at::Tensor gradient(double total, double beta, double weight) const
    {
        const at::Tensor sigmoid = at::sigmoid(m_v);
        const at::Tensor stretched = (kUpper - kLower) * sigmoid + kLower;
        const at::Tensor h = stretched.clamp(0, 1);
        const at::Tensor codes = at::where(m_free > 0, m_below + h, m_nearest);
        at::Tensor slope = timesForm(codes * m_scale - m_weights, m_parts) * m_scale * (2 / total);
        if (weight > 0) {
            const at::Tensor distance = 2 * h - 1;
            slope = slope -
                    weight * 2 * beta * at::pow(at::abs(distance), beta - 1) * at::sign(distance);
        }
        const at::Tensor inside =
            (stretched > 0).logical_and(stretched < 1).to(at::kFloat) * m_free;
        return slope * inside * (kUpper - kLower) * sigmoid * (1 - sigmoid);
    }

    const at::Tensor m_weights;
    const at::Tensor m_nearest;
    const at::Tensor m_scale;
    const GramParts &m_parts;
    const GramParts &m_judge;
    at::Tensor m_below;
    at::Tensor m_free;
    at::Tensor m_v;
};

} // namespace

std::vector<double> outputErrors(std::span<const float> weights, std::span<const float> values,
                                 const ChannelLayout &layout, const WeightGrams &grams)
{
    const at::Tensor error = byChannels(values, layout) - byChannels(weights, layout);
    std::vector<double> errors;
    const std::int64_t size = layout.channelCount() / grams.groupCount();
    for (std::int64_t group = 0; group < grams.groupCount(); ++group) {
        const at::Tensor ofGroup = errorsOf(error.narrow(0, group * size, size),
                                            grams.groups()[static_cast<std::size_t>(group)]);
        for (std::int64_t c = 0; c < size; ++c)
            errors.push_back(ofGroup[c].item<double>());
    }
    return errors;
}

QuantizedTensor adaptiveRounding(std::span<const float> weights, QuantizedTensor quantized,
                                 const ChannelLayout &layout, const WeightGrams &grams,
                                 const WeightGrams &judge, const AdaRoundPlan &plan,
                                 const RunContext &context)
{
    const std::vector<float> scale = spread(quantized.scale, quantized.layout);
    const std::vector<float> zeroPoint = spread(quantized.zeroPoint, quantized.layout);
    const at::Tensor zero = byChannels(zeroPoint, layout);
    const std::vector<float> codes(quantized.codes.begin(), quantized.codes.end());
    const at::Tensor nearest = byChannels(codes, layout) - zero;
    const at::Tensor scales = byChannels(scale, layout);
    const at::Tensor all = byChannels(weights, layout);
    const at::Tensor chosen = at::empty_like(nearest);
    const std::int64_t groups = grams.groupCount();
    const std::int64_t size = layout.channelCount() / groups;
    for (std::int64_t group = 0; group < groups; ++group) {
        const auto part = [&](const at::Tensor &matrix) {
            return matrix.narrow(0, group * size, size);
        };
        const auto share = [&](std::int64_t done) {
            return static_cast<double>(done) / static_cast<double>(groups);
        };
        Rounding rounding(part(all), part(nearest), part(scales),
                          grams.groups()[static_cast<std::size_t>(group)],
                          judge.groups()[static_cast<std::size_t>(group)]);
        part(chosen).copy_(rounding.find(quantized.quantMin - part(zero),
                                         quantized.quantMax - part(zero), plan,
                                         context.sub(share(group), share(group + 1))));
    }
    fromChannels(chosen + zero, layout, quantized.codes);
    fromChannels(chosen * scales, layout, quantized.values);
    return quantized;
}

} // namespace quantloupe

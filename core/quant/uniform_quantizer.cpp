// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/channel_quantizers.h"
#include "quant/uniform_kernels.h"

namespace quantloupe {

namespace {

class FastMeasure : public ErrorMeasure
{
public:
    explicit FastMeasure(std::span<const float> values) : m_values(values) {}

    double error(float scale, CodeLimits limits) const override
    {
        return quantizationError(m_values, scale, limits);
    }

    double refit(float scale, CodeLimits limits) const override
    {
        const RefitSums sums = refitSums(m_values, scale, limits);
        return sums.codeSquared > 0 ? sums.codeTimesValue / sums.codeSquared : 0;
    }

private:
    std::span<const float> m_values;
};

} // namespace

AffineRange quantizeUniformChannel(const ChannelWeights &weights, const WeightSpec &spec,
                                   ChannelCodes out)
{
    const FastMeasure measure(weights.values);
    const auto [lowest, highest] = extremesWithZero(weights.values);
    const RangeProblem problem{measure, lowest, highest, weights.values};
    AffineRange range;
    CodeLimits limits = symmetricLimits(spec.bits, spec.range);
    if (spec.mapping == MappingType::Symmetric) {
        range.scale = symmetricScale(problem, spec.method, limits);
    } else {
        const std::int32_t quantMax = affineQuantMax(spec.bits);
        const bool clips = spec.method == WeightMethod::Mse;
        range = clips ? mseAffine(problem, quantMax) : minMaxAffine(lowest, highest, quantMax);
        limits = affineLimits(quantMax, range.zeroPoint);
    }
    quantizeUniform(weights.values, range.scale, limits, range.zeroPoint, out.codes, out.values);
    return range;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/quant_spec.h"

#include "quant/spec_error.h"

#include <array>

namespace quantloupe {

namespace {

constexpr int kFewestBits = 2;
constexpr int kMostBits = 16;

bool isUniformBits(int bits)
{
    return bits >= kFewestBits && bits <= kMostBits;
}

std::string bitsText(BitRange range)
{
    if (range.least == range.most)
        return std::to_string(range.least) + (range.least == 1 ? " bit" : " bits");
    return std::to_string(range.least) + " to " + std::to_string(range.most) + " bits";
}

std::string advice(const WeightSpec &spec)
{
    const std::string method(name(spec.method));
    if (spec.method == WeightMethod::Binary)
        return "write w1 or choose another method.";
    if (spec.method == WeightMethod::Ternary || spec.method == WeightMethod::TernaryExact)
        return "write w2:" + method + " or choose another method.";
    if (hasCodebook(spec.method) && isUniformBits(spec.bits))
        return "use mse or minmax for more.";
    return "for 1 bit use binary, for no quantizer wfloat.";
}

void validateBits(const WeightSpec &spec)
{
    const std::string asked = std::to_string(spec.bits);
    const BitRange range = bitRange(spec.method);
    if (range.contains(spec.bits))
        return;
    if (spec.isFloat())
        throw SpecError(SpecFault::FloatBits,
                        "A float weight has 32 bits, not " + asked +
                            "; choose a method such as mse.",
                        spec.method, spec.bits);
    throw SpecError(SpecFault::MethodBits,
                    "The method " + std::string(name(spec.method)) + " takes " + bitsText(range) +
                        ", not " + asked + "; " + advice(spec),
                    spec.method, spec.bits);
}

} // namespace

WeightSpec weightSpecOfBits(int bits)
{
    WeightSpec spec;
    spec.bits = bits;
    if (bits == kFloatBits)
        return spec;
    if (bits != 1 && !isUniformBits(bits))
        throw SpecError(SpecFault::WeightBits,
                        "Weights take 1 to 16 bits, or 32 for float, not " +
                            std::to_string(bits) + ".",
                        {}, bits);
    spec.method = bits == 1 ? WeightMethod::Binary : WeightMethod::Mse;
    return spec;
}

WeightSpec withBits(WeightSpec spec, int bits)
{
    const WeightSpec plain = weightSpecOfBits(bits);
    const bool keepsMethod = !spec.isFloat() && bitRange(spec.method).contains(bits);
    if (plain.isFloat() || keepsMethod) {
        spec.bits = bits;
        return plain.isFloat() ? plain : spec;
    }
    const Granularity granularity = spec.granularity;
    spec = plain;
    spec.granularity = granularity;
    return spec;
}

ActivationSpec withBits(ActivationSpec spec, int bits)
{
    spec.bits = bits;
    validate(spec);
    return spec;
}

bool isSymmetric(const WeightSpec &spec)
{
    return spec.mapping == MappingType::Symmetric && !hasFreeEnds(spec.method) &&
           spec.method != WeightMethod::KMeans;
}

WeightSpec canonical(WeightSpec spec)
{
    if (spec.isFloat())
        return {};
    if (!hasMapping(spec.method))
        spec.mapping = MappingType::Symmetric;
    if (!hasRange(spec.method) || spec.mapping == MappingType::Asymmetric)
        spec.range = CodeRange::Narrow;
    return spec;
}

ActivationSpec canonical(ActivationSpec spec)
{
    if (spec.isFloat())
        return {};
    if (spec.estimator != RangeEstimator::Percentile)
        spec.percentile = ActivationSpec{}.percentile;
    if (spec.estimator != RangeEstimator::MovingAverage)
        spec.averaging = ActivationSpec{}.averaging;
    return spec;
}

void validate(const WeightSpec &spec)
{
    validateBits(spec);
    if (spec.mapping == MappingType::Asymmetric && !hasMapping(spec.method) && !spec.isFloat())
        throw SpecError(SpecFault::Mapping,
                        "The method " + std::string(name(spec.method)) +
                            " has a mapping of its own; leave asym out, or use minmax or mse.",
                        spec.method);
}

void validate(const ActivationSpec &spec)
{
    if (!spec.isFloat() && !isUniformBits(spec.bits))
        throw SpecError(SpecFault::ActivationBits,
                        "Activations take 2 to 16 bits, or 32 for float, not " +
                            std::to_string(spec.bits) + ".",
                        {}, spec.bits);
    // Written so that NaN is refused too.
    if (!(spec.percentile >= 0 && spec.percentile < 0.5))
        throw SpecError(SpecFault::Percentile,
                        "The percentile must be at least 0 and below 0.5; it is the share cut off "
                        "at each end, for example 0.0001.");
    if (!(spec.averaging > 0 && spec.averaging <= 1))
        throw SpecError(SpecFault::Averaging,
                        "The weight of a sample in a moving average must be above 0 and at most 1, "
                        "for example 0.01.");
}

std::string_view name(WeightMethod method)
{
    switch (method) {
    case WeightMethod::Float:
        return "float";
    case WeightMethod::MinMax:
        return "minmax";
    case WeightMethod::Mse:
        return "mse";
    case WeightMethod::Pow2:
        return "pow2";
    case WeightMethod::Extremes:
        return "extremes";
    case WeightMethod::Em:
        return "em";
    case WeightMethod::KMeans:
        return "kmeans";
    case WeightMethod::Log:
        return "log";
    case WeightMethod::Tanh:
        return "tanh";
    case WeightMethod::Ternary:
        return "ternary";
    case WeightMethod::TernaryExact:
        return "ternary-exact";
    case WeightMethod::Binary:
        return "binary";
    }
    return "unknown";
}

std::span<const Granularity> granularities()
{
    static constexpr std::array kAll = {Granularity::PerTensor,   Granularity::PerChannel,
                                        Granularity::PerGroup128, Granularity::PerGroup64,
                                        Granularity::PerGroup32,  Granularity::PerGroup16};
    return kAll;
}

std::string_view name(MappingType mapping)
{
    return mapping == MappingType::Symmetric ? "sym" : "asym";
}

std::string_view name(Granularity granularity)
{
    switch (granularity) {
    case Granularity::PerTensor:
        return "tensor";
    case Granularity::PerChannel:
        return "channel";
    case Granularity::PerGroup16:
        return "group16";
    case Granularity::PerGroup32:
        return "group32";
    case Granularity::PerGroup64:
        return "group64";
    case Granularity::PerGroup128:
        return "group128";
    }
    return "unknown";
}

std::string_view name(CodeRange range)
{
    return range == CodeRange::Narrow ? "narrow" : "full";
}

std::string_view name(RangeEstimator estimator)
{
    switch (estimator) {
    case RangeEstimator::MinMax:
        return "minmax";
    case RangeEstimator::MovingAverage:
        return "average";
    case RangeEstimator::MeanExtremes:
        return "meanmax";
    case RangeEstimator::Percentile:
        return "percentile";
    case RangeEstimator::Mse:
        return "mse";
    case RangeEstimator::Entropy:
        return "entropy";
    }
    return "unknown";
}

std::span<const RangeEstimator> rangeEstimators()
{
    static constexpr std::array kAll = {RangeEstimator::MinMax,       RangeEstimator::MovingAverage,
                                        RangeEstimator::MeanExtremes, RangeEstimator::Percentile,
                                        RangeEstimator::Mse,          RangeEstimator::Entropy};
    return kAll;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/quant_spec.h"

#include "base/error.h"

namespace quantloupe {

namespace {

constexpr int kFewestBits = 2;
constexpr int kMostBits = 16;

bool isUniformBits(int bits)
{
    return bits >= kFewestBits && bits <= kMostBits;
}

[[noreturn]] void refuse(const std::string &message)
{
    throw Error(ErrorKind::BadInput, message);
}

void validateBits(const WeightSpec &spec)
{
    const std::string asked = std::to_string(spec.bits);
    switch (spec.method) {
    case WeightMethod::Float:
        if (spec.bits != kFloatBits)
            refuse("A float weight has 32 bits, not " + asked + "; choose a method such as mse.");
        return;
    case WeightMethod::MinMax:
    case WeightMethod::Mse:
        if (!isUniformBits(spec.bits))
            refuse("The method " + std::string(name(spec.method)) + " takes 2 to 16 bits, not " +
                   asked + "; for 1 bit use binary, for no quantizer wfloat.");
        return;
    case WeightMethod::Ternary:
    case WeightMethod::TernaryExact:
        if (spec.bits != 2)
            refuse("Ternary weights take 2 bits, not " + asked +
                   "; write w2:" + std::string(name(spec.method)) + " or choose another method.");
        return;
    case WeightMethod::Binary:
        if (spec.bits != 1)
            refuse("Binary weights take 1 bit, not " + asked +
                   "; write w1 or choose another method.");
        return;
    }
    refuse("The weight method is not one that this version knows.");
}

} // namespace

WeightSpec weightSpecOfBits(int bits)
{
    WeightSpec spec;
    spec.bits = bits;
    if (bits == kFloatBits)
        return spec;
    if (bits != 1 && !isUniformBits(bits))
        refuse("Weights cannot have " + std::to_string(bits) +
               " bits; use 1, 2 to 16, or 32 for float.");
    spec.method = bits == 1 ? WeightMethod::Binary : WeightMethod::Mse;
    return spec;
}

WeightSpec withBits(WeightSpec spec, int bits)
{
    const WeightSpec plain = weightSpecOfBits(bits);
    const bool keepsMethod =
        (hasRange(spec.method) && isUniformBits(bits)) || (spec.bits == bits && !spec.isFloat());
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

WeightSpec canonical(WeightSpec spec)
{
    if (spec.isFloat())
        return {};
    if (!hasRange(spec.method))
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
    return spec;
}

void validate(const WeightSpec &spec)
{
    validateBits(spec);
    if (spec.mapping == MappingType::Asymmetric && !hasRange(spec.method) && !spec.isFloat())
        refuse("The method " + std::string(name(spec.method)) +
               " is symmetric by nature; leave asym out, or use minmax or mse.");
}

void validate(const ActivationSpec &spec)
{
    if (!spec.isFloat() && !isUniformBits(spec.bits))
        refuse("Activations cannot have " + std::to_string(spec.bits) +
               " bits; use 2 to 16, or 32 for float.");
    // Written so that NaN is refused too.
    if (!(spec.percentile >= 0 && spec.percentile < 0.5))
        refuse("The percentile must be at least 0 and below 0.5; it is the share cut off at each "
               "end, for example 0.0001.");
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
    case WeightMethod::Ternary:
        return "ternary";
    case WeightMethod::TernaryExact:
        return "ternary-exact";
    case WeightMethod::Binary:
        return "binary";
    }
    return "unknown";
}

std::string_view name(MappingType mapping)
{
    return mapping == MappingType::Symmetric ? "sym" : "asym";
}

std::string_view name(Granularity granularity)
{
    return granularity == Granularity::PerTensor ? "tensor" : "channel";
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
    case RangeEstimator::Percentile:
        return "percentile";
    case RangeEstimator::Mse:
        return "mse";
    }
    return "unknown";
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <compare>
#include <span>
#include <string>
#include <string_view>

namespace quantloupe {

/// How a weight tensor is turned into codes. Float leaves it as it is; sourceOf() says where each
/// comes from.
enum class WeightMethod {
    Float,
    MinMax,
    Mse,
    Pow2,
    Extremes,
    Em,
    KMeans,
    Log,
    Tanh,
    Ternary,
    TernaryExact,
    Binary
};
enum class MappingType { Symmetric, Asymmetric };
/// What shares a scale: the whole weight, an output channel, or so many consecutive weights of an
/// output channel in memory order (the last group of a channel may be shorter).
enum class Granularity { PerTensor, PerChannel, PerGroup16, PerGroup32, PerGroup64, PerGroup128 };
/// Which codes a symmetric quantizer of b bits uses: Narrow -(2^(b-1)-1)..2^(b-1)-1 (2^b - 1
/// levels), Full -2^(b-1)..2^(b-1)-1 (2^b levels). Asymmetric mappings always use 2^b levels.
enum class CodeRange { Narrow, Full };
/// The observer that chooses an activation's range from what calibration saw (range_observers.h);
/// sourceOf() says where each comes from.
enum class RangeEstimator { MinMax, MovingAverage, MeanExtremes, Percentile, Mse, Entropy };

inline constexpr int kFloatBits = 32;

struct WeightSpec
{
    WeightMethod method = WeightMethod::Float;
    /// Within bitRange(method).
    int bits = kFloatBits;
    MappingType mapping = MappingType::Symmetric;
    Granularity granularity = Granularity::PerChannel;
    CodeRange range = CodeRange::Narrow;

    bool isFloat() const { return method == WeightMethod::Float; }
    auto operator<=>(const WeightSpec &) const = default;
};

struct ActivationSpec
{
    /// 2..16, or kFloatBits for no quantizer. Always per tensor.
    int bits = kFloatBits;
    RangeEstimator estimator = RangeEstimator::Percentile;
    /// Share cut off at each end by the Percentile estimator, in [0, 0.5).
    double percentile = 1e-4;
    /// Where no calibration value is negative both are unsigned: codes 0..2^b-1 from zero on. Else
    /// Asymmetric has codes 0..2^b-1 and a zero point, Symmetric -(2^(b-1)-1)..2^(b-1)-1.
    MappingType mapping = MappingType::Asymmetric;
    /// Weight of each further sample in the MovingAverage estimator, in (0, 1].
    double averaging = 0.01;

    bool isFloat() const { return bits == kFloatBits; }
    auto operator<=>(const ActivationSpec &) const = default;
};

/// Everything a user can set on one layer's two quantization sites.
struct LayerQuantSpec
{
    WeightSpec weight;
    ActivationSpec activation;

    bool isFloat() const { return weight.isFloat() && activation.isFloat(); }
    auto operator<=>(const LayerQuantSpec &) const = default;
};

/// The method maps a range of values onto equally spaced codes and clips what lies beyond.
constexpr bool hasRange(WeightMethod method)
{
    return method == WeightMethod::MinMax || method == WeightMethod::Mse ||
           method == WeightMethod::Pow2;
}

/// The method takes both mappings; all others have one by nature.
constexpr bool hasMapping(WeightMethod method)
{
    return method == WeightMethod::MinMax || method == WeightMethod::Mse;
}

/// Levels are equally far apart and begin anywhere: zero need not be one of them.
constexpr bool hasFreeEnds(WeightMethod method)
{
    return method == WeightMethod::Extremes || method == WeightMethod::Em;
}

/// Codes are indices into 2^bits ascending levels per scale (codebook.h).
constexpr bool hasCodebook(WeightMethod method)
{
    return hasFreeEnds(method) || method == WeightMethod::KMeans || method == WeightMethod::Log ||
           method == WeightMethod::Tanh;
}

/// Weights that share a scale; 0 where it is not a fixed number of them.
constexpr int groupSize(Granularity granularity)
{
    switch (granularity) {
    case Granularity::PerTensor:
    case Granularity::PerChannel:
        break;
    case Granularity::PerGroup16:
        return 16;
    case Granularity::PerGroup32:
        return 32;
    case Granularity::PerGroup64:
        return 64;
    case Granularity::PerGroup128:
        return 128;
    }
    return 0;
}

/// Levels come in pairs of opposite sign, zero excepted.
bool isSymmetric(const WeightSpec &spec);

struct BitRange
{
    int least = 0;
    int most = 0;
    constexpr bool contains(int bits) const { return bits >= least && bits <= most; }
};

/// The bit-widths a method takes. Codebooks end at 8 bits: from there on the levels of Mse lie
/// nearly as well, and 2^bits levels per channel would outweigh the codes.
constexpr BitRange bitRange(WeightMethod method)
{
    switch (method) {
    case WeightMethod::Float:
        break;
    case WeightMethod::MinMax:
    case WeightMethod::Mse:
    case WeightMethod::Pow2:
        return {2, 16};
    case WeightMethod::Extremes:
    case WeightMethod::Em:
    case WeightMethod::KMeans:
        return {1, 8};
    case WeightMethod::Log:
    case WeightMethod::Tanh:
        return {2, 8};
    case WeightMethod::Ternary:
    case WeightMethod::TernaryExact:
        return {2, 2};
    case WeightMethod::Binary:
        return {1, 1};
    }
    return {kFloatBits, kFloatBits};
}

/// The weight spec a bare bit-width stands for: 1 is Binary, 2..16 symmetric per channel with MSE
/// clip, kFloatBits Float. Throws Error{BadInput} for any other number.
WeightSpec weightSpecOfBits(int bits);
/// The same spec with another bit-width; the method follows where it must (one that cannot have
/// 1 bit becomes Binary, a ternary weight asked for 8 bits uniform). Throws Error{BadInput} as
/// above.
WeightSpec withBits(WeightSpec spec, int bits);
ActivationSpec withBits(ActivationSpec spec, int bits);
/// The same quantizer with the fields its method ignores at their defaults (the code range of an
/// asymmetric mapping, the parameters of another estimator, ...), so that equal quantizers compare
/// equal. Does not validate.
WeightSpec canonical(WeightSpec spec);
ActivationSpec canonical(ActivationSpec spec);
/// Throws Error{BadInput} that says which combination is impossible and what to use instead.
void validate(const WeightSpec &spec);
void validate(const ActivationSpec &spec);

/// The command line's notation (CLI.md), for example "w4:mse:channel" or "a8:percentile=0.001".
/// Parts that equal the default are left out. `parseSpec` is the inverse for canonical specs: it
/// takes the parts after the bits in any order and throws Error{BadInput} that names the offending
/// word and lists what is accepted, Error{Unsupported} for a word of the notation that this
/// version has no quantizer for.
std::string toText(const WeightSpec &spec);
std::string toText(const ActivationSpec &spec);

/// One SPEC of --set: either part may be absent, then the layer's present setting stays.
struct SpecEdit
{
    bool setsWeight = false;
    bool setsActivation = false;
    LayerQuantSpec spec;
};
SpecEdit parseSpec(std::string_view text);

std::string_view name(WeightMethod method);
/// Every method but Float, in the order of the help texts.
std::span<const WeightMethod> weightMethods();
/// One line that names what the method does and where it was published, and says so where its
/// inner detail is only the field's usual form.
std::string_view sourceOf(WeightMethod method);
/// Every granularity, the coarsest first.
std::span<const Granularity> granularities();
std::string_view name(MappingType mapping);
std::string_view name(Granularity granularity);
std::string_view name(CodeRange range);
std::string_view name(RangeEstimator estimator);
/// In the order of the help texts.
std::span<const RangeEstimator> rangeEstimators();
/// As sourceOf(WeightMethod).
std::string_view sourceOf(RangeEstimator estimator);

} // namespace quantloupe

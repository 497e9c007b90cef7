// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/size_report.h"

namespace quantloupe {

namespace {

constexpr std::int64_t kFloatBytes = 4;

std::int64_t wholeBytes(std::int64_t bits)
{
    return (bits + 7) / 8;
}

/// What the codes of one scale need to be read.
std::int64_t scaleBytes(const WeightSpec &spec)
{
    if (spec.method == WeightMethod::KMeans)
        return kFloatBytes << spec.bits;
    if (hasFreeEnds(spec.method))
        return 2 * kFloatBytes;
    return kFloatBytes + (spec.mapping == MappingType::Asymmetric ? wholeBytes(spec.bits) : 0);
}

std::int64_t scaleCount(const LayerSize &layer, Granularity granularity)
{
    if (granularity == Granularity::PerTensor)
        return 1;
    const std::int64_t span = groupSize(granularity);
    if (span == 0 || layer.channels < 1)
        return layer.channels;
    const std::int64_t channelSize = layer.weightElements / layer.channels;
    return layer.channels * ((channelSize + span - 1) / span);
}

double quotient(double numerator, double denominator)
{
    return denominator > 0 ? numerator / denominator : 0;
}

std::int64_t addedBiasBytes(const LayerSize &layer, const QuantConfig &config)
{
    const bool isAdded = !layer.hasBias && config.corrects(Correction::Bias, layer.name);
    return isAdded ? layer.channels * kFloatBytes : 0;
}

SizedLayer sizeOf(const LayerSize &layer, const LayerQuantSpec &spec, std::int64_t added)
{
    return {layer.name, weightBytes(layer, spec.weight) + activationBytes(spec.activation) + added,
            layer.weightElements * kFloatBytes,
            static_cast<double>(layer.macs) * spec.weight.bits * spec.activation.bits};
}

} // namespace

std::int64_t activationBytes(const ActivationSpec &spec)
{
    return spec.isFloat() ? 0 : kFloatBytes + wholeBytes(spec.bits);
}

std::int64_t weightBytes(const LayerSize &layer, const WeightSpec &spec)
{
    if (spec.isFloat())
        return layer.weightElements * kFloatBytes;
    return wholeBytes(layer.weightElements * spec.bits) +
           scaleCount(layer, spec.granularity) * scaleBytes(spec);
}

SizeReport sizeReport(std::span<const LayerSize> layers,
                      std::span<const OtherParameters> otherParameters, const QuantConfig &config)
{
    SizeReport report;
    double elements = 0;
    double nominalBits = 0;
    for (const LayerSize &layer : layers) {
        const LayerQuantSpec &spec = config.spec(layer.name);
        report.layers.push_back(sizeOf(layer, spec, addedBiasBytes(layer, config)));
        report.bytes += report.layers.back().bytes;
        report.floatBytes += report.layers.back().floatBytes;
        report.storedBytes += layer.weightElements * layer.storedBytesPerElement;
        report.bops += report.layers.back().bops;
        elements += static_cast<double>(layer.weightElements);
        nominalBits += static_cast<double>(layer.weightElements) * spec.weight.bits;
    }
    report.averageBits = quotient(nominalBits, elements);
    report.effectiveBits = quotient(static_cast<double>(report.bytes) * 8, elements);
    for (const OtherParameters &other : otherParameters) {
        report.bytes += other.elements * kFloatBytes;
        report.floatBytes += other.elements * kFloatBytes;
        report.storedBytes += other.elements * other.storedBytesPerElement;
    }
    report.ratio =
        quotient(static_cast<double>(report.floatBytes), static_cast<double>(report.bytes));
    return report;
}

} // namespace quantloupe

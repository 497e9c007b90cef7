// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layer_edit.h"

#include "models/translate.h"

namespace quantloupe {

namespace {

QString bareBitsText(int bits)
{
    if (bits == kFloatBits)
        return tr("Float");
    return bits == 1 ? tr("1 bit") : tr("%1 bits").arg(bits);
}

} // namespace

QString bitsPhrase(QuantSite site, int bits)
{
    const QString text = bareBitsText(bits);
    return site == QuantSite::Weight ? text : tr("Activations: %1").arg(text);
}

QString activationObstacle(const LayerInfo &layer)
{
    if (layer.hasActivationSite)
        return {};
    return tr("Its input is no activation (an embedding reads indices), so there is nothing to "
              "quantize.");
}

QString channelObstacle(const LayerInfo &layer)
{
    if (layer.outputAxis >= 0)
        return {};
    return tr("Its output channels could not be followed through the network's arithmetic on the "
              "weight, so the whole weight has one scale.");
}

QString displayName(LayerKind kind)
{
    switch (kind) {
    case LayerKind::Convolution:
        return tr("conv");
    case LayerKind::TransposedConvolution:
        return tr("transposed conv");
    case LayerKind::Linear:
        return tr("linear");
    case LayerKind::MatrixProduct:
        return tr("matrix product");
    case LayerKind::Embedding:
        return tr("embedding");
    }
    return {};
}

QString displayName(WeightMethod method)
{
    switch (method) {
    case WeightMethod::Float:
        return tr("float");
    case WeightMethod::MinMax:
        return tr("min-max");
    case WeightMethod::Mse:
        return tr("MSE clip");
    case WeightMethod::Pow2:
        return tr("power of two");
    case WeightMethod::Extremes:
        return tr("extremes");
    case WeightMethod::Em:
        return tr("EM");
    case WeightMethod::KMeans:
        return tr("k-means");
    case WeightMethod::Log:
        return tr("logarithmic");
    case WeightMethod::Tanh:
        return tr("tanh");
    case WeightMethod::Ternary:
        return tr("ternary");
    case WeightMethod::TernaryExact:
        return tr("exact ternary");
    case WeightMethod::Binary:
        return tr("binary");
    }
    return {};
}

QString displayName(Granularity granularity)
{
    if (const int size = groupSize(granularity))
        return tr("per %1 weights").arg(size);
    return granularity == Granularity::PerTensor ? tr("per tensor") : tr("per channel");
}

QString displayName(RangeEstimator estimator)
{
    switch (estimator) {
    case RangeEstimator::MinMax:
        return tr("min-max");
    case RangeEstimator::MovingAverage:
        return tr("moving average");
    case RangeEstimator::MeanExtremes:
        return tr("mean extremes");
    case RangeEstimator::Percentile:
        return tr("percentile");
    case RangeEstimator::Mse:
        return tr("MSE");
    case RangeEstimator::Entropy:
        return tr("entropy");
    }
    return {};
}

QString layerCountText(qsizetype count)
{
    return count == 1 ? tr("1 layer") : tr("%1 layers").arg(count);
}

} // namespace quantloupe

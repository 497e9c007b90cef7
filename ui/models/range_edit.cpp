// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/range_edit.h"

#include "base/error.h"
#include "models/translate.h"

#include <QLocale>

namespace quantloupe {

namespace {

ActivationSpec &quantizedActivation(LayerQuantSpec &spec)
{
    if (spec.activation.isFloat())
        throw Error(
            ErrorKind::BadInput,
            tr("The activation is float and has no range; give it bits first.").toStdString());
    return spec.activation;
}

double *parameterOf(ActivationSpec &spec)
{
    switch (spec.estimator) {
    case RangeEstimator::Percentile:
        return &spec.percentile;
    case RangeEstimator::MovingAverage:
        return &spec.averaging;
    case RangeEstimator::MinMax:
    case RangeEstimator::MeanExtremes:
    case RangeEstimator::Mse:
    case RangeEstimator::Entropy:
        break;
    }
    return nullptr;
}

} // namespace

std::optional<double> estimatorParameter(const ActivationSpec &spec)
{
    ActivationSpec copy = spec;
    const double *parameter = parameterOf(copy);
    return parameter ? std::optional(*parameter) : std::nullopt;
}

LayerEdit activationMappingEdit(MappingType mapping)
{
    return {tr("Activation mapping %1").arg(displayName(mapping)),
            [=](const LayerInfo &, LayerQuantSpec spec) {
                quantizedActivation(spec).mapping = mapping;
                return spec;
            },
            {}};
}

LayerEdit estimatorParameterEdit(double value)
{
    return {tr("Activation range by %1 %").arg(QLocale().toString(value * 100, 'g', 6)),
            [=](const LayerInfo &, LayerQuantSpec spec) {
                ActivationSpec &activation = quantizedActivation(spec);
                double *parameter = parameterOf(activation);
                if (!parameter)
                    throw Error(ErrorKind::BadInput, tr("The observer %1 takes no number.")
                                                         .arg(displayName(activation.estimator))
                                                         .toStdString());
                *parameter = value;
                validate(activation);
                return spec;
            },
            {}};
}

QString displayName(MappingType mapping)
{
    return mapping == MappingType::Symmetric ? tr("symmetric") : tr("asymmetric");
}

QString explanation(MappingType mapping)
{
    return mapping == MappingType::Symmetric
               ? tr("As far below zero as above, with zero point 0.")
               : tr("From the lowest to the highest value, with a zero point.");
}

QString explanation(RangeEstimator estimator)
{
    switch (estimator) {
    case RangeEstimator::MinMax:
        return tr("The extremes of all calibration values (Jacob et al., arXiv 1712.05877).");
    case RangeEstimator::MovingAverage:
        return tr("Extremes of the samples, each further one with a small weight, as PyTorch's "
                  "moving average takes those of batches.");
    case RangeEstimator::MeanExtremes:
        return tr("Means of the extremes of the samples, as OpenVINO's post-training optimization "
                  "tool.");
    case RangeEstimator::Percentile:
        return tr("A small share of the values is cut off at each end.");
    case RangeEstimator::Mse:
        return tr("Clips where the squared error is least.");
    case RangeEstimator::Entropy:
        return tr("Clips where the Kullback-Leibler divergence of the histograms is least, as "
                  "TensorRT and ONNX Runtime; the usual form.");
    }
    return {};
}

} // namespace quantloupe

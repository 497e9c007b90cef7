// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inspection_text.h"

#include "models/absence_words.h"
#include "models/layer_edit.h"
#include "models/translate.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

constexpr int kFigures = 3;

QString numberText(double value)
{
    return QLocale().toString(value, 'g', kFigures);
}

/// Bounds of bins need to differ from each other.
QString boundText(double value, double width)
{
    const double rounded = std::abs(value) < width * 1e-6 ? 0 : value;
    return QLocale().toString(rounded, 'g', kFigures);
}

QString fileName(const LayerInspection &inspection, const QString &what)
{
    return QString::fromStdString(inspection.layer) + u' ' + what;
}

void setHistogram(const Histogram &histogram, HistogramPlotData &data)
{
    if (histogram.isEmpty())
        return;
    data.low = histogram.low;
    data.high = histogram.high;
    for (std::size_t i = 0; i < histogram.counts.size(); ++i) {
        data.counts.append(double(histogram.counts[i]));
        data.readings.append(binReading(histogram, i));
    }
}

/// Weights that share a scale where a channel has several; 0 where it has one.
int weightsOfGroup(const WeightInspection &weight)
{
    return weight.scales > weight.channels ? groupSize(weight.spec.granularity) : 0;
}

QString axisLabel(const WeightInspection &weight)
{
    if (weight.axis == WeightAxis::Value)
        return tr("weight");
    if (hasCodebook(weight.spec.method))
        return tr("number of the level");
    return weightsOfGroup(weight) > 0 ? tr("weight / scale of its group")
                                      : tr("weight / scale of its channel");
}

QString levelsSentence(const WeightInspection &weight)
{
    if (weight.levels.size() > std::size_t(HistogramPlot::kMostTicks) || weight.levels.empty())
        return tr("The band spans the %1 levels.").arg(weight.levelCount);
    const auto unused = std::count(weight.levelCounts.begin(), weight.levelCounts.end(), 0);
    if (unused == 0)
        return tr("Ticks are the %1 levels.").arg(weight.levelCount);
    return tr("Ticks are the %1 levels, pale those that no weight takes (%2).")
        .arg(weight.levelCount)
        .arg(unused);
}

/// Of a weight with several scales in a channel.
QString shownGroups(const WeightInspection &weight)
{
    const int group = weightsOfGroup(weight);
    const bool isCodebook = hasCodebook(weight.spec.method);
    if (weight.channel)
        return (isCodebook
                    ? tr("Output channel %1, each weight between the levels of its group of %2.")
                    : tr("Output channel %1, each group of %2 weights in steps of its own scale."))
            .arg(*weight.channel)
            .arg(group);
    return (isCodebook
                ? tr("All %1 output channels, each weight between the levels of its group of %2.")
                : tr("All %1 output channels, each group of %2 weights in steps of its own scale."))
        .arg(weight.channels)
        .arg(group);
}

QString shownWeights(const WeightInspection &weight)
{
    if (weightsOfGroup(weight) > 0)
        return shownGroups(weight);
    if (weight.channel)
        return weight.scales == 1 ? tr("Output channel %1, under the scale of the whole weight.")
                                        .arg(*weight.channel)
                                  : tr("Output channel %1.").arg(*weight.channel);
    if (weight.axis == WeightAxis::Steps)
        return (hasCodebook(weight.spec.method)
                    ? tr("All %1 output channels, each weight between the levels of its own.")
                    : tr("All %1 output channels, each in steps of its own scale."))
            .arg(weight.channels);
    return tr("All weights of the layer.");
}

} // namespace

QString binReading(const Histogram &histogram, std::size_t bin)
{
    const double width = histogram.binWidth();
    const double low = histogram.low + double(bin) * width;
    return tr("%1 to %2: %3")
        .arg(boundText(low, width), boundText(low + width, width),
             QLocale().toString(qlonglong(histogram.counts[bin])));
}

QString shareText(double share)
{
    const double percent = share * 100;
    const int decimals = percent == 0 || percent >= 9.995 ? 1 : percent >= 0.995 ? 2 : 3;
    return tr("%1 %").arg(QLocale().toString(percent, 'f', decimals));
}

HistogramPlotData weightPlot(const LayerInspection &inspection)
{
    const WeightInspection &weight = inspection.weight;
    HistogramPlotData data;
    data.name = fileName(inspection, tr("weights"));
    if (weight.channel)
        data.name += tr(" of channel %1").arg(*weight.channel);
    data.xLabel = axisLabel(weight);
    setHistogram(weight.histogram, data);
    for (std::size_t i = 0; i < weight.levels.size(); ++i) {
        data.levels.append(weight.levels[i]);
        data.levelIsUsed.append(weight.levelCounts[i] > 0);
    }
    if (weight.range)
        data.range = {weight.range->low, weight.range->high};
    return data;
}

QString weightCaption(const WeightInspection &weight)
{
    if (weight.histogram.isEmpty())
        return tr("There is no finite weight to show.");
    const QString second = weight.spec.isFloat() ? tr("The weight is float and has no levels.")
                                                 : levelsSentence(weight);
    const QString text = shownWeights(weight) + u' ' + second;
    return weight.isRewritten ? text + u' ' +
                                    tr("The weight is the one that the folded batch norm or "
                                       "equalization makes.")
                              : text;
}

StripPlotData errorPlot(const LayerInspection &inspection)
{
    const WeightInspection &weight = inspection.weight;
    StripPlotData data;
    data.name = fileName(inspection, tr("channel errors"));
    data.xLabel = tr("output channel");
    data.yLabel = tr("error, %");
    data.chosen = weight.channel ? int(*weight.channel) : -1;
    for (std::size_t i = 0; i < weight.errors.size(); ++i) {
        const ChannelError &error = weight.errors[i];
        data.values.append(error.relative ? std::optional(*error.relative * 100) : std::nullopt);
        QString reading = error.relative
                              ? tr("channel %1: %2").arg(int(i)).arg(shareText(*error.relative))
                              : tr("channel %1: all zero").arg(int(i));
        if (error.sqnr)
            reading += tr(", %1 dB").arg(QLocale().toString(*error.sqnr, 'f', 1));
        data.readings.append(reading);
    }
    return data;
}

QString errorCaption(const WeightInspection &weight)
{
    if (weight.spec.isFloat())
        return tr("A float weight has no error.");
    if (weight.errors.empty())
        return tr("The output channels could not be told apart, so there is one error for the "
                  "whole weight.");
    return tr("RMS error of each channel's weights relative to them. Click a channel to see its "
              "weights, again to see all.");
}

HistogramPlotData activationPlot(const LayerInspection &inspection)
{
    const ActivationInspection &activation = inspection.activation;
    HistogramPlotData data;
    data.name = fileName(inspection, tr("input"));
    data.xLabel = tr("input activation");
    setHistogram(activation.histogram, data);
    if (!activation.range || activation.histogram.isEmpty())
        return data;
    data.range = {activation.range->lowest(), activation.range->highest()};
    data.levels = {activation.levels.begin(), activation.levels.end()};
    return data;
}

namespace {

QString heldOutText(const ActivationInspection &activation)
{
    if (!activation.heldOutClipped)
        return {};
    if (activation.isHeldOutDrawn)
        return u' ' + tr("Of %1 held-out inputs, which are drawn and no pictures, %2 are clipped.")
                          .arg(activation.heldOutSamples)
                          .arg(shareText(*activation.heldOutClipped));
    return u' ' + tr("Of %1 held-out samples, which calibration did not see, %2 are clipped.")
                      .arg(activation.heldOutSamples)
                      .arg(shareText(*activation.heldOutClipped));
}

QString samplesText(const ActivationInspection &activation)
{
    const bool isCalibration = activation.source == ActivationSource::Calibration;
    if (activation.samples == 1)
        return isCalibration ? tr("The float network on 1 calibration sample.")
                             : tr("The float network on the one preview sample.");
    return (isCalibration ? tr("The float network on %1 calibration samples.")
                          : tr("The float network on the %1 preview samples."))
        .arg(activation.samples);
}

} // namespace

QString activationCaption(const ActivationInspection &activation)
{
    if (activation.absence != Absence::None)
        return tr("Nothing to show: %1.").arg(reasonText(activation.absence));
    QString text = samplesText(activation);
    if (activation.zeros > 0)
        text += u' ' + tr("%1 are exactly zero and not drawn.").arg(shareText(activation.zeros));
    text += u' ';
    if (!activation.range)
        return text + tr("The activation is float and has no range.");
    return text +
           tr("Dashed lines bound the range of %1 bits by %2; %3 are clipped.")
               .arg(activation.range->bits)
               .arg(displayName(activation.spec.estimator), shareText(activation.range->clipped)) +
           heldOutText(activation);
}

QString mapsCaption(const FeatureMaps &maps)
{
    if (maps.absence != Absence::None)
        return tr("No maps: %1.").arg(reasonText(maps.absence));
    QString text = tr("%1 of %2 channels, %3 x %4. Black is %5, white %6.")
                       .arg(maps.maps.size())
                       .arg(maps.channels)
                       .arg(maps.width)
                       .arg(maps.height)
                       .arg(numberText(maps.range.low), numberText(maps.range.high));
    if (maps.stride > 1)
        text += u' ' + tr("One row and column in %1 is drawn.").arg(maps.stride);
    return text + u' ' +
           (maps.largestDifference > 0
                ? tr("Full red is %1 more than float, full blue as much less.")
                      .arg(numberText(maps.largestDifference))
                : tr("Float and quantized are equal."));
}

} // namespace quantloupe

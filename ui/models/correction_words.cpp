// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/correction_words.h"

#include "models/metrics_words.h"
#include "models/translate.h"

#include <QLocale>

#include <algorithm>

namespace quantloupe {

namespace {

constexpr int kDecimals = 1;

QString number(const std::optional<double> &decibels)
{
    return decibels ? decimalText(*decibels, kDecimals) : QStringLiteral("–");
}

/// "+0.5".
QString change(double decibels)
{
    const QString text = decimalText(decibels, kDecimals);
    return QLocale().toDouble(text) < 0 ? text : u'+' + text;
}

QString percent(double share)
{
    constexpr double kPercent = 100;
    constexpr int kDigits = 3;
    return QLocale().toString(kPercent * share, 'g', kDigits);
}

bool changesWeight(Correction correction)
{
    return correction != Correction::ReestimateNorm && correction != Correction::Bias;
}

bool lists(const CorrectedLayer &layer, Correction correction)
{
    return std::ranges::find(layer.corrections, correction) != layer.corrections.end();
}

/// What a correction needs that is missing on the layer.
QString conditionOf(Correction correction, const CorrectedLayer &layer)
{
    switch (correction) {
    case Correction::FoldNorm:
        return tr(
            "No batch norm is folded here: that takes one with values of its own directly "
            "behind the layer and nothing else there, a weight of 3 bits or more that is "
            "used once, and levels that do not suffer from it (those of min-max, MSE clip, EM "
            "and k-means with a scale for each channel do not, except over the full range).");
    case Correction::Equalize:
        return tr("Equalization has no effect from here on: it takes one quantized layer behind "
                  "this one, with nothing but folded batch norms, ReLU, leaky ReLU or resampling "
                  "between them.");
    case Correction::AdaRound:
        return tr("AdaRound has no effect here: it rounds weights of the uniform methods (min-max, "
                  "MSE clip, power of two), which take 2 bits or more, of two-dimensional "
                  "convolutions and linear layers that use their weight once and unchanged.");
    case Correction::ReestimateNorm:
        return lists(layer, Correction::FoldNorm)
                   ? tr("Batch-norm re-estimation has no effect here: the batch norm is folded "
                        "into the weight. Bias correction moves its mean.")
                   : tr("Batch-norm re-estimation has no effect here: no batch norm with stored "
                        "statistics is behind the layer.");
    case Correction::Bias:
        return tr("Bias correction has no effect here: the channels of the layer's output cannot "
                  "be told apart.");
    }
    return {};
}

} // namespace

QString displayName(Correction correction)
{
    switch (correction) {
    case Correction::FoldNorm:
        return tr("Batch norms folded");
    case Correction::Equalize:
        return tr("Cross-layer equalization");
    case Correction::AdaRound:
        return tr("AdaRound");
    case Correction::ReestimateNorm:
        return tr("Batch-norm re-estimation");
    case Correction::Bias:
        return tr("Bias correction");
    }
    return {};
}

QString explanation(Correction correction)
{
    switch (correction) {
    case Correction::FoldNorm:
        return tr("Batch norms become part of the weight before them (Jacob et al., arXiv "
                  "1712.05877).");
    case Correction::Equalize:
        return tr("The ranges of the channels between two layers are made even (Nagel et al., "
                  "arXiv 1906.04721).");
    case Correction::AdaRound:
        return tr("Each weight is rounded up or down so that the layer's output errs least (Nagel "
                  "et al., arXiv 2004.10568).");
    case Correction::ReestimateNorm:
        return tr("The running statistics of the batch norms behind the layer move as far as "
                  "quantization moved what they normalize (as Sun et al., NeurIPS 2019, who take "
                  "those of the quantized network; the float network keeps its own here).");
    case Correction::Bias:
        return tr("The mean of every output channel becomes that of the float network, layer after "
                  "layer (Nagel et al., arXiv 1906.04721, the empirical form).");
    }
    return {};
}

QString gainText(const CorrectionReport &report)
{
    if (report.isEmpty())
        return {};
    return tr("output %1 → %2 dB").arg(number(report.output.before), number(report.output.after));
}

QString stepSentence(const CorrectionReport &report)
{
    if (report.steps.size() < 2)
        return {};
    QStringList steps{tr("without %1").arg(number(report.output.before))};
    std::optional<double> before = report.output.before;
    for (const CorrectionStep &step : report.steps) {
        QString text = displayName(step.correction) + u' ' + number(step.sqnr);
        if (before && step.sqnr)
            text += QStringLiteral(" (%1)").arg(change(*step.sqnr - *before));
        steps += text;
        before = step.sqnr;
    }
    return tr("SQNR of the output in dB, each added to those before it: %1.")
        .arg(steps.join(QStringLiteral(", ")));
}

QStringList gainSentences(const CorrectionReport &report, const std::string &layer)
{
    const auto found = std::ranges::find(report.layers, layer, &CorrectedLayer::name);
    if (found == report.layers.end())
        return {};
    QStringList sentences{
        tr("SQNR of the layer's output: %1 dB without corrections, %2 dB with all together.")
            .arg(number(found->gain.before), number(found->gain.after))};
    if (found->rounding)
        sentences +=
            tr("AdaRound by itself: the error that rounding this weight makes goes from %1 % "
               "of the layer's squared output to %2 %.")
                .arg(percent(found->rounding->nearest), percent(found->rounding->chosen));
    if (found->skippedChannels > 0)
        sentences +=
            tr("Bias correction left %1 of %2 channels alone: their means differ too much.")
                .arg(found->skippedChannels)
                .arg(found->channels);
    if (found->norms > 0)
        sentences += tr("Batch norms re-estimated: %1.").arg(found->norms);
    return sentences;
}

QStringList idleSentences(const CorrectionReport &report, const QuantConfig &config,
                          const std::string &layer)
{
    const auto found = std::ranges::find(report.layers, layer, &CorrectedLayer::name);
    if (found == report.layers.end())
        return {};
    const bool isFloat = config.spec(layer).weight.isFloat();
    QStringList sentences;
    for (const Correction each : corrections())
        // Nobody expects a float weight to be corrected.
        if (config.corrects(each, layer) && !lists(*found, each) &&
            !(isFloat && changesWeight(each)))
            sentences += conditionOf(each, *found);
    return sentences;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sensitivity_words.h"

#include "models/core_words.h"
#include "models/layer_edit.h"
#include "models/metrics_words.h"
#include "models/path_place.h"
#include "models/translate.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace quantloupe {

namespace {

QString text(const std::string &said)
{
    return QString::fromStdString(said);
}

QString correlationText(double rho)
{
    return QLocale().toString(rho, 'f', 2);
}

QString withUnit(const QString &number, MetricKind metric)
{
    return unitOf(metric) == "dB" ? tr("%1 dB").arg(number) : number;
}

/// The 95 % interval belongs to the value; it sets how many digits are known.
QString valueText(const SensitivityMean &mean, MetricKind metric)
{
    if (!mean.value)
        return mean.isExact ? tr("the output of float, to the bit")
                            : tr("– (%1)").arg(coreText(mean.reason));
    if (!mean.interval)
        return withUnit(metricNumber(*mean.value), metric);
    return tr("%1 (95 %: %2)")
        .arg(withUnit(metricNumber(*mean.value, *mean.interval), metric),
             intervalText(*mean.interval));
}

QString knownText(const SensitivityFindings &findings, const SensitivitySpot &spot)
{
    const QString name = findings.metricName.empty() ? sensitivityMetricName(findings.metric)
                                                     : text(findings.metricName);
    const QString predicted =
        spot.predicted ? withUnit(metricNumber(*spot.predicted), findings.metric) : QString();
    if (!spot.mean)
        return tr("%1 %2, predicted and not measured yet").arg(name, predicted);
    QString known = QStringLiteral("%1 %2").arg(name, valueText(*spot.mean, findings.metric));
    if (spot.mean->floatValue)
        known = tr("%1, float %2").arg(known, metricNumber(*spot.mean->floatValue));
    return spot.predicted ? tr("%1, predicted %2").arg(known, predicted) : known;
}

/// Those that are not told apart from the one at `place`, on either side.
QStringList tiesOf(const SensitivityRanking &ranking, std::size_t place)
{
    QStringList ties;
    for (std::size_t i = place; i > 0 && ranking.layers[i - 1].tiesWithNext; --i)
        ties.prepend(text(ranking.layers[i - 1].layer));
    for (std::size_t i = place; i + 1 < ranking.layers.size() && ranking.layers[i].tiesWithNext;
         ++i)
        ties.append(text(ranking.layers[i + 1].layer));
    return ties;
}

QString rankText(const SensitivityRanking &ranking, const std::string &layer)
{
    const auto found = std::ranges::find(ranking.layers, layer, &RankedLayer::layer);
    if (found == ranking.layers.end())
        return {};
    const auto place = std::size_t(found - ranking.layers.begin());
    const QString rank = tr("rank %1 of %2").arg(place + 1).arg(ranking.layers.size());
    const QStringList ties = tiesOf(ranking, place);
    return ties.isEmpty()
               ? rank
               : tr("%1, not told apart from %2").arg(rank, ties.join(QStringLiteral(", ")));
}

QString clickText(const SensitivityFindings &findings, int bits)
{
    return findings.mode == SensitivityMode::LeaveOneOut
               ? tr("Enter or a click returns it to float")
               : tr("Enter or a click gives it %1").arg(sensitivityRowName(bits));
}

} // namespace

QString sensitivityMetricName(MetricKind metric)
{
    const std::string_view id = name(metric);
    return QString::fromUtf8(id.data(), qsizetype(id.size())).toUpper();
}

QString displayName(SensitivitySite site)
{
    switch (site) {
    case SensitivitySite::Weights:
        return tr("weights");
    case SensitivitySite::Activations:
        return tr("activations");
    case SensitivitySite::Both:
        break;
    }
    return tr("weights and activations");
}

QString explanation(SensitivitySite site)
{
    switch (site) {
    case SensitivitySite::Weights:
        return tr("The weight of a layer is quantized: per channel, by MSE clip.");
    case SensitivitySite::Activations:
        return tr("The input of a layer is quantized, with a range by percentile.");
    case SensitivitySite::Both:
        break;
    }
    return tr("Weight and input of a layer are quantized together.");
}

QString displayName(SensitivityMode mode)
{
    return mode == SensitivityMode::Alone ? tr("alone") : tr("left out");
}

QString explanation(SensitivityMode mode)
{
    return mode == SensitivityMode::Alone
               ? tr("One layer is quantized and all others are float: what it costs.")
               : tr("One layer is returned to float and the others are quantized, as the "
                    "configuration has them or, where that is float, all alike: what it would "
                    "buy.");
}

QString sensitivityAxis(const SensitivityFindings &findings)
{
    const QString name = findings.metricName.empty() ? sensitivityMetricName(findings.metric)
                                                     : text(findings.metricName);
    const std::string_view unit = unitOf(findings.metric);
    return unit.empty()
               ? name
               : tr("%1, %2").arg(name, QString::fromUtf8(unit.data(), qsizetype(unit.size())));
}

QString sensitivityRowName(int bits)
{
    return bits == kBaseBits ? tr("as configured") : bitsPhrase(QuantSite::Weight, bits);
}

QString sensitivityCellText(const SensitivitySpot &spot)
{
    if (spot.isPredicted())
        return QStringLiteral("≈ %1").arg(metricNumber(*spot.predicted));
    if (!spot.mean)
        return {};
    const SensitivityMean &mean = *spot.mean;
    if (!mean.value)
        return mean.isExact ? QStringLiteral("=") : QStringLiteral("–");
    return mean.interval ? metricNumber(*mean.value, *mean.interval) : metricNumber(*mean.value);
}

QString sensitivityCellText(const SensitivitySpot &spot, int decimals)
{
    const std::optional<double> value = spot.value();
    if (!value)
        return sensitivityCellText(spot);
    const QString number = QLocale().toString(*value, 'f', decimals);
    return spot.isPredicted() ? QStringLiteral("≈ %1").arg(number) : number;
}

QString sensitivityReading(const SensitivityFindings &findings, std::size_t layer, std::size_t bit,
                           bool isPresent)
{
    const SensitivitySpot &spot = findings.spot(layer, bit);
    const QString place = QStringLiteral("%1, %2").arg(text(findings.layers[layer]),
                                                       sensitivityRowName(findings.bits[bit]));
    if (!spot.isWanted)
        return tr("%1: it has no such quantizer").arg(place);
    const QString click = clickText(findings, findings.bits[bit]);
    if (!spot.isKnown())
        return tr("%1: not measured yet\n%2").arg(place, click);
    const QString rank = rankText(findings.rankings[bit], findings.layers[layer]);
    QStringList lines{QStringLiteral("%1: %2").arg(place, knownText(findings, spot))};
    if (!rank.isEmpty())
        lines.append(rank);
    if (!isPresent)
        lines.append(click);
    return lines.join(u'\n');
}

QStringList partTexts(const PicturePart &part)
{
    // The seed may be another by now; the usual one goes without saying.
    const QString sample = sampleText(part.sample, 0);
    const QString size = QStringLiteral("%1x%2").arg(part.pixels.width).arg(part.pixels.height);
    return {tr("%1 pixels of sample %2").arg(size, sample), tr("%1, sample %2").arg(size, sample)};
}

QString sensitivityConditions(const SensitivityRequest &request)
{
    if (request.samples && request.region)
        return QStringLiteral("%1; %2, %3")
            .arg(partTexts({request.samples->samples.front(), *request.region}).constFirst(),
                 displayName(request.cells.sites.front()),
                 tr("one layer %1").arg(displayName(request.cells.modes.front())));
    QString conditions = tr("%1 samples, repeats: %2, seed %3; %4, one layer %5")
                             .arg(QLocale().toString(qulonglong(request.count)))
                             .arg(request.repeats)
                             .arg(request.seed)
                             .arg(displayName(request.cells.sites.front()),
                                  displayName(request.cells.modes.front()));
    if (!isPaired(request.metric))
        conditions += tr("; reference: %1")
                          .arg(request.reference.source == kFloatReference
                                   ? tr("the float generator on other latents")
                                   : QFileInfo(text(request.reference.source)).fileName());
    return conditions;
}

QStringList sketchAccuracyTexts(const SketchReport &sketch)
{
    const SketchAccuracy &all = sketch.all;
    if (!all.spearman || !all.meanError)
        return {};
    const QString whole =
        tr("Predictions from %1 probes: rank correlation %2 with what was measured, mean error %3 "
           "dB over %4 cells.")
            .arg(sketch.probes)
            .arg(correlationText(*all.spearman), QLocale().toString(*all.meanError, 'f', 1))
            .arg(all.cells);
    QStringList rows;
    for (const auto &[bits, accuracy] : sketch.byBits)
        if (accuracy.spearman)
            rows.append(QStringLiteral("%1 %2").arg(sensitivityRowName(bits),
                                                    correlationText(*accuracy.spearman)));
    const QString brief =
        tr("Predictions: rank correlation %1, mean error %2 dB.")
            .arg(correlationText(*all.spearman), QLocale().toString(*all.meanError, 'f', 1));
    QStringList texts{whole, brief};
    if (!rows.isEmpty())
        texts.prepend(whole + u' ' +
                      tr("At each bit-width: %1.").arg(rows.join(QStringLiteral(", "))));
    return texts;
}

} // namespace quantloupe

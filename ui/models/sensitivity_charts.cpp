// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sensitivity_charts.h"

#include "models/core_words.h"
#include "models/sensitivity_words.h"
#include "models/translate.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace quantloupe {

namespace {

QString layerName(const SensitivityFindings &findings, std::size_t layer)
{
    return QString::fromStdString(findings.layers[layer]);
}

std::optional<std::pair<double, double>> intervalOf(const SensitivitySpot &spot)
{
    if (!spot.mean || !spot.mean->interval)
        return {};
    return std::pair(spot.mean->interval->low, spot.mean->interval->high);
}

/// The configuration has just these bits where the sweep changes them.
bool isPresent(const SensitivityFindings &findings, const LayerQuantSpec &spec, int bits)
{
    if (findings.mode == SensitivityMode::LeaveOneOut)
        return false;
    const bool hasWeight = !spec.weight.isFloat() && spec.weight.bits == bits;
    const bool hasActivation = !spec.activation.isFloat() && spec.activation.bits == bits;
    switch (findings.site) {
    case SensitivitySite::Weights:
        return hasWeight;
    case SensitivitySite::Activations:
        return hasActivation;
    case SensitivitySite::Both:
        break;
    }
    return hasWeight && hasActivation;
}

bool leads(const SensitivityRanking &ranking, const std::string &layer)
{
    if (ranking.layers.size() < 2)
        return false;
    const std::size_t leaders = leadersOf(ranking);
    // Where none is told apart from another, there is no answer to mark.
    return leaders < ranking.layers.size() &&
           std::ranges::any_of(ranking.layers.begin(),
                               ranking.layers.begin() + std::ptrdiff_t(leaders),
                               [&](const RankedLayer &each) { return each.layer == layer; });
}

HeatMapCell cellOf(const SensitivityFindings &findings, const QuantConfig &config,
                   std::size_t layer, std::size_t bit, int decimals)
{
    const SensitivitySpot &spot = findings.spot(layer, bit);
    HeatMapCell cell;
    cell.value = spot.value();
    cell.interval = intervalOf(spot);
    cell.text = sensitivityCellText(spot, decimals);
    cell.isChosen = isPresent(findings, config.spec(findings.layers[layer]), findings.bits[bit]);
    cell.reading = sensitivityReading(findings, layer, bit, cell.isChosen);
    cell.isPredicted = spot.isPredicted();
    cell.isMarked = leads(findings.rankings[bit], findings.layers[layer]);
    return cell;
}

/// Three figures of the largest value, for all of them.
int decimalsOf(const SensitivityFindings &findings)
{
    constexpr int kFigures = 3;
    double largest = 0;
    for (const SensitivitySpot &spot : findings.spots)
        largest = std::max(largest, std::abs(spot.value().value_or(0)));
    if (!(largest > 0) || !std::isfinite(largest))
        return 0;
    return std::clamp(kFigures - 1 - int(std::floor(std::log10(largest))), 0, 2 * kFigures);
}

/// As SensitivityFindings::layers holds it.
std::size_t placeOf(const SensitivityFindings &findings, const std::string &layer)
{
    return std::size_t(std::ranges::find(findings.layers, layer) - findings.layers.begin());
}

/// The row of the fewest bits of which anything is known.
std::optional<std::size_t> hardestRow(const SensitivityFindings &findings)
{
    for (std::size_t row = findings.rankings.size(); row-- > 0;)
        if (!findings.rankings[row].layers.empty())
            return row;
    return {};
}

LinePlotSeries lineOf(const SensitivityFindings &findings, std::size_t layer)
{
    LinePlotSeries series;
    series.label = layerName(findings, layer);
    for (std::size_t bit = findings.bits.size(); bit-- > 0;) {
        const SensitivitySpot &spot = findings.spot(layer, bit);
        series.values.append({spot.mean ? spot.mean->value : std::nullopt, intervalOf(spot)});
    }
    return series;
}

QString lineReading(const SensitivityFindings &findings, const std::vector<std::size_t> &layers,
                    std::size_t bit)
{
    QStringList lines{sensitivityRowName(findings.bits[bit])};
    for (const std::size_t layer : layers) {
        const QString value = sensitivityCellText(findings.spot(layer, bit));
        lines.append(QStringLiteral("%1: %2").arg(layerName(findings, layer),
                                                  value.isEmpty() ? QStringLiteral("–") : value));
    }
    return lines.join(u'\n');
}

} // namespace

HeatMapData sensitivityMap(const SensitivityFindings &findings, const QuantConfig &config,
                           const QString &conditions)
{
    HeatMapData data;
    data.name = tr("sensitivity by %1").arg(sensitivityMetricName(findings.metric));
    data.conditions = conditions;
    data.xLabel = tr("layer");
    data.yLabel = tr("bits");
    data.valueLabel = sensitivityAxis(findings);
    // Alone the worst output is the answer, left out the best.
    data.isHighStrong =
        largerIsBetter(findings.metric) == (findings.mode == SensitivityMode::LeaveOneOut);
    const int decimals = decimalsOf(findings);
    for (std::size_t layer = 0; layer < findings.layers.size(); ++layer)
        data.columns.append(layerName(findings, layer));
    for (std::size_t bit = 0; bit < findings.bits.size(); ++bit) {
        const int bits = findings.bits[bit];
        data.rows.append(bits == kBaseBits ? sensitivityRowName(bits) : QString::number(bits));
        for (std::size_t layer = 0; layer < findings.layers.size(); ++layer)
            data.cells.append(cellOf(findings, config, layer, bit, decimals));
    }
    return data;
}

SensitivityBars sensitivityBars(const SensitivityFindings &findings, std::size_t bit,
                                const QString &conditions)
{
    SensitivityBars bars;
    bars.data.name = tr("sensitivity at %1").arg(sensitivityRowName(findings.bits[bit]));
    bars.data.conditions = conditions;
    bars.data.xLabel = tr("layer, the most sensitive first");
    bars.data.yLabel = sensitivityAxis(findings);
    for (const RankedLayer &ranked : findings.rankings[bit].layers) {
        const std::size_t layer = placeOf(findings, ranked.layer);
        const SensitivitySpot &spot = findings.spot(layer, bit);
        if (bars.layers.empty() && leads(findings.rankings[bit], ranked.layer))
            bars.data.chosen = 0;
        bars.layers.push_back(layer);
        bars.data.bars.append({layerName(findings, layer), spot.value(), intervalOf(spot),
                               sensitivityCellText(spot),
                               sensitivityReading(findings, layer, bit)});
    }
    return bars;
}

LinePlotData sensitivityLines(const SensitivityFindings &findings, const QString &conditions)
{
    LinePlotData data;
    const std::optional<std::size_t> row = hardestRow(findings);
    if (!row)
        return data;
    data.name = tr("sensitivity by bits");
    data.conditions = conditions;
    data.xLabel = tr("bits");
    data.yLabel = sensitivityAxis(findings);
    std::vector<std::size_t> layers;
    for (const RankedLayer &ranked : findings.rankings[*row].layers)
        if (std::ssize(layers) < LinePlot::kMostSeries)
            layers.push_back(placeOf(findings, ranked.layer));
    for (std::size_t bit = findings.bits.size(); bit-- > 0;) {
        data.places.append(findings.bits[bit]);
        data.readings.append(lineReading(findings, layers, bit));
    }
    for (const std::size_t layer : layers)
        data.series.append(lineOf(findings, layer));
    return data;
}

BarPlotData redundancyBars(const SensitivityReport &report, int bits, const QString &conditions)
{
    BarPlotData data;
    data.name = tr("redundancy at %1").arg(sensitivityRowName(bits));
    data.conditions = conditions;
    data.xLabel = tr("measure of redundancy");
    data.yLabel = tr("rank correlation with sensitivity");
    const auto utf8 = [](std::string_view said) {
        return QString::fromUtf8(said.data(), qsizetype(said.size()));
    };
    for (const RedundancyColumn &column : report.redundancy)
        for (const RedundancyMatch &match : column.matches) {
            if (match.bits != bits)
                continue;
            BarPlotItem bar;
            bar.label = utf8(name(column.measure));
            const QString formula = coreText(formulaOf(column.measure));
            bar.reading = tr("%1: %2\ntoo few layers have it").arg(bar.label, formula);
            if (match.correlation) {
                bar.value = match.correlation->rho;
                bar.valueText = QLocale().toString(match.correlation->rho, 'f', 2);
                bar.reading =
                    tr("%1: %2\nrank correlation %3; the lower, the better it tells insensitive "
                       "layers\nshare of all orders that are as low: %4")
                        .arg(bar.label, formula, bar.valueText,
                             QLocale().toString(match.correlation->lowerTail, 'f', 3));
            }
            data.bars.append(bar);
        }
    return data;
}

} // namespace quantloupe

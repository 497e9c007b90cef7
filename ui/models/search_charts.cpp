// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search_charts.h"

#include "analysis/pareto_front.h"
#include "models/metrics_words.h"
#include "models/search_words.h"
#include "models/translate.h"

#include <QLocale>

#include <algorithm>

namespace quantloupe {

namespace {

using Source = ParetoPoint::Source;

constexpr double kKilo = 1e3;
constexpr double kMega = 1e6;

/// Of a point before it is drawn.
struct Spot
{
    std::size_t trial = 0;
    Source source = Source::Predicted;
    double value = 0;
    std::optional<MetricInterval> interval = {};
};

double amountOf(SearchCost cost, const SizeReport &size)
{
    switch (cost) {
    case SearchCost::Bytes:
        return double(size.bytes) / kKilo;
    case SearchCost::Bits:
        return size.averageBits;
    case SearchCost::Bops:
        break;
    }
    return size.bops / kMega;
}

QString costAxis(SearchCost cost)
{
    switch (cost) {
    case SearchCost::Bytes:
        return tr("Size, kB");
    case SearchCost::Bits:
        return tr("Average bits");
    case SearchCost::Bops:
        break;
    }
    return tr("Bit operations, MBOPs");
}

QString metricAxis(const SearchFindings &findings, MetricKind metric)
{
    const std::string_view unit = unitOf(metric);
    const QString title = searchMetricName(findings, metric);
    return unit.empty()
               ? title
               : tr("%1, %2").arg(title, QString::fromUtf8(unit.data(), qsizetype(unit.size())));
}

std::vector<Spot> spotsOf(const SearchFindings &findings, MetricKind metric)
{
    std::vector<Spot> spots;
    for (std::size_t i = 0; i < findings.trials.size(); ++i) {
        const SearchTrial &trial = findings.trials[i];
        const std::optional<double> predicted = drawn(trial.predictedSqnr);
        if (metric == MetricKind::OutputSqnr && predicted)
            spots.push_back({i, Source::Predicted, *predicted});
        const std::optional<double> measured = drawn(trial.measured);
        if (metric == findings.metric && measured)
            spots.push_back({i, Source::Measured, *measured, trial.interval});
    }
    const MetricRow *exact = findings.exactRow(metric);
    if (findings.best && exact && drawn(exact->quantized.value))
        spots.push_back(
            {*findings.best, Source::Confirmed, *exact->quantized, valueInterval(*exact)});
    return spots;
}

QString sourceText(const SearchFindings &findings, MetricKind metric, const Spot &spot)
{
    const QString value = QStringLiteral("%1 %2").arg(
        searchMetricName(findings, metric), searchValueText(metric, spot.value, spot.interval));
    switch (spot.source) {
    case Source::Predicted:
        return tr("%1, predicted from the errors of layers").arg(value);
    case Source::Measured:
        return tr("%1, measured by the search on %2 samples")
                   .arg(value, QLocale().toString(qulonglong(findings.trials[spot.trial].n))) +
               (spot.interval ? QString() : tr("; no interval")) +
               markText(findings.trials[spot.trial]);
    case Source::Confirmed:
        break;
    }
    return tr("%1, on %2 samples that the search never saw")
        .arg(value, QLocale().toString(qulonglong(findings.exact.n)));
}

/// Points of different sources are of different samples and do not dominate each other.
void markFront(const std::vector<Spot> &spots, Source source, MetricKind metric,
               QList<ParetoPoint> &points)
{
    std::vector<FrontPoint> own;
    std::vector<qsizetype> places;
    for (std::size_t i = 0; i < spots.size(); ++i)
        if (spots[i].source == source) {
            const ParetoPoint &point = points[qsizetype(i)];
            own.push_back({point.x, point.y, spots[i].interval});
            places.push_back(qsizetype(i));
        }
    const BetterValue better = largerIsBetter(metric) ? BetterValue::Larger : BetterValue::Smaller;
    for (const std::size_t i : paretoFront(own, better))
        points[places[i]].isOnFront = true;
}

QString placeText(const ParetoPoint &point, bool isBest, bool isReachable)
{
    if (isBest)
        return isReachable ? tr("the best of the search") : tr("the nearest of the search");
    return point.isOnFront ? tr("on the front") : tr("another one is as good for no more");
}

} // namespace

QList<MetricKind> searchQuantities(const SearchFindings &findings)
{
    QList<MetricKind> all{MetricKind::OutputSqnr};
    const auto add = [&all](MetricKind kind) {
        if (!all.contains(kind))
            all.append(kind);
    };
    if (findings.metric)
        add(*findings.metric);
    for (const MetricRow &row : findings.exact.rows)
        add(row.kind);
    return all;
}

SearchFront searchFront(const SearchFindings &findings, SearchCost cost, MetricKind metric,
                        const QuantConfig &present, const std::vector<LayerInfo> &layers,
                        const QString &conditions)
{
    std::vector<Spot> spots = spotsOf(findings, metric);
    std::ranges::stable_sort(spots, {}, [&](const Spot &spot) {
        return amountOf(cost, findings.trials[spot.trial].size);
    });
    SearchFront front;
    front.data.name =
        QStringLiteral("%1 by %2").arg(searchMetricName(findings, metric), displayName(cost));
    front.data.conditions = conditions;
    front.data.xLabel = costAxis(cost);
    front.data.yLabel = metricAxis(findings, metric);
    for (const Spot &spot : spots) {
        const SearchTrial &trial = findings.trials[spot.trial];
        ParetoPoint point;
        point.x = amountOf(cost, trial.size);
        point.y = spot.value;
        if (spot.interval)
            point.interval = std::pair(spot.interval->low, spot.interval->high);
        point.source = spot.source;
        point.isChosen = trial.config == present;
        point.label = trialName(trial);
        front.data.points.append(point);
        front.trials.push_back(spot.trial);
    }
    for (const Source source : {Source::Predicted, Source::Measured, Source::Confirmed})
        markFront(spots, source, metric, front.data.points);
    for (std::size_t i = 0; i < spots.size(); ++i) {
        ParetoPoint &point = front.data.points[qsizetype(i)];
        const SearchTrial &trial = findings.trials[spots[i].trial];
        const bool isBest = findings.best == spots[i].trial;
        point.showsLabel = isBest;
        point.reading = QStringList{sizeText(trial.size), sourceText(findings, metric, spots[i]),
                                    placeText(point, isBest, findings.isReachable),
                                    configurationText(trial.config, layers),
                                    tr("Enter or a click loads it, K keeps it for Compare")}
                            .join(u'\n');
    }
    return front;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search_words.h"

#include "models/core_words.h"
#include "models/layer_edit.h"
#include "models/metrics_words.h"
#include "models/sensitivity_words.h"
#include "models/translate.h"
#include "widgets/amount_text.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace quantloupe {

namespace {

/// Of average bits: configurations may lie close to the limit, on either side of it.
constexpr int kBitsDigits = 3;

QString bitsNumber(double bits)
{
    return QLocale().toString(bits, 'f', kBitsDigits);
}

QString predictedText(const SearchTrial &trial)
{
    return trial.predictedSqnr
               ? tr("SQNR %1").arg(searchValueText(MetricKind::OutputSqnr, *trial.predictedSqnr))
               : tr("the output of float");
}

/// "SQNR 20.9 dB (95 %: 20.1 to 21.7)".
QString exactText(const MetricRow &row)
{
    if (!row.quantized)
        return QStringLiteral("%1 – (%2)").arg(rowName(row), coreText(row.quantized.reason));
    return QStringLiteral("%1 %2").arg(
        rowName(row), searchValueText(row.kind, *row.quantized, valueInterval(row)));
}

/// Without interval.
QString shortText(const MetricRow &row)
{
    return QStringLiteral("%1 %2").arg(rowName(row), row.quantized
                                                         ? searchValueText(row.kind, *row.quantized)
                                                         : QStringLiteral("–"));
}

QString measuredText(const SearchFindings &findings, const SearchTrial &trial)
{
    const std::optional<double> value = drawn(trial.measured);
    if (!value || !findings.metric)
        return predictedText(trial);
    return tr("%1; %2 measured by the search")
        .arg(predictedText(trial), QStringLiteral("%1 %2").arg(
                                       searchMetricName(findings, *findings.metric),
                                       searchValueText(*findings.metric, *value, trial.interval)));
}

QStringList confirmedAnswer(const SearchFindings &findings, const SearchTrial &best)
{
    QStringList all;
    for (const MetricRow &row : findings.exact.rows)
        all.append(exactText(row));
    const QString count = QLocale().toString(qulonglong(findings.exact.n));
    const QString size = sizeText(best.size);
    return {tr("Best: %1. Predicted: %2. On %3 samples that the search never saw: %4.")
                .arg(size, measuredText(findings, best), count, all.join(QStringLiteral(", "))),
            tr("Best: %1; predicted %2, exact %3").arg(size, predictedText(best), all.constFirst()),
            tr("Best: %1; predicted %2, exact %3")
                .arg(trialName(best), predictedText(best), shortText(findings.exact.rows.front())),
            tr("Best: %1").arg(trialName(best))};
}

/// Signs, not words: the list of goals stands in a narrow column.
QString boundName(const QString &name, MetricKind metric)
{
    const QString sign =
        largerIsBetter(metric) ? QStringLiteral("\u2265") : QStringLiteral("\u2264");
    return QStringLiteral("%1 %2").arg(name, sign);
}

QString limitText(const ConfigSearchRequest &request, const SearchFindings &findings)
{
    if (request.bound)
        return QStringLiteral("%1 %2").arg(
            boundName(searchMetricName(findings, request.bound->metric), request.bound->metric),
            searchValueText(request.bound->metric, request.bound->value));
    SizeReport size;
    size.bytes = std::int64_t(request.budget->amount);
    size.averageBits = request.budget->amount;
    size.bops = request.budget->amount;
    return tr("at most %1").arg(costText(request.budget->cost, size));
}

/// Of the front where all of its measured points share one, and of the best on unseen samples.
void addMarks(QStringList &notes, const ConfigSearchReport &report)
{
    const auto isMeasured = [](const SearchTrial &trial) { return trial.n > 0; };
    const auto first = std::ranges::find_if(report.front, isMeasured);
    if (first != report.front.end() && !first->mark.empty() &&
        std::ranges::all_of(report.front, [&](const SearchTrial &trial) {
            return !isMeasured(trial) || trial.mark == first->mark;
        }))
        notes.append(tr("%1, measured by the search on %2 samples: %3.")
                         .arg(QString::fromStdString(first->metricName),
                              QLocale().toString(qulonglong(first->n)), coreText(first->mark)));
    for (const MetricRow &row : report.exact.rows)
        if (!row.mark.empty())
            notes.append(tr("%1: %2.").arg(rowName(row), coreText(row.mark)));
}

} // namespace

QString displayName(SearchCost cost)
{
    switch (cost) {
    case SearchCost::Bytes:
        return tr("Size");
    case SearchCost::Bits:
        return tr("Average bits");
    case SearchCost::Bops:
        break;
    }
    return tr("BOPs");
}

QString displayName(SearchAlgorithm algorithm)
{
    switch (algorithm) {
    case SearchAlgorithm::Knapsack:
        return tr("knapsack");
    case SearchAlgorithm::Greedy:
        return tr("greedy");
    case SearchAlgorithm::Quadratic:
        return tr("quadratic");
    case SearchAlgorithm::Qgan:
        break;
    }
    return tr("QGAN's order");
}

QString explanation(SearchAlgorithm algorithm)
{
    return coreText(sourceOf(algorithm));
}

QString displayName(const SearchGoal &goal)
{
    if (!goal.bound)
        return QStringLiteral("%1 \u2264").arg(displayName(goal.cost));
    return boundName(sensitivityMetricName(*goal.bound), *goal.bound);
}

QString costText(SearchCost cost, const SizeReport &size)
{
    switch (cost) {
    case SearchCost::Bytes:
        return bytesText(size.bytes);
    case SearchCost::Bits:
        return tr("%1 bits on average").arg(bitsNumber(size.averageBits));
    case SearchCost::Bops:
        break;
    }
    return bopsText(size.bops);
}

QString sizeText(const SizeReport &size)
{
    return QStringLiteral("%1, %2, %3")
        .arg(costText(SearchCost::Bytes, size), costText(SearchCost::Bits, size),
             costText(SearchCost::Bops, size));
}

QString trialName(const SearchTrial &trial)
{
    return tr("%1 at %2 bits").arg(bytesText(trial.size.bytes), bitsNumber(trial.size.averageBits));
}

QString layerBitsText(const QuantConfig &config, std::span<const LayerInfo> layers)
{
    QStringList bits;
    for (const LayerInfo &layer : layers) {
        const WeightSpec &spec = config.spec(layer.name).weight;
        bits.append(spec.isFloat() ? QStringLiteral("fp") : QString::number(spec.bits));
    }
    return bits.join(u' ');
}

QString searchValueText(MetricKind metric, double value,
                        const std::optional<MetricInterval> &interval)
{
    const QString number = interval ? metricNumber(value, *interval) : metricNumber(value);
    const QString whole = unitOf(metric) == "dB" ? tr("%1 dB").arg(number) : number;
    return interval ? tr("%1 (95 %: %2)").arg(whole, intervalText(*interval)) : whole;
}

QString searchMetricName(const SearchFindings &findings, MetricKind metric)
{
    if (const MetricRow *exact = findings.exactRow(metric))
        return rowName(*exact);
    const std::string measured = metric == findings.metric ? findings.metricName() : std::string();
    return measured.empty() ? sensitivityMetricName(metric) : QString::fromStdString(measured);
}

QString markText(const SearchTrial &trial)
{
    return trial.mark.empty() ? QString() : QStringLiteral(" (%1)").arg(coreText(trial.mark));
}

QStringList searchAnswer(const SearchFindings &findings, const ConfigSearchReport *report)
{
    // The nearest of a search that goes on is no best so far.
    if (!findings.best || (!report && !findings.isReachable))
        return {};
    const SearchTrial &best = findings.trials[*findings.best];
    if (report && !report->isReachable) {
        const QString nearest = coreText(report->nearest);
        return {tr("%1 That is %2, predicted %3.")
                    .arg(nearest, sizeText(best.size), predictedText(best)),
                nearest};
    }
    if (report && !findings.exact.rows.empty())
        return confirmedAnswer(findings, best);
    return {tr("Best so far: %1; predicted %2").arg(sizeText(best.size), predictedText(best)),
            tr("Best so far: %1").arg(trialName(best))};
}

QStringList searchNotes(const ConfigSearchReport &report)
{
    QStringList notes;
    if (report.holdsOnUnseen == true)
        notes.append(tr("The bound is met on the unseen samples, too."));
    if (report.isProvenBest)
        notes.append(tr("No other choice has a smaller sum of the layers' errors."));
    if (!report.isFinished)
        notes.append(tr("The time was up; a longer search may find a better one."));
    else if (!report.isFrontFinished)
        notes.append(tr("The time was up before the whole front was found."));
    for (const std::string &note : report.notes)
        notes.append(coreText(note));
    addMarks(notes, report);
    return notes;
}

QString searchConditions(const ConfigSearchRequest &request, const QString &target,
                         const SearchFindings &findings)
{
    QStringList bits;
    for (const int each : request.rules.bits)
        bits.append(each == kFloatBits ? tr("float") : QString::number(each));
    QStringList methods;
    for (const WeightMethod method : request.rules.methods)
        methods.append(displayName(method));
    QString conditions =
        tr("%1, %2; bits %3 by %4; %5 samples for each layer, %6 for each point, seed %7")
            .arg(displayName(request.algorithm), limitText(request, findings), bits.join(u' '),
                 methods.join(QStringLiteral(", ")),
                 QLocale().toString(qulonglong(request.sweep.count)),
                 QLocale().toString(qulonglong(request.count)),
                 QString::number(request.sweep.seed));
    if (!target.isEmpty())
        conditions += tr("; target: %1").arg(QFileInfo(target).fileName());
    return conditions;
}

} // namespace quantloupe

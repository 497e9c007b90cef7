// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics_words.h"

#include "models/core_words.h"
#include "models/document_state.h"
#include "models/layer_edit.h"
#include "models/metrics_history.h"
#include "models/translate.h"
#include "quant/shortest_rules.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace quantloupe {

namespace {

/// Of a SHA-256, to tell files apart.
constexpr std::size_t kShownDigits = 12;
constexpr std::size_t kMostRules = 4;
/// The notes are read; an export names all.
constexpr std::size_t kMostSkipped = 12;

QString countText(std::size_t count)
{
    return QLocale().toString(qulonglong(count));
}

/// "SWD 15.0" or "PSNR 31.2 dB"; a factor such as "x 1000" belongs to the name of an axis.
QString withUnit(const QString &number, MetricKind kind)
{
    const std::string_view unit = unitOf(kind);
    return unit == "dB" ? tr("%1 dB").arg(number) : number;
}

QString pairedVerdict(const MetricRow &row)
{
    const QString value = withUnit(metricNumber(*row.quantized), row.kind);
    if (!row.pairedInterval)
        return tr("%1 to float is %2.").arg(rowName(row), value);
    return tr("%1 to float is %2 (95 %: %3).")
        .arg(rowName(row), value, intervalText(*row.pairedInterval));
}

QString deltaVerdict(const MetricRow &row)
{
    const QString size = metricNumber(std::abs(*row.delta));
    const QString range = intervalText(*row.deltaInterval);
    const bool isAbove = (*row.deltaInterval).low > 0;
    const bool isBelow = (*row.deltaInterval).high < 0;
    const bool isBetter = largerIsBetter(row.kind) ? isAbove : isBelow;
    if (isAbove && isBetter)
        return tr("%1 is %2 above float (95 %: %3): nearer to the reference than float, by more "
                  "than noise.")
            .arg(rowName(row), size, range);
    if (isAbove)
        return tr("%1 is %2 above float (95 %: %3): more than noise.")
            .arg(rowName(row), size, range);
    if (isBelow && isBetter)
        return tr("%1 is %2 below float (95 %: %3): nearer to the reference than float, by more "
                  "than noise.")
            .arg(rowName(row), size, range);
    if (isBelow)
        return tr("%1 is %2 below float (95 %: %3): more than noise.")
            .arg(rowName(row), size, range);
    return tr("%1 differs from float by %2 (95 %: %3): no more than noise.")
        .arg(rowName(row), metricNumber(*row.delta), range);
}

/// Without an interval the floor is all there is to judge by.
QString plainVerdict(const MetricRow &row)
{
    const QString text = (*row.delta >= 0 ? tr("%1 is %2 above float; it has no interval.")
                                          : tr("%1 is %2 below float; it has no interval."))
                             .arg(rowName(row), metricNumber(std::abs(*row.delta)));
    if (!row.floor)
        return text;
    return text + u' ' + tr("Its floor is %1.").arg(metricNumber(*row.floor));
}

QString settingText(const LayerQuantSpec &spec)
{
    std::string text = toText(spec.weight);
    if (!spec.activation.isFloat())
        text += "," + toText(spec.activation);
    return QString::fromStdString(text);
}

QString referenceText(const ReferenceIdentity &reference)
{
    if (reference.name == kFloatReference)
        return tr("the float generator on other latents");
    QString name = QString::fromStdString(reference.name);
    if (!reference.preparation)
        return name;
    if (reference.isDrawn)
        name = tr("%1 of the %2 pictures of %3, drawn by the seed")
                   .arg(countText(reference.n), countText(reference.available), name);
    const auto text = [](std::string_view view) {
        return QString::fromUtf8(view.data(), qsizetype(view.size()));
    };
    return tr("%1 (crop %2, filter %3 of OpenCV)")
        .arg(name, text(quantloupe::name(reference.preparation->crop)),
             text(quantloupe::name(reference.preparation->filter)));
}

/// Paired metrics compare with the float pictures of the same latents, whatever the reference is.
QString referencesText(const MetricsReport &report)
{
    const auto paired =
        std::ranges::count_if(report.rows, [](const MetricRow &row) { return isPaired(row.kind); });
    const QString pairs = tr("the float pictures of the same latents");
    if (paired == 0)
        return referenceText(report.reference);
    if (paired == std::ssize(report.rows))
        return pairs;
    return tr("%1; for paired metrics %2").arg(referenceText(report.reference), pairs);
}

void addMissing(QStringList &notes, const MetricRow &row, const QString &column,
                const std::string &reason)
{
    if (!reason.empty())
        notes.append(tr("%1, %2: %3").arg(rowName(row), column, coreText(reason)));
}

void addNotes(QStringList &notes, const MetricRow &row)
{
    addMissing(notes, row, tr("quantized"), row.quantized.reason);
    // A paired metric has no other columns by its nature.
    if (!isPaired(row.kind)) {
        addMissing(notes, row, tr("float"), row.floatValue.reason);
        // What needs a missing value is missing for the same reason.
        if (row.floatValue && row.quantized) {
            addMissing(notes, row, tr("difference"), row.delta.reason);
            if (row.delta)
                addMissing(notes, row, tr("interval"), row.deltaInterval.reason);
        }
        addMissing(notes, row, tr("floor"), row.floor.reason);
    }
    if (!row.mark.empty())
        notes.append(tr("%1: %2").arg(rowName(row), coreText(row.mark)));
}

void addSkipped(QStringList &notes, const std::vector<std::string> &skipped)
{
    if (skipped.empty())
        return;
    notes.append(
        tr("Pictures of the reference that could not be read: %1.").arg(countText(skipped.size())));
    for (std::size_t i = 0; i < std::min(kMostSkipped, skipped.size()); ++i)
        notes.append(coreText(skipped[i]));
    if (skipped.size() > kMostSkipped)
        notes.append(tr("Further ones, which the copied command lists with --json: %1.")
                         .arg(countText(skipped.size() - kMostSkipped)));
}

} // namespace

QString configurationText(const QuantConfig &config, const std::vector<LayerInfo> &layers)
{
    if (config.isFloat())
        return tr("float");
    QStringList texts;
    const std::vector<std::string> rules = shortestRules(config, layers);
    for (std::size_t i = 0; i < std::min(kMostRules, rules.size()); ++i)
        texts.append(QString::fromStdString(rules[i]));
    if (rules.size() > kMostRules)
        texts.append(QStringLiteral("…"));
    return texts.join(u' ');
}

QString changeText(const QuantConfig &before, const QuantConfig &after)
{
    const std::set<std::string> names = changedLayers(before, after);
    if (names.empty())
        return tr("the same configuration");
    if (names.size() > 1)
        return tr("%1 changed").arg(layerCountText(qsizetype(names.size())));
    const std::string &name = *names.begin();
    return tr("%1: %2 → %3")
        .arg(QString::fromStdString(name), settingText(before.spec(name)),
             settingText(after.spec(name)));
}

QString rowTitle(const MetricRow &row)
{
    const std::string_view unit = unitOf(row.kind);
    if (unit.empty())
        return rowName(row);
    return tr("%1, %2").arg(rowName(row), QString::fromUtf8(unit.data(), qsizetype(unit.size())));
}

QString rowName(const MetricRow &row)
{
    const QString name = QString::fromStdString(row.name);
    return row.layer.empty() ? name : tr("%1 of %2").arg(name, QString::fromStdString(row.layer));
}

QString verdict(const MetricsReport &report)
{
    for (const MetricRow &row : report.rows)
        if (row.delta && row.deltaInterval)
            return deltaVerdict(row);
    for (const MetricRow &row : report.rows)
        if (row.delta)
            return plainVerdict(row);
    for (const MetricRow &row : report.rows)
        if (isPaired(row.kind) && row.layer.empty() && row.quantized)
            return pairedVerdict(row);
    return tr("Nothing could be computed; the notes say why.");
}

namespace {

QString inputsWords(const MetricsReport &report)
{
    const QString input = QString::fromStdString(toText(report.plan.inputRange));
    const QString output = QString::fromStdString(toText(report.plan.outputRange));
    switch (report.inputs) {
    case MetricInputs::DrawnPictures:
        return tr("; inputs: drawn, not pictures; input range %1, output range %2")
            .arg(input, output);
    case MetricInputs::GivenPictures:
        return tr("; inputs: your pictures; input range %1, output range %2").arg(input, output);
    case MetricInputs::Latents:
        break;
    }
    return tr("; latents: %1").arg(coreText(planText(report.plan)));
}

} // namespace

QString conditionsText(const MetricsReport &report)
{
    QString text =
        tr("N = %1, seed %2; reference: %3")
            .arg(countText(report.n), QString::number(report.seed), referencesText(report));
    if (report.features.isKnown())
        text += tr("; features: %1 of %2 (SHA-256 %3…), pipeline %4")
                    .arg(countText(report.features.dimension),
                         QString::fromStdString(report.features.extractor),
                         QString::fromStdString(report.features.sha256.substr(0, kShownDigits)),
                         QString::fromStdString(report.features.pipeline));
    if (!report.perceptual.name.empty())
        text +=
            tr("; %1: weights %2")
                .arg(QString::fromStdString(report.perceptual.name),
                     QString::fromStdString(report.perceptual.trunkSha256.substr(0, kShownDigits)));
    return text + inputsWords(report);
}

const MetricRow *findRow(const MetricsReport &report, const MetricRow &like)
{
    for (const MetricRow &row : report.rows)
        if (row.kind == like.kind && row.layer == like.layer)
            return &row;
    return nullptr;
}

QStringList metricNotes(const MetricsReport &report, const MetricsReport *previous)
{
    QStringList notes;
    for (const MetricRow &row : report.rows)
        addNotes(notes, row);
    for (const MetricRow &row : report.rows) {
        const MetricRow *before = previous ? findRow(*previous, row) : nullptr;
        const std::string difference = before ? differenceOf(*previous, *before, report, row) : "";
        if (difference.empty())
            continue;
        // The same for all metrics, as a rule.
        const QString note =
            tr("No change to the measurement before: %1").arg(coreText(difference));
        if (!notes.contains(note))
            notes.append(note);
    }
    for (const std::string &warning : report.warnings)
        notes.append(coreText(warning));
    addSkipped(notes, report.skipped);
    return notes;
}

QString estimateText(const MetricsEstimate &estimate, std::size_t count)
{
    if (estimate.resumable > 0)
        return tr("%1 of %2 samples are measured already; about %3 for the rest")
            .arg(countText(estimate.resumable), countText(count), durationText(estimate.seconds));
    return tr("%1 samples, about %2").arg(countText(count), durationText(estimate.seconds));
}

} // namespace quantloupe

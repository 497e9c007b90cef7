// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quantizer_levels_chart.h"

#include "models/inspection_text.h"
#include "models/quantizer_words.h"
#include "models/translate.h"

#include <QLocale>

#include <algorithm>
#include <set>

namespace quantloupe {

namespace {

constexpr int kFigures = 3;

QString numberText(double value)
{
    return QLocale().toString(value, 'g', kFigures);
}

bool haveDifferentBits(const std::vector<QuantizerTrial> &trials)
{
    return std::ranges::any_of(trials, [&](const QuantizerTrial &trial) {
        return trial.spec.bits != trials.front().spec.bits;
    });
}

/// Of the one chosen, the one in use, or the first.
int bitsOf(const std::vector<QuantizerTrial> &trials, const std::vector<WeightSpec> &chosen,
           const WeightSpec &present)
{
    if (!chosen.empty())
        return chosen.front().bits;
    if (!present.isFloat())
        return present.bits;
    return trials.empty() ? 0 : trials.front().spec.bits;
}

/// The share of scales, by what has one.
QString takenText(const WeightSpec &spec, double share)
{
    return groupSize(spec.granularity) > 0 ? tr("in %1 of the groups").arg(shareText(share))
                                           : tr("in %1 of the channels").arg(shareText(share));
}

QString levelReading(const QuantizerTrial &trial, std::size_t level, bool isRelative)
{
    const PlacedLevels &levels = trial.levels;
    QString text = tr("%1: level %2 of %3 at %4")
                       .arg(quantizerName(trial.spec))
                       .arg(level + 1)
                       .arg(levels.places.size())
                       .arg(numberText(levels.places[level]));
    text += levels.weights[level] > 0
                ? tr(", taken by %1 of the weights").arg(shareText(levels.weights[level]))
                : tr(", taken by no weight");
    if (isRelative)
        text += QStringLiteral(", ") + takenText(trial.spec, levels.taken[level]);
    return text;
}

LevelsPlotRow rowOf(const QuantizerTrial &trial, const PlacedWeights &weights, bool withBits)
{
    const PlacedLevels &levels = trial.levels;
    LevelsPlotRow row;
    row.label = withBits ? quantizerName(trial.spec) : variantName(trial.spec);
    row.note = trial.numbers.occupancy ? shareText(*trial.numbers.occupancy) : QString();
    row.places = {levels.places.begin(), levels.places.end()};
    row.taken = {levels.taken.begin(), levels.taken.end()};
    row.weights = {levels.weights.begin(), levels.weights.end()};
    for (std::size_t level = 0; level < levels.places.size(); ++level)
        row.readings.append(levelReading(trial, level, weights.isRelative()));
    return row;
}

void setCounts(const Histogram &histogram, LevelsPlotData &data)
{
    data.low = histogram.low;
    data.high = histogram.high;
    for (std::size_t i = 0; i < histogram.counts.size(); ++i) {
        data.counts.append(double(histogram.counts[i]));
        data.readings.append(binReading(histogram, i));
    }
}

QString axisLabel(const PlacedWeights &weights, const std::vector<QuantizerTrial> &drawn)
{
    if (!weights.isRelative())
        return tr("weight");
    const bool isOfGroups = !drawn.empty() && groupSize(drawn.front().spec.granularity) > 0;
    return isOfGroups ? tr("weight / largest of its group") : tr("weight / largest of its channel");
}

} // namespace

std::vector<QuantizerTrial> drawnQuantizers(const std::vector<QuantizerTrial> &trials,
                                            const std::vector<WeightSpec> &chosen,
                                            const WeightSpec &present)
{
    std::vector<QuantizerTrial> ordered;
    for (const QuantizerTrial &trial : trials)
        if (!trial.levels.places.empty())
            ordered.push_back(trial);
    sortTrials(ordered);
    const auto isChosen = [&](const QuantizerTrial &trial) {
        return std::ranges::find(chosen, trial.spec) != chosen.end();
    };
    const bool isCompany = chosen.size() < 2;
    const int bits = bitsOf(trials, chosen, present);
    std::set<WeightMethod> seen;
    std::vector<QuantizerTrial> drawn;
    for (const QuantizerTrial &trial : ordered) {
        const bool isOfBits = isCompany && trial.spec.bits == bits;
        const bool isBest = isOfBits && seen.insert(trial.spec.method).second;
        const bool isPresent = isOfBits && trial.spec == present;
        if ((isChosen(trial) || isBest || isPresent) && drawn.size() < kMostDrawnQuantizers)
            drawn.push_back(trial);
    }
    return drawn;
}

LevelsPlotData quantizerLevels(const QString &layer, const PlacedWeights &weights,
                               const std::vector<QuantizerTrial> &drawn, const WeightSpec &present)
{
    LevelsPlotData data;
    data.name = tr("%1 quantizers").arg(layer);
    data.xLabel = axisLabel(weights, drawn);
    data.noteLabel = tr("occupied");
    setCounts(weights.histogram, data);
    const bool withBits = !drawn.empty() && haveDifferentBits(drawn);
    for (const QuantizerTrial &trial : drawn) {
        data.rows.append(rowOf(trial, weights, withBits));
        data.rows.last().isChosen = trial.spec == present;
    }
    return data;
}

QStringList levelsCaption(const PlacedWeights &weights, const std::vector<QuantizerTrial> &drawn)
{
    if (drawn.empty())
        return {tr("Levels are drawn for up to 8 bits.")};
    if (!weights.isRelative())
        return {tr("Levels that no weight takes are pale.")};
    if (groupSize(drawn.front().spec.granularity) > 0)
        return {tr("A level is pale as far as groups do not take it; it stands where it is on "
                   "average."),
                tr("Pale: not taken by all groups. Places are averages.")};
    return {tr("A level is pale as far as channels do not take it; it stands where it is on "
               "average."),
            tr("Pale: not taken by all channels. Places are averages.")};
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sensitivity_text.h"

#include "tables.h"

#include <algorithm>

namespace quantloupe::cli {

namespace {

/// Enough for what any of the metrics can tell.
constexpr int kDigits = 3;

std::string bitsText(int bits)
{
    return bits == kBaseBits ? "as configured" : std::to_string(bits) + " bits";
}

std::string placeText(SensitivitySite site, SensitivityMode mode)
{
    return std::string(name(site)) + ", " +
           (mode == SensitivityMode::Alone ? "one layer alone" : "one layer left out");
}

const SensitivityMean *find(const SensitivityReport &report, const SensitivityRanking &place,
                            const std::string &layer)
{
    const auto found = std::ranges::find_if(report.means, [&](const SensitivityMean &mean) {
        return mean.layer == layer && mean.site == place.site && mean.mode == place.mode &&
               mean.bits == place.bits;
    });
    return found == report.means.end() ? nullptr : &*found;
}

std::string valueText(const SensitivityMean *mean)
{
    if (!mean)
        return "-";
    std::string text = mean->value     ? numberText(mean->value, kDigits)
                       : mean->isExact ? "exact"
                                       : "-";
    if (mean->predicted)
        text += " (" + numberText(mean->predicted, 1) + ")";
    return text;
}

bool haveSamePlace(const SensitivityRanking &a, const SensitivityRanking &b)
{
    return a.site == b.site && a.mode == b.mode;
}

/// The rankings of one site and mode, from `first` on.
std::string gridText(const SensitivityReport &report, std::size_t first, std::size_t end)
{
    std::vector<std::string> header = {"layer"};
    for (std::size_t i = first; i < end; ++i)
        header.push_back(bitsText(report.rankings[i].bits));
    Table table(std::move(header));
    for (const std::string &layer : report.layers) {
        std::vector<std::string> row = {layer};
        for (std::size_t i = first; i < end; ++i)
            row.push_back(valueText(find(report, report.rankings[i], layer)));
        table.add(std::move(row));
    }
    return table.text();
}

/// One layer's place differs from another's, with ties or without.
bool tellsLayersApart(const SensitivityRanking &ranking)
{
    return std::ranges::adjacent_find(ranking.layers, std::ranges::not_equal_to(),
                                      &RankedLayer::sensitivity) != ranking.layers.end();
}

/// "a > b = c": the most sensitive first, ties between equals signs; empty where no value tells any
/// of them.
std::string orderText(const SensitivityRanking &ranking)
{
    std::string text;
    if (!tellsLayersApart(ranking))
        return text;
    for (std::size_t i = 0; i < ranking.layers.size(); ++i) {
        if (i > 0)
            text += ranking.layers[i - 1].tiesWithNext ? " = " : " > ";
        text += ranking.layers[i].layer;
    }
    return text;
}

std::string ordersText(const SensitivityReport &report, std::size_t first, std::size_t end)
{
    std::string text;
    for (std::size_t i = first; i < end; ++i)
        if (const std::string order = orderText(report.rankings[i]); !order.empty())
            text += bitsText(report.rankings[i].bits) + ": " + order + "\n";
    return text.empty() ? text : "The most sensitive first, = for a tie:\n" + text;
}

std::string redundancyText(const SensitivityReport &report)
{
    Table table({"measure", "site", "mode", "bits", "rank correlation", "share of orders as low"});
    for (const RedundancyColumn &column : report.redundancy)
        for (const RedundancyMatch &match : column.matches)
            if (match.correlation)
                table.add({std::string(name(column.measure)), std::string(name(match.site)),
                           std::string(name(match.mode)),
                           match.bits == kBaseBits ? "-" : std::to_string(match.bits),
                           numberText(match.correlation->rho, 2),
                           numberText(match.correlation->lowerTail, 3)});
    if (table.isEmpty())
        return {};
    return "\nRedundancy by dimensions alone; the lower its rank correlation with sensitivity, the "
           "better it tells insensitive layers:\n" +
           table.text();
}

std::string sketchText(const SketchReport &sketch)
{
    if (sketch.all.cells == 0)
        return {};
    const auto line = [](const std::string &what, const SketchAccuracy &accuracy) {
        return what + ": Spearman " + numberText(accuracy.spearman, 3) + ", mean error " +
               numberText(accuracy.meanError, 2) + " dB over " + std::to_string(accuracy.cells) +
               " cells\n";
    };
    std::string text = "\nPredicted values stand in brackets, from " +
                       std::to_string(sketch.probes) + " probes on " +
                       std::to_string(sketch.samples) + " samples. " + line("All bits", sketch.all);
    for (const auto &[bits, accuracy] : sketch.byBits)
        text += line(bitsText(bits), accuracy);
    return text;
}

} // namespace

std::string cellText(const SensitivityCell &cell)
{
    return cell.layer + ", " + placeText(cell.site, cell.mode) + ", " + bitsText(cell.bits) + ": " +
           (cell.value ? numberText(cell.value, kDigits) : cell.reason);
}

std::string sensitivityText(const SensitivityReport &report)
{
    std::string text;
    const std::string_view unit = unitOf(report.metric);
    const std::string metric =
        report.metricName + (unit.empty() ? "" : " [" + std::string(unit) + "]");
    for (std::size_t first = 0; first < report.rankings.size();) {
        std::size_t end = first;
        while (end < report.rankings.size() &&
               haveSamePlace(report.rankings[end], report.rankings[first]))
            ++end;
        text += metric + " of " +
                placeText(report.rankings[first].site, report.rankings[first].mode) + "\n" +
                gridText(report, first, end) + ordersText(report, first, end) + "\n";
        first = end;
    }
    text += std::to_string(report.count) + " samples, " + std::to_string(report.repeats) +
            (report.repeats == 1 ? " repeat" : " repeats") +
            (report.isSettled ? ", all ranks told apart" : "") + "; " +
            std::to_string(report.measured) + " cells measured, " + std::to_string(report.known) +
            " known\n" + redundancyText(report);
    if (report.sketch)
        text += sketchText(*report.sketch);
    for (const std::string &note : report.notes)
        text += note + "\n";
    return text;
}

} // namespace quantloupe::cli

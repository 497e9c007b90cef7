// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipe_text.h"

#include "tables.h"

namespace quantloupe::cli {

namespace {

constexpr int kDigits = 3;

const MetricRow &metric(const RecipeRow &row, std::size_t index)
{
    return row.report.rows.at(index);
}

/// Of the difference, or of a distance to the float picture.
std::string intervalText(const MetricRow &row)
{
    const Measured<MetricInterval> &interval =
        isPaired(row.kind) ? row.pairedInterval : row.deltaInterval;
    if (!interval)
        return "-";
    return numberText((*interval).low, kDigits) + " .. " + numberText((*interval).high, kDigits);
}

/// SWD has none; a column of dashes tells nothing.
bool hasIntervals(const RecipeReport &report, std::size_t index)
{
    for (const RecipeRow &row : report.rows)
        if (intervalText(metric(row, index)) != "-")
            return true;
    return false;
}

std::vector<std::string> headerOf(const RecipeReport &report)
{
    std::vector<std::string> header = {"configuration"};
    const std::vector<MetricRow> &metrics = report.rows.front().report.rows;
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        header.push_back(metrics[i].name);
        if (!isPaired(metrics[i].kind))
            header.emplace_back("x float");
        if (hasIntervals(report, i))
            header.emplace_back(isPaired(metrics[i].kind) ? "95 %" : "95 % of delta");
    }
    for (const char *column : {"levels used", "bits a code", "size", "x smaller"})
        header.emplace_back(column);
    return header;
}

/// What float gets, which is the same in every row, and its floor.
std::vector<std::string> fixedRow(const RecipeReport &report, const std::string &title,
                                  Measured<double> MetricRow::*value)
{
    std::vector<std::string> cells = {title};
    const std::vector<MetricRow> &metrics = report.rows.front().report.rows;
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        cells.push_back(numberText((metrics[i].*value).value, kDigits));
        if (!isPaired(metrics[i].kind))
            cells.emplace_back("-");
        if (hasIntervals(report, i))
            cells.emplace_back("-");
    }
    const bool isFloat = value == &MetricRow::floatValue;
    cells.insert(cells.end(),
                 {"-", "-", isFloat ? byteText(report.rows.front().size.floatBytes) : "-", "-"});
    return cells;
}

std::vector<std::string> cellsOf(const RecipeReport &report, const RecipeRow &row)
{
    std::vector<std::string> cells = {row.configuration.title};
    for (std::size_t i = 0; i < row.report.rows.size(); ++i) {
        cells.push_back(numberText(metric(row, i).quantized.value, kDigits));
        if (!isPaired(metric(row, i).kind))
            cells.push_back(numberText(ratioToFloat(metric(row, i)), kDigits));
        if (hasIntervals(report, i))
            cells.push_back(intervalText(metric(row, i)));
    }
    cells.push_back(row.levels ? percentText(row.levels->occupancy, 1) : "-");
    cells.push_back(row.levels ? numberText(row.levels->entropy, 2) : "-");
    cells.push_back(byteText(row.size.bytes));
    cells.push_back(numberText(row.size.ratio, 2));
    return cells;
}

std::string remarks(const RecipeReport &report)
{
    std::string text;
    for (const MetricRow &row : report.rows.front().report.rows) {
        if (!row.mark.empty())
            text += row.name + ": " + row.mark + ".\n";
        if (!row.quantized)
            text += "No " + row.name + ": " + row.quantized.reason + ".\n";
        else if (!isPaired(row.kind) && !row.floor)
            text += "No floor of " + row.name + ": " + row.floor.reason + ".\n";
    }
    for (const std::string &note : report.notes)
        text += note + "\n";
    return text;
}

std::string sourcesText(const MetricsReport &report)
{
    std::string text = std::to_string(report.count) + " samples of seed " +
                       std::to_string(report.seed) + " against " +
                       std::to_string(report.reference.n) + " of " + report.reference.name;
    if (report.features.isKnown())
        text +=
            "; features of " + report.features.extractor + ", pipeline " + report.features.pipeline;
    return text + "; latents " + planText(report.plan) + "\n";
}

std::string claimsText(const RecipeReport &report)
{
    std::string text;
    for (const RecipeClaim &claim : report.claims)
        text += "\n" + std::string(name(claim.verdict)) + " (" +
                (claim.by == ClaimBy::Paper ? "the paper's claim" : "our question") +
                "): " + claim.claim + "\n  " + claim.reason + "\n";
    return text;
}

} // namespace

std::string recipeText(const RecipeReport &report)
{
    Table table(headerOf(report));
    table.add(fixedRow(report, "float", &MetricRow::floatValue));
    for (const RecipeRow &row : report.rows)
        table.add(cellsOf(report, row));
    table.add(fixedRow(report, "floor", &MetricRow::floor));
    return table.text() + sourcesText(report.rows.front().report) + remarks(report) +
           claimsText(report);
}

std::string recipeProgressText(const RecipeRow &row, std::size_t index, std::size_t count)
{
    std::string text = std::to_string(index + 1) + "/" + std::to_string(count) + " " +
                       row.configuration.title + ":";
    for (const MetricRow &metric : row.report.rows)
        text += (&metric == &row.report.rows.front() ? " " : ", ") + metric.name + " " +
                numberText(metric.quantized.value, kDigits);
    return text;
}

} // namespace quantloupe::cli

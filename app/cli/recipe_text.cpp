// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipe_text.h"

#include "analysis/recipe_table.h"
#include "tables.h"

namespace quantloupe::cli {

namespace {

constexpr int kDigits = 3;

std::string titleOf(const RecipeColumn &column, const RecipeReport &report)
{
    const MetricRow &metric = report.rows.front().report.rows.at(column.metric);
    switch (column.kind) {
    case RecipeColumnKind::Configuration:
        break;
    case RecipeColumnKind::Value:
        return metric.name;
    case RecipeColumnKind::RatioToFloat:
        return "x float";
    case RecipeColumnKind::Interval:
        return isPaired(metric.kind) ? "95 %" : "95 % of delta";
    case RecipeColumnKind::LevelsUsed:
        return "levels used";
    case RecipeColumnKind::CodeBits:
        return "bits a code";
    case RecipeColumnKind::Bytes:
        return "size";
    case RecipeColumnKind::TimesSmaller:
        return "x smaller";
    }
    return "configuration";
}

std::string textOf(const RecipeCell &cell, RecipeColumnKind kind)
{
    if (const auto *interval = std::get_if<MetricInterval>(&cell))
        return numberText(interval->low, kDigits) + " .. " + numberText(interval->high, kDigits);
    const auto *value = std::get_if<double>(&cell);
    if (!value)
        return "-";
    switch (kind) {
    case RecipeColumnKind::LevelsUsed:
        return percentText(*value, 1);
    case RecipeColumnKind::CodeBits:
    case RecipeColumnKind::TimesSmaller:
        return numberText(*value, 2);
    case RecipeColumnKind::Bytes:
        return byteText(static_cast<std::int64_t>(*value));
    default:
        return numberText(*value, kDigits);
    }
}

std::vector<std::string> cellsOf(RecipeLine line, const std::string &title, const RecipeRow &row,
                                 const std::vector<RecipeColumn> &columns)
{
    std::vector<std::string> cells;
    for (const RecipeColumn &column : columns)
        cells.push_back(column.kind == RecipeColumnKind::Configuration
                            ? title
                            : textOf(recipeCell(line, row, column), column.kind));
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
    return text + "; " + inputsText(report) + "\n";
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
    const std::vector<RecipeColumn> columns = recipeColumns(report.rows);
    std::vector<std::string> header;
    for (const RecipeColumn &column : columns)
        header.push_back(titleOf(column, report));
    Table table(header);
    const RecipeRow &any = report.rows.front();
    table.add(cellsOf(RecipeLine::Float, "float", any, columns));
    for (const RecipeRow &row : report.rows)
        table.add(cellsOf(RecipeLine::Configuration, row.configuration.title, row, columns));
    table.add(cellsOf(RecipeLine::Floor, "floor", any, columns));
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

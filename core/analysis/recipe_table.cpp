// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/recipe_table.h"

#include <algorithm>

namespace quantloupe {

namespace {

const Measured<MetricInterval> &intervalOf(const MetricRow &row)
{
    return isPaired(row.kind) ? row.pairedInterval : row.deltaInterval;
}

/// SWD has none; a column without values tells nothing.
bool hasIntervals(std::span<const RecipeRow> rows, std::size_t metric)
{
    return std::ranges::any_of(rows, [metric](const RecipeRow &row) {
        return bool(intervalOf(row.report.rows.at(metric)));
    });
}

template <typename Value> RecipeCell cellOf(const std::optional<Value> &value)
{
    return value ? RecipeCell(*value) : RecipeCell();
}

RecipeCell metricCell(const MetricRow &metric, RecipeColumnKind kind)
{
    if (kind == RecipeColumnKind::Value)
        return cellOf(metric.quantized.value);
    return kind == RecipeColumnKind::RatioToFloat ? cellOf(ratioToFloat(metric))
                                                  : cellOf(intervalOf(metric).value);
}

RecipeCell configurationCell(const RecipeRow &row, const RecipeColumn &column)
{
    switch (column.kind) {
    case RecipeColumnKind::Configuration:
        return {};
    case RecipeColumnKind::LevelsUsed:
        return row.levels ? RecipeCell(row.levels->occupancy) : RecipeCell();
    case RecipeColumnKind::CodeBits:
        return row.levels ? RecipeCell(row.levels->entropy) : RecipeCell();
    case RecipeColumnKind::Bytes:
        return static_cast<double>(row.size.bytes);
    case RecipeColumnKind::TimesSmaller:
        return row.size.ratio;
    default:
        return metricCell(row.report.rows.at(column.metric), column.kind);
    }
}

} // namespace

std::vector<RecipeColumn> recipeColumns(std::span<const RecipeRow> rows)
{
    using Kind = RecipeColumnKind;
    std::vector<RecipeColumn> columns = {{Kind::Configuration, 0}};
    const std::vector<MetricRow> &metrics = rows.front().report.rows;
    for (std::size_t i = 0; i < metrics.size(); ++i) {
        columns.push_back({Kind::Value, i});
        if (!isPaired(metrics[i].kind))
            columns.push_back({Kind::RatioToFloat, i});
        if (hasIntervals(rows, i))
            columns.push_back({Kind::Interval, i});
    }
    for (const Kind kind : {Kind::LevelsUsed, Kind::CodeBits, Kind::Bytes, Kind::TimesSmaller})
        columns.push_back({kind, 0});
    return columns;
}

RecipeCell recipeCell(RecipeLine line, const RecipeRow &row, const RecipeColumn &column)
{
    if (line == RecipeLine::Configuration)
        return configurationCell(row, column);
    const bool isFloat = line == RecipeLine::Float;
    if (column.kind == RecipeColumnKind::Value) {
        const MetricRow &metric = row.report.rows.at(column.metric);
        return cellOf(isFloat ? metric.floatValue.value : metric.floor.value);
    }
    if (column.kind == RecipeColumnKind::Bytes && isFloat)
        return static_cast<double>(row.size.floatBytes);
    return {};
}

} // namespace quantloupe

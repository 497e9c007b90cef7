// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recipe_table_model.h"

#include "models/core_words.h"
#include "models/recipe_words.h"

#include <algorithm>

namespace quantloupe {

namespace {

constexpr int kAllDigits = 9;

QString rawText(const RecipeCell &cell)
{
    const auto raw = [](double value) { return QString::number(value, 'g', kAllDigits); };
    if (const auto *interval = std::get_if<MetricInterval>(&cell))
        return raw(interval->low) + QStringLiteral(" .. ") + raw(interval->high);
    const auto *value = std::get_if<double>(&cell);
    return value ? raw(*value) : QString();
}

} // namespace

bool RecipeTableModel::beginsWithRows(const std::vector<RecipeRow> &rows) const
{
    return !m_rows.empty() && rows.size() >= m_rows.size() && recipeColumns(rows) == m_columns &&
           std::equal(m_rows.begin(), m_rows.end(), rows.begin(),
                      [](const RecipeRow &a, const RecipeRow &b) {
                          return a.configuration.config == b.configuration.config &&
                                 a.report.rows == b.report.rows;
                      });
}

void RecipeTableModel::setRows(const std::vector<RecipeRow> &rows)
{
    if (!beginsWithRows(rows)) {
        beginResetModel();
        m_rows = rows;
        m_columns = rows.empty() ? std::vector<RecipeColumn>() : recipeColumns(rows);
        endResetModel();
        return;
    }
    if (rows.size() == m_rows.size())
        return;
    // Between that of float and the floor.
    beginInsertRows({}, 1 + int(m_rows.size()), int(rows.size()));
    m_rows = rows;
    endInsertRows();
}

RecipeLine RecipeTableModel::lineKind(int line) const
{
    if (line == 0)
        return RecipeLine::Float;
    return line == 1 + int(m_rows.size()) ? RecipeLine::Floor : RecipeLine::Configuration;
}

int RecipeTableModel::configurationOf(int line) const
{
    return line < 0 || lineKind(line) != RecipeLine::Configuration ? -1 : line - 1;
}

int RecipeTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_rows.empty() ? 0 : int(m_rows.size()) + 2;
}

int RecipeTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

RecipeCell RecipeTableModel::cell(const QModelIndex &index) const
{
    const int configuration = configurationOf(index.row());
    return recipeCell(lineKind(index.row()), m_rows[std::size_t(std::max(configuration, 0))],
                      m_columns[std::size_t(index.column())]);
}

QString RecipeTableModel::title(int line) const
{
    switch (lineKind(line)) {
    case RecipeLine::Float:
        return tr("Float");
    case RecipeLine::Floor:
        return tr("Floor");
    case RecipeLine::Configuration:
        break;
    }
    return recipeTitle(m_rows[std::size_t(configurationOf(line))].configuration);
}

QString RecipeTableModel::absence(const QModelIndex &index) const
{
    const RecipeColumn &column = m_columns[std::size_t(index.column())];
    const int configuration = configurationOf(index.row());
    if (column.kind != RecipeColumnKind::Value || cell(index).index() != 0)
        return {};
    const MetricRow &metric =
        m_rows[std::size_t(std::max(configuration, 0))].report.rows.at(column.metric);
    const std::string &reason = configuration >= 0 ? metric.quantized.reason
                                : index.row() == 0 ? metric.floatValue.reason
                                                   : metric.floor.reason;
    return reason.empty() ? QString() : tr("Absent: %1.").arg(coreText(reason));
}

QVariant RecipeTableModel::data(const QModelIndex &index, int role) const
{
    const bool isTitle = index.column() == 0;
    switch (role) {
    case Qt::DisplayRole:
        return isTitle ? title(index.row())
                       : recipeCellText(cell(index), m_columns[std::size_t(index.column())].kind);
    case kRawRole:
        return isTitle ? title(index.row()) : rawText(cell(index));
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return isTitle && index.row() == 1 + int(m_rows.size())
                   ? tr("What a perfect generator would get with as many pictures")
                   : absence(index);
    case Qt::TextAlignmentRole:
        return int((isTitle ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant RecipeTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const RecipeColumn &column = m_columns[std::size_t(section)];
    const MetricsReport &report = m_rows.front().report;
    switch (role) {
    case Qt::DisplayRole:
        return recipeColumnTitle(column, report);
    case Qt::ToolTipRole:
        return recipeColumnExplanation(column, report);
    case Qt::TextAlignmentRole:
        return int((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace quantloupe

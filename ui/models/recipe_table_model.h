// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/recipe_table.h"

#include <QAbstractTableModel>

#include <vector>

namespace quantloupe {

/// The table of a recipe as `reproduce` prints it: float, a line for each configuration, the floor.
class RecipeTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// QString: all digits, for copying.
    static constexpr int kRawRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;
    /// Rows are added behind those that are there as long as these and the columns stay the same.
    void setRows(const std::vector<RecipeRow> &rows);
    /// Of `rows` in setRows(); -1 for the lines of float and the floor.
    int configurationOf(int line) const;
    const std::vector<RecipeRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool beginsWithRows(const std::vector<RecipeRow> &rows) const;
    RecipeLine lineKind(int line) const;
    RecipeCell cell(const QModelIndex &index) const;
    QString title(int line) const;
    QString absence(const QModelIndex &index) const;

    std::vector<RecipeRow> m_rows;
    std::vector<RecipeColumn> m_columns;
};

} // namespace quantloupe

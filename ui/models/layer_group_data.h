// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layer_columns.h"

#include <QAbstractItemModel>
#include <QCoreApplication>
#include <QList>
#include <QVariant>

namespace quantloupe {

/// What rows of a LayerTableModel have in common, or come to together.
struct LayerGroupView
{
    const QAbstractItemModel &layers;
    QList<int> rows;

    /// Bits: shared, or from the fewest to the most. Counts: their sum. Means: over the weights.
    /// Other columns: what all say alike, or nothing.
    QVariant cell(LayerColumn column, int role) const;
    QString tooltip(const QString &path) const;
    /// Name and number of layers, for readers of the screen.
    QString spokenName(const QString &path) const;

    Q_DECLARE_TR_FUNCTIONS(quantloupe)

private:
    QVariant text(LayerColumn column) const;
    QVariant value(LayerColumn column) const;
    QVariant bits(LayerColumn column, int role) const;
    QVariant shared(LayerColumn column, int role) const;
    QVariant sum(LayerColumn column) const;
    QVariant mean(LayerColumn column) const;
    bool all(int role) const;
    QVariant at(int row, LayerColumn column, int role) const;
};

} // namespace quantloupe

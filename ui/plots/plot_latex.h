// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace quantloupe {

/// One \addplot of pgfplots: its options and its coordinates.
struct LatexSeries
{
    QString options;
    QList<QPointF> points;
    /// Vertical interval of each point, if any has one.
    QList<std::optional<std::pair<double, double>>> intervals = {};
    /// In the legend; a series without one is left out of it.
    QString legend = {};
    /// Over each point, if any has one.
    QStringList labels = {};
    /// What sets the colour of each point, for options with "point meta=explicit".
    QList<double> metas = {};
};

/// Names at places of an axis.
struct LatexTicks
{
    QList<double> places;
    QStringList labels;
};

struct LatexAxes
{
    /// Plain text.
    QString xLabel;
    QString yLabel;
    LatexTicks ticks = {};
    bool isXLogarithmic = false;
    /// Where the vertical axis begins, unless that is left to pgfplots.
    std::optional<double> yMin = {};
    LatexTicks yTicks = {};
    /// Of the bar of colours; empty for none.
    QString colorBar = {};
};

/// A tikzpicture for a document that loads pgfplots. A point whose y is NaN is a gap; empty series
/// are left out. `conditions` stand before it as comments, a line each.
QString latexPlot(const LatexAxes &axes, const QList<LatexSeries> &series,
                  const QString &conditions = {});

} // namespace quantloupe

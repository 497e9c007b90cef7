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
    /// Shown in a legend, where one has it.
    QString legend = {};
};

/// Names under places of the horizontal axis.
struct LatexTicks
{
    QList<double> places;
    QStringList labels;
};

/// A tikzpicture for a document that loads pgfplots. Labels are plain text; empty series are left
/// out.
QString latexPlot(const QString &xLabel, const QString &yLabel, const QList<LatexSeries> &series,
                  const LatexTicks &ticks = {});

} // namespace quantloupe

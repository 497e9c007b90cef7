// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>
#include <QString>

namespace quantloupe {

/// One \addplot of pgfplots: its options and its coordinates.
struct LatexSeries
{
    QString options;
    QList<QPointF> points;
};

/// A tikzpicture for a document that loads pgfplots. Labels are plain text; empty series are left
/// out.
QString latexPlot(const QString &xLabel, const QString &yLabel, const QList<LatexSeries> &series);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QCustomPlot;

namespace quantloupe {

enum class PlotFormat { Png, Svg, Pdf };

/// What a file says of the plot beside its picture: PNG and SVG as its title and description, PDF
/// in its title.
struct PlotDescription
{
    QString title;
    /// A line each; empty for nothing.
    QString conditions = {};
};

/// The plot as a file of this format, in its size on screen; PNG with two pixels for each of it.
QByteArray encodePlot(QCustomPlot &plot, PlotFormat format, const PlotDescription &description);

} // namespace quantloupe

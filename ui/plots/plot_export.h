// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QCustomPlot;

namespace quantloupe {

enum class PlotFormat { Png, Svg, Pdf };

/// The plot as a file of this format, in its size on screen; PNG with two pixels for each of it.
QByteArray encodePlot(QCustomPlot &plot, PlotFormat format, const QString &title);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/file_content.h"

#include <QSize>
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

/// What an exported plot is wide and high, in pixels of a screen or points of a page: so wide that
/// its text is as large as that of a paper it fills a column of.
inline constexpr QSize kExportSize{640, 360};

/// The plot as a file of this format in kExportSize, with a margin around it; PNG with two pixels
/// for each of it, encoded where the content is asked for.
FileContent drawPlot(QCustomPlot &plot, PlotFormat format, const PlotDescription &description);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

#include <array>

class QCustomPlot;

namespace quantloupe {

/// The one house style of plots: thin axes, a light grid, small tabular digits.
struct PlotColors
{
    QColor ground;
    QColor text;
    QColor axis;
    QColor grid;
    /// Counts and other plain amounts.
    QColor bars;
    /// Levels and ranges of a quantizer: what was chosen, over what was found.
    QColor levels;
    /// The same where nothing uses it.
    QColor unusedLevels;
    /// What the user chose, and what the cursor is on.
    QColor chosen;
    QColor cursor;
    /// Intervals, over bars and beside points.
    QColor whisker;
    /// Hatching of what noise alone would give.
    QColor floor;
    /// Lines that are compared, by their place in the plot; of Okabe and Ito, as far as the ground
    /// lets them be seen.
    std::array<QColor, 4> series;
};

PlotColors plotColors(const QPalette &palette);

/// Okabe and Ito's colours that all kinds of colour vision tell apart, for categories.
const std::array<QColor, 7> &categoricalColors();

inline constexpr double kAxisPen = 1;
inline constexpr double kLevelPen = 2;
/// Opacity of the ground behind text that stands over what is drawn.
inline constexpr float kBehindText = 0.85F;

/// Axes, grid, ground and fonts; what is drawn inside stays the plot's own.
void applyStyle(QCustomPlot &plot, const PlotColors &colors, const QFont &font);
/// About `ticks` ticks on the vertical axis with labels such as "20 k", few on the horizontal one.
void useCompactNumbers(QCustomPlot &plot, int ticks);
/// Measured values of any sign on the vertical axis, four figures.
void usePlainNumbers(QCustomPlot &plot, int ticks);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

#include <optional>

class QCPItemRect;
class QCPItemText;
class QCustomPlot;

namespace quantloupe {

struct PlotColors;

/// What noise alone would give, as a hatched band from zero upwards with its name beside it on the
/// right.
class FloorBand
{
public:
    explicit FloorBand(QCustomPlot &plot);
    static QPen pen(const PlotColors &colors);
    static QBrush brush(const PlotColors &colors);
    void setFloor(std::optional<double> floor, const QString &name);
    void applyColors(const PlotColors &colors, const QFont &font);
    /// Where the middle of the name would stand best, and where it does; in pixels of the plot.
    /// Without a floor there is no name.
    std::optional<double> nameWish() const;
    void placeName(double middle);
    /// What the name takes beside the axes; 0 without a floor.
    int nameWidth(const QFont &font) const;

private:
    QCPItemRect *m_band;
    QCPItemText *m_name;
};

} // namespace quantloupe

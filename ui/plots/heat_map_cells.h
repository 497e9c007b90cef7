// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plots/heat_map_plot.h"
#include "plots/plot_style.h"

#include <qcustomplot.h>

namespace quantloupe {

/// The cells of a HeatMapPlot, drawn as vectors: column x and row -y of the axes.
class HeatMapCells : public QCPAbstractItem
{
public:
    /// `data` lives on.
    HeatMapCells(QCustomPlot *plot, const HeatMapData *data);
    void setLook(const PlotColors &colors, const QFont &font);
    void setScale(const QCPColorGradient &gradient, const QCPRange &range);
    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }

protected:
    void draw(QCPPainter *painter) override;

private:
    QRectF placeOf(int column, int row) const;
    QColor colorOf(const HeatMapCell &cell);
    /// Every text fits into its cell.
    bool haveRoom() const;
    static QString textOf(const HeatMapCell &cell);
    void drawGround(QCPPainter &painter, const HeatMapCell &cell, const QRectF &place);
    void drawBorders(QCPPainter &painter, const HeatMapCell &cell, const QRectF &place) const;

    const HeatMapData *m_data;
    QCPColorGradient m_gradient;
    QCPRange m_range;
    PlotColors m_colors;
    QFont m_font;
};

} // namespace quantloupe

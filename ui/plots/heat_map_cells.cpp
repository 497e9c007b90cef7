// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/heat_map_cells.h"

#include "widgets/theme.h"

#include <algorithm>

namespace quantloupe {

namespace {

/// Between cells, in pixels.
constexpr double kGap = 1;
/// Of text to the border of its cell.
constexpr double kPadding = 3;
constexpr double kStrongPen = 3;
constexpr double kDashedPen = 1;
/// Before the text of a marked cell.
const QString kMark = QStringLiteral("\u25bc ");

} // namespace

HeatMapCells::HeatMapCells(QCustomPlot *plot, const HeatMapData *data)
    : QCPAbstractItem(plot), m_data(data)
{
    setSelectable(false);
}

void HeatMapCells::setLook(const PlotColors &colors, const QFont &font)
{
    m_colors = colors;
    m_font = font;
}

void HeatMapCells::setScale(const QCPColorGradient &gradient, const QCPRange &range)
{
    m_gradient = gradient;
    m_range = range;
}

QRectF HeatMapCells::placeOf(int column, int row) const
{
    const QCPAxis &x = *mParentPlot->xAxis;
    const QCPAxis &y = *mParentPlot->yAxis;
    const QPointF topLeft(x.coordToPixel(column - 0.5), y.coordToPixel(-row + 0.5));
    const QPointF bottomRight(x.coordToPixel(column + 0.5), y.coordToPixel(-row - 0.5));
    return QRectF(topLeft, bottomRight).adjusted(kGap, kGap, -kGap, -kGap);
}

QColor HeatMapCells::colorOf(const HeatMapCell &cell)
{
    return cell.value ? QColor::fromRgb(m_gradient.color(*cell.value, m_range)) : m_colors.ground;
}

QString HeatMapCells::textOf(const HeatMapCell &cell)
{
    return cell.isMarked ? kMark + cell.text : cell.text;
}

bool HeatMapCells::haveRoom() const
{
    if (m_data->cells.isEmpty())
        return false;
    const QFontMetricsF metrics(m_font);
    const QRectF place = placeOf(0, 0);
    return metrics.height() <= place.height() &&
           std::ranges::all_of(m_data->cells, [&](const HeatMapCell &cell) {
               return metrics.horizontalAdvance(textOf(cell)) + 2 * kPadding <= place.width();
           });
}

void HeatMapCells::drawGround(QCPPainter &painter, const HeatMapCell &cell, const QRectF &place)
{
    const QColor ground = colorOf(cell);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRect(place);
    if (!cell.isPredicted)
        return;
    QColor hatch = relativeLuminance(ground) > 0.2 ? QColor(Qt::black) : QColor(Qt::white);
    hatch.setAlphaF(0.35F);
    painter.setBrush(QBrush(hatch, Qt::BDiagPattern));
    painter.drawRect(place);
}

void HeatMapCells::drawBorders(QCPPainter &painter, const HeatMapCell &cell,
                               const QRectF &place) const
{
    painter.setBrush(Qt::NoBrush);
    if (cell.isPredicted) {
        painter.setPen(QPen(m_colors.whisker, kDashedPen, Qt::DashLine));
        painter.drawRect(place);
    }
    // Within each other, so that both are seen.
    const double half = kStrongPen / 2;
    if (cell.isMarked) {
        painter.setPen(QPen(m_colors.levels, kStrongPen));
        painter.drawRect(place.adjusted(half, half, -half, -half));
    }
    const double inner = cell.isMarked ? half + kStrongPen : half;
    if (cell.isChosen) {
        painter.setPen(QPen(m_colors.chosen, kStrongPen));
        painter.drawRect(place.adjusted(inner, inner, -inner, -inner));
    }
}

void HeatMapCells::draw(QCPPainter *painter)
{
    painter->setAntialiasing(false);
    painter->setFont(m_font);
    const bool hasTexts = haveRoom();
    const int columns = int(m_data->columns.size());
    for (int i = 0; i < m_data->cells.size(); ++i) {
        const HeatMapCell &cell = m_data->cells[i];
        const QRectF place = placeOf(i % columns, i / columns);
        drawGround(*painter, cell, place);
        drawBorders(*painter, cell, place);
        // The mark has room where numbers have none.
        const QString text = hasTexts ? textOf(cell) : cell.isMarked ? kMark.trimmed() : QString();
        if (text.isEmpty())
            continue;
        const QColor ground = colorOf(cell);
        const QColor black(Qt::black);
        const QColor white(Qt::white);
        painter->setPen(contrastRatio(black, ground) >= contrastRatio(white, ground) ? black
                                                                                     : white);
        painter->drawText(place, Qt::AlignCenter, text);
    }
}

} // namespace quantloupe

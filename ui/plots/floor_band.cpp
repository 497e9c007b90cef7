// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/floor_band.h"

#include "plots/plot_style.h"
#include "widgets/theme.h"

#include <qcustomplot.h>

namespace quantloupe {

namespace {

constexpr float kLineOpacity = 0.5F;

QColor lineColor(const PlotColors &colors)
{
    QColor color = colors.floor;
    color.setAlphaF(kLineOpacity);
    return color;
}

} // namespace

QPen FloorBand::pen(const PlotColors &colors)
{
    return {lineColor(colors), kAxisPen};
}

QBrush FloorBand::brush(const PlotColors &colors)
{
    return {lineColor(colors), Qt::BDiagPattern};
}

FloorBand::FloorBand(QCustomPlot &plot)
    : m_band(new QCPItemRect(&plot)), m_name(new QCPItemText(&plot))
{
    // Under what is measured.
    m_band->setLayer("grid");
    m_band->topLeft->setTypeX(QCPItemPosition::ptAxisRectRatio);
    m_band->bottomRight->setTypeX(QCPItemPosition::ptAxisRectRatio);
    m_name->setClipToAxisRect(false);
    m_name->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_name->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    m_name->setPadding({kSpacingTight, 0, 0, 0});
}

void FloorBand::setFloor(std::optional<double> floor, const QString &name)
{
    m_band->setVisible(floor.has_value());
    m_name->setVisible(floor.has_value());
    m_name->setText(name);
    m_band->topLeft->setCoords(0, floor.value_or(0));
    m_band->bottomRight->setCoords(1, 0);
    m_name->position->setCoords(1, floor.value_or(0) / 2);
}

std::optional<double> FloorBand::nameWish() const
{
    if (!m_band->visible())
        return {};
    return (m_band->topLeft->pixelPosition().y() + m_band->bottomRight->pixelPosition().y()) / 2;
}

void FloorBand::placeName(double middle)
{
    m_name->position->setPixelPosition({m_name->position->pixelPosition().x(), middle});
}

void FloorBand::applyColors(const PlotColors &colors, const QFont &font)
{
    m_band->setPen(pen(colors));
    m_band->setBrush(brush(colors));
    m_name->setColor(colors.text);
    m_name->setFont(smallFont(font));
}

int FloorBand::nameWidth(const QFont &font) const
{
    if (!m_band->visible())
        return 0;
    return kSpacingTight + qCeil(QFontMetricsF(smallFont(font)).horizontalAdvance(m_name->text()));
}

} // namespace quantloupe

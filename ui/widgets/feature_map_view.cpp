// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/feature_map_view.h"

#include "analysis/feature_maps.h"
#include "widgets/theme.h"

#include <QPainter>

#include <algorithm>

namespace quantloupe {

namespace {

constexpr int kColumns = 3;
constexpr int kLargestTile = 96;
constexpr int kFocusWidth = 1;

} // namespace

FeatureMapView::FeatureMapView(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setFocusPolicy(Qt::StrongFocus);
}

void FeatureMapView::setRows(const QList<FeatureMapRow> &rows)
{
    m_rows = rows;
    QStringList labels;
    for (const FeatureMapRow &row : rows)
        labels.append(row.label);
    setAccessibleDescription(labels.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize FeatureMapView::mapSize() const
{
    return m_rows.isEmpty() ? QSize(1, 1) : m_rows.constFirst().reference.size();
}

int FeatureMapView::factorFor(int width) const
{
    const int tile = std::min(kLargestTile, (width - (kColumns - 1) * kSpacingTight) / kColumns);
    return std::max(1, tile / std::max(mapSize().width(), mapSize().height()));
}

int FeatureMapView::factor() const
{
    return factorFor(width());
}

int FeatureMapView::lineHeight() const
{
    return QFontMetrics(smallFont(font())).height();
}

int FeatureMapView::headHeight() const
{
    return lineHeight() + kSpacingTight;
}

int FeatureMapView::rowHeight(int width) const
{
    return lineHeight() + factorFor(width) * mapSize().height() + kSpacing;
}

int FeatureMapView::heightForWidth(int width) const
{
    return m_rows.isEmpty() ? 0 : headHeight() + int(m_rows.size()) * rowHeight(width);
}

QSize FeatureMapView::sizeHint() const
{
    return {minimumSizeHint().width(), heightForWidth(width())};
}

QSize FeatureMapView::minimumSizeHint() const
{
    return {kColumns * MapLimits().side + (kColumns - 1) * kSpacingTight, 0};
}

QRect FeatureMapView::tileRect(int row, int column) const
{
    const QSize size = mapSize() * factor();
    return {QPoint(column * (size.width() + kSpacingTight),
                   headHeight() + row * rowHeight(width()) + lineHeight()),
            size};
}

QStringList FeatureMapView::titles()
{
    return {tr("float"), tr("quantized"), tr("difference")};
}

void FeatureMapView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void FeatureMapView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void FeatureMapView::paintTitles(QPainter &painter) const
{
    const QStringList texts = titles();
    painter.setPen(themeColors(palette()).secondaryText);
    for (int column = 0; column < kColumns; ++column) {
        const QRect tile = tileRect(0, column);
        const QRect place(tile.left(), 0, std::max(tile.width(), 1), lineHeight());
        painter.drawText(place, Qt::AlignLeft,
                         painter.fontMetrics().elidedText(texts[column], Qt::ElideRight,
                                                          place.width() + kSpacingTight));
    }
}

void FeatureMapView::paintDifference(QPainter &painter, int row) const
{
    const QRect tile = tileRect(row, 2);
    if (!m_rows[row].isEqual) {
        painter.drawImage(tile, m_rows[row].difference);
        return;
    }
    painter.fillRect(tile, themeColors(palette()).track);
    if (tile.height() >= lineHeight())
        painter.drawText(tile, Qt::AlignCenter, QStringLiteral("="));
}

void FeatureMapView::paintEvent(QPaintEvent *)
{
    if (m_rows.isEmpty())
        return;
    QPainter painter(this);
    painter.setFont(smallFont(font()));
    paintTitles(painter);
    painter.setPen(palette().color(QPalette::WindowText));
    for (int row = 0; row < m_rows.size(); ++row) {
        const QRect first = tileRect(row, 0);
        painter.drawText(QRect(0, first.top() - lineHeight(), width(), lineHeight()), Qt::AlignLeft,
                         m_rows[row].label);
        painter.drawImage(first, m_rows[row].reference);
        painter.drawImage(tileRect(row, 1), m_rows[row].quantized);
        paintDifference(painter, row);
    }
    if (!hasFocus())
        return;
    painter.setPen(QPen(themeColors(palette()).accent, kFocusWidth));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pixel_tip.h"

#include "widgets/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace quantloupe {

namespace {

/// Between the cursor's point and the tip, so that the arrow does not cover it.
constexpr int kCursorDistance = 2 * kSpacing;

struct ColumnWidths
{
    int name = 0;
    int values = 0;
    int difference = 0;
};

ColumnWidths widthsOf(const QList<PixelLine> &lines, const QFontMetrics &metrics)
{
    ColumnWidths widths;
    for (const PixelLine &line : lines) {
        widths.name = std::max(widths.name, metrics.horizontalAdvance(line.name));
        widths.values = std::max(widths.values, metrics.horizontalAdvance(line.values));
        widths.difference = std::max(widths.difference, metrics.horizontalAdvance(line.difference));
    }
    return widths;
}

} // namespace

PixelTip::PixelTip(QWidget *parent) : QWidget(parent)
{
    createWidgets();
}

void PixelTip::createWidgets()
{
    setObjectName(QStringLiteral("pixelTip"));
    setAccessibleName(tr("Values of the pixel under the cursor"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

QFont PixelTip::valueFont() const
{
    return numericFont(font());
}

QSize PixelTip::fittingSize() const
{
    const QFontMetrics metrics(valueFont());
    const ColumnWidths widths = widthsOf(m_lines, metrics);
    const int columns = widths.name + widths.values + widths.difference + 2 * kSpacingWide;
    return {std::max(columns, metrics.horizontalAdvance(m_title)) + 2 * kSpacing,
            int(m_lines.size() + 1) * metrics.lineSpacing() + 2 * kSpacingTight};
}

void PixelTip::showValues(QPoint at, QPoint pixel, const QList<const SamplePair *> &pairs,
                          const QStringList &names)
{
    m_title = tr("x %1, y %2").arg(pixel.x()).arg(pixel.y());
    m_lines = pixelLines(pairs, names, pixel);
    setVisible(!m_lines.isEmpty());
    if (m_lines.isEmpty())
        return;
    resize(fittingSize());
    moveBeside(at);
    raise();
    update();
}

void PixelTip::moveBeside(QPoint at)
{
    QPoint corner = at + QPoint(kCursorDistance, kCursorDistance);
    const QRect room = parentWidget()->rect();
    if (corner.x() + width() > room.right())
        corner.setX(at.x() - kCursorDistance - width());
    if (corner.y() + height() > room.bottom())
        corner.setY(at.y() - kCursorDistance - height());
    move(std::max(0, corner.x()), std::max(0, corner.y()));
}

void PixelTip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(valueFont());
    const ThemeColors &colors = themeColors(palette());
    painter.fillRect(rect(), colors.divider);
    painter.fillRect(rect().adjusted(1, 1, -1, -1), palette().base());
    const QFontMetrics metrics = painter.fontMetrics();
    const ColumnWidths widths = widthsOf(m_lines, metrics);
    QRect line(kSpacing, kSpacingTight, width() - 2 * kSpacing, metrics.lineSpacing());
    painter.setPen(colors.secondaryText);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_title);
    for (const PixelLine &values : m_lines) {
        line.translate(0, metrics.lineSpacing());
        painter.setPen(colors.secondaryText);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, values.name);
        painter.setPen(palette().color(QPalette::Text));
        const int left = line.left() + widths.name + kSpacingWide;
        painter.drawText(QRect(left, line.top(), widths.values, line.height()),
                         Qt::AlignRight | Qt::AlignVCenter, values.values);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, values.difference);
    }
}

} // namespace quantloupe

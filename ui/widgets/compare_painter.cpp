// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_painter.h"

#include "widgets/compare_text.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QImage>
#include <QPainter>
#include <QWidget>

#include <algorithm>

namespace quantloupe {

namespace {

/// Over a picture that is out of date: visible, but the picture stays readable.
constexpr double kDimOpacity = 0.3;

struct Names
{
    Q_DECLARE_TR_FUNCTIONS(ComparePainter)
};

QString rowName(PictureRow row)
{
    switch (row) {
    case PictureRow::Float:
        return Names::tr("Float");
    case PictureRow::Quantized:
        return Names::tr("Quantized");
    case PictureRow::Difference:
        break;
    }
    return Names::tr("Difference");
}

QString metricCaption()
{
    return Names::tr("distance\nto float");
}

QString metricNames()
{
    return Names::tr("PSNR, dB\nSSIM");
}

int widthOf(const QFontMetrics &metrics, const QString &lines)
{
    return metrics.size(0, lines).width();
}

} // namespace

ComparePainter::ComparePainter(const QWidget &widget)
    : m_colors(themeColors(widget.palette())),
      m_text(widget.palette().color(QPalette::WindowText)),
      m_small(numericFont(smallFont(widget.font()))),
      m_ratio(widget.devicePixelRatioF())
{
}

CompareTextSizes ComparePainter::textSizes() const
{
    const QFontMetrics metrics(m_small);
    const int names =
        widthOf(metrics, metricCaption()) + kSpacing + widthOf(metrics, metricNames());
    const int rows = std::max(metrics.horizontalAdvance(rowName(PictureRow::Quantized)),
                              metrics.horizontalAdvance(rowName(PictureRow::Difference)));
    return {std::max(names, rows), metrics.height(),
            metrics.horizontalAdvance(Names::tr("identical"))};
}

QRectF ComparePainter::logical(QRect device) const
{
    return {device.x() / m_ratio, device.y() / m_ratio, device.width() / m_ratio,
            device.height() / m_ratio};
}

void ComparePainter::paintHeader(QPainter &painter, const CompareLayout &layout, int band) const
{
    const QRect header = layout.header(band);
    const int first = band * layout.columns();
    const auto beside = [&](QRect place) {
        return logical({header.left(), place.top(), header.width(), place.height()});
    };
    painter.setFont(m_small);
    painter.setPen(m_colors.secondaryText);
    painter.drawText(beside(layout.caption(first)), Qt::AlignRight | Qt::AlignVCenter,
                     Names::tr("Sample"));
    for (const auto row : {PictureRow::Float, PictureRow::Quantized, PictureRow::Difference})
        painter.drawText(beside(layout.tile(first, row)), Qt::AlignRight | Qt::AlignVCenter,
                         rowName(row));
    paintMetricNames(painter, beside(layout.metrics(first)));
}

void ComparePainter::paintMetricNames(QPainter &painter, QRectF place) const
{
    painter.drawText(place, Qt::AlignRight | Qt::AlignBottom, metricNames());
    const int names = widthOf(painter.fontMetrics(), metricNames()) + kSpacing;
    painter.drawText(place.adjusted(0, 0, -names, 0), Qt::AlignRight | Qt::AlignBottom,
                     metricCaption());
}

void ComparePainter::paintCaption(QPainter &painter, QRect place, const SamplePair *pair,
                                  bool current) const
{
    if (!pair)
        return;
    QFont font = m_small;
    font.setBold(current);
    painter.setFont(font);
    painter.setPen(current ? m_text : m_colors.secondaryText);
    painter.drawText(logical(place), Qt::AlignHCenter | Qt::AlignVCenter,
                     QString::number(pair->index));
}

void ComparePainter::paintMetrics(QPainter &painter, QRect place, const SamplePair *pair) const
{
    if (!pair)
        return;
    painter.setFont(m_small);
    painter.setPen(m_text);
    painter.drawText(logical(place), Qt::AlignHCenter | Qt::AlignBottom,
                     psnrText(*pair) + u'\n' + ssimText(*pair));
}

void ComparePainter::paintTile(QPainter &painter, QRect place, const QImage &tile,
                               bool dimmed) const
{
    painter.save();
    painter.scale(1 / m_ratio, 1 / m_ratio);
    if (tile.isNull())
        painter.fillRect(place, m_colors.track);
    else
        painter.drawImage(place.topLeft(), tile);
    if (dimmed && !tile.isNull()) {
        QColor veil = m_colors.canvas;
        veil.setAlphaF(float(kDimOpacity));
        painter.fillRect(place, veil);
    }
    painter.restore();
}

void ComparePainter::paintOutline(QPainter &painter, QRect cell, bool focused) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(focused ? m_colors.accent : m_colors.secondaryText, focused ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    const double distance = 3;
    painter.drawRoundedRect(logical(cell).adjusted(-distance, 0, distance, distance), 3, 3);
    painter.restore();
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_painter.h"

#include "widgets/compare_text.h"
#include "widgets/mark_painter.h"

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

/// Names that the user gave end in an ellipsis beyond this many characters.
constexpr int kMostNameCharacters = 16;

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

CompareTextSizes ComparePainter::textSizes(const QStringList &configurations) const
{
    const QFontMetrics metrics(m_small);
    int header = widthOf(metrics, metricCaption()) + kSpacing + widthOf(metrics, metricNames());
    const CompareNames names{configurations, false};
    for (int row = 0; row < rowCount(int(configurations.size())); ++row)
        header = std::max(header, metrics.horizontalAdvance(rowName(PictureRow(row), names)));
    return {header, metrics.height(), metrics.horizontalAdvance(Names::tr("identical"))};
}

QString ComparePainter::elided(const QString &text, int width) const
{
    return QFontMetrics(m_small).elidedText(text, Qt::ElideRight, width);
}

QString ComparePainter::rowName(PictureRow row, const CompareNames &names) const
{
    if (row == PictureRow::Float || (names.showsFloat && isQuantizedRow(row)))
        return Names::tr("Float");
    if (!isQuantizedRow(row))
        return Names::tr("Difference");
    if (names.configurations.size() < 2)
        return Names::tr("Quantized");
    const int most = QFontMetrics(m_small).averageCharWidth() * kMostNameCharacters;
    return elided(names.configurations.value(configurationOf(row)), most);
}

QRectF ComparePainter::logical(QRect device) const
{
    return {device.x() / m_ratio, device.y() / m_ratio, device.width() / m_ratio,
            device.height() / m_ratio};
}

void ComparePainter::paintHeader(QPainter &painter, const CompareLayout &layout, int band,
                                 const CompareNames &names) const
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
    for (int i = 0; i < layout.rows(); ++i) {
        const auto row = PictureRow(i);
        painter.setPen(isQuantizedRow(row) && layout.rows() > rowCount(1) ? m_text
                                                                          : m_colors.secondaryText);
        painter.drawText(beside(layout.tile(first, row)), Qt::AlignRight | Qt::AlignVCenter,
                         rowName(row, names));
        painter.setPen(m_colors.secondaryText);
        if (i > 0 && !isQuantizedRow(row))
            paintMetricNames(painter, beside(layout.metrics(first, configurationOf(row))));
    }
}

void ComparePainter::paintMetricNames(QPainter &painter, QRectF place) const
{
    painter.drawText(place, Qt::AlignRight | Qt::AlignBottom, metricNames());
    const int names = widthOf(painter.fontMetrics(), metricNames()) + kSpacing;
    painter.drawText(place.adjusted(0, 0, -names, 0), Qt::AlignRight | Qt::AlignBottom,
                     metricCaption());
}

void ComparePainter::paintCaption(QPainter &painter, QRect place, const QStringList &wordings,
                                  CaptionMarks marks) const
{
    QFont font = m_small;
    font.setBold(marks.isCurrent);
    painter.setFont(font);
    painter.setPen(marks.isCurrent ? m_text : m_colors.secondaryText);
    const QFontMetrics metrics(font);
    const double pins = marks.isPinned ? 2 * kPinDigits * metrics.horizontalAdvance(u'0') : 0;
    const double room = logical(place).width() - pins;
    const auto fits = [&](const QString &wording) {
        return metrics.horizontalAdvance(wording) <= room;
    };
    const auto fitting = std::ranges::find_if(wordings, fits);
    const QString text = fitting == wordings.cend() ? wordings.constLast() : *fitting;
    painter.drawText(logical(place), Qt::AlignHCenter | Qt::AlignVCenter, text);
    if (marks.isPinned)
        paintPin(painter, logical(place).center(), metrics.horizontalAdvance(text),
                 m_colors.accent);
}

void ComparePainter::paintPixelFrame(QPainter &painter, QRect pixel) const
{
    painter.save();
    painter.scale(1 / m_ratio, 1 / m_ratio);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(Qt::black);
    painter.drawRect(pixel.adjusted(-1, -1, 0, 0));
    painter.setPen(Qt::white);
    painter.drawRect(pixel.adjusted(0, 0, -1, -1));
    painter.restore();
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

void ComparePainter::paintEqual(QPainter &painter, QRect place) const
{
    painter.fillRect(logical(place), m_colors.track);
    painter.setFont(m_small);
    painter.setPen(m_text);
    painter.drawText(logical(place), Qt::AlignCenter, QStringLiteral("="));
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

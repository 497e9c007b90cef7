// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shown_pictures.h"

#include "widgets/mark_painter.h"
#include "widgets/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cstring>

namespace quantloupe {

namespace {

/// Pictures of a smaller side are enlarged up to it.
constexpr int kWantedSide = 128;
constexpr int kGap = 4;
/// No sentence is as high, however narrow the pictures.
constexpr int kMostNoteHeight = 10000;

using Pictures = std::vector<std::vector<QImage>>;

Pictures madeOf(const ShownPictures &shown)
{
    Pictures pictures;
    for (const auto &row : shown.pictures) {
        pictures.emplace_back();
        for (const PictureMaker &make : row)
            pictures.back().push_back(make ? make() : QImage());
    }
    return pictures;
}

QSize pictureSize(const Pictures &pictures)
{
    for (const auto &row : pictures)
        for (const QImage &picture : row)
            if (!picture.isNull())
                return picture.size();
    return {};
}

int widestOf(const QStringList &texts, const QFontMetrics &metrics)
{
    int widest = 0;
    for (const QString &text : texts)
        widest = std::max(widest, metrics.horizontalAdvance(text));
    return widest;
}

/// The first wording that fits into a line; the last, which wraps, where none does.
QString fitted(const QStringList &wordings, const QFontMetrics &metrics, int width)
{
    for (const QString &wording : wordings)
        if (metrics.horizontalAdvance(wording) <= width)
            return wording;
    return wordings.isEmpty() ? QString() : wordings.constLast();
}

/// Paints ShownPictures once they are made.
class Sheet
{
public:
    Sheet(const ShownPictures &shown, const QFont &font)
        : m_shown(shown), m_font(font), m_metrics(font), m_pictures(madeOf(shown))
    {
        const QSize picture = pictureSize(m_pictures);
        const int side = std::max({1, picture.width(), picture.height()});
        m_cell = picture * std::max(1, kWantedSide / side);
        m_columns = m_pictures.empty() ? 0 : int(m_pictures.front().size());
        m_left = shown.rows.isEmpty() ? kGap : widestOf(shown.rows, m_metrics) + 3 * kGap;
        m_top = shown.columns.isEmpty() ? kGap : m_metrics.height() + 2 * kGap;
        m_note = fitted(shown.notes, m_metrics, noteWidth());
    }

    QImage painted() const
    {
        QImage image(size(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setFont(m_font);
        painter.setPen(Qt::black);
        for (int column = 0; column < m_columns; ++column)
            paintHeading(painter, column);
        for (int row = 0; row < int(m_pictures.size()); ++row)
            paintRow(painter, row);
        painter.drawText(notePlace(), Qt::TextWordWrap, m_note);
        return image;
    }

private:
    int noteWidth() const { return m_left + m_columns * (m_cell.width() + kGap) - 2 * kGap; }
    QRect notePlace() const
    {
        const QRect most(kGap, m_top + int(m_pictures.size()) * (m_cell.height() + kGap) + kGap,
                         noteWidth(), kMostNoteHeight);
        return m_metrics.boundingRect(most, Qt::TextWordWrap, m_note);
    }
    QSize size() const
    {
        const int height = m_top + int(m_pictures.size()) * (m_cell.height() + kGap);
        return {noteWidth() + 2 * kGap,
                m_note.isEmpty() ? height : notePlace().bottom() + 2 * kGap};
    }
    QRect place(int row, int column) const
    {
        return {QPoint(m_left + column * (m_cell.width() + kGap),
                       m_top + row * (m_cell.height() + kGap)),
                m_cell};
    }

    void paintHeading(QPainter &painter, int column) const
    {
        const QRect heading(place(0, column).left(), 0, m_cell.width(), m_top);
        const QString text =
            m_metrics.elidedText(m_shown.columns.value(column), Qt::ElideRight, m_cell.width());
        painter.drawText(heading, Qt::AlignCenter, text);
        if (column < m_shown.pinned)
            paintPin(painter, QRectF(heading).center(), m_metrics.horizontalAdvance(text),
                     themeColors(ThemeKind::Light).accent);
    }
    void paintRow(QPainter &painter, int row) const
    {
        painter.drawText(QRect(0, place(row, 0).top(), m_left - 2 * kGap, m_cell.height()),
                         Qt::AlignRight | Qt::AlignVCenter, m_shown.rows.value(row));
        for (int column = 0; column < m_columns; ++column)
            if (!m_pictures[row][column].isNull())
                painter.drawImage(place(row, column), m_pictures[row][column]);
    }

    const ShownPictures &m_shown;
    QFont m_font;
    QFontMetrics m_metrics;
    QString m_note;
    Pictures m_pictures;
    QSize m_cell;
    int m_columns = 0;
    int m_left = 0;
    int m_top = 0;
};

} // namespace

QImage composed(const ShownPictures &shown, const QFont &font)
{
    return Sheet(shown, font).painted();
}

Image fromQImage(const QImage &image)
{
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    Image result(rgb.width(), rgb.height(), 3);
    for (int y = 0; y < rgb.height(); ++y)
        std::memcpy(result.at(0, y), rgb.constScanLine(y), std::size_t(rgb.width()) * 3);
    return result;
}

} // namespace quantloupe

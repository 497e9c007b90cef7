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
/// Beyond as many digits a column is not widened for its texts.
constexpr int kMostDigits = 48;
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

/// Of texts of several lines.
int widestOf(const QStringList &texts, const QFontMetrics &metrics)
{
    int widest = 0;
    for (const QString &text : texts)
        for (const QString &line : text.split(u'\n'))
            widest = std::max(widest, metrics.horizontalAdvance(line));
    return widest;
}

int linesOf(const QStringList &texts)
{
    qsizetype most = 0;
    for (const QString &text : texts)
        if (!text.isEmpty())
            most = std::max(most, text.count(u'\n') + 1);
    return int(most);
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
        m_left = widestOf(shown.rows + shown.captionNames, m_metrics);
        m_left = m_left > 0 ? m_left + 3 * kGap : kGap;
        m_width = columnWidth();
        layOutRows();
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
    /// For a pin on the left, and as much on the right.
    int pinsWidth() const { return int(2 * kPinDigits * m_metrics.horizontalAdvance(u'0')); }
    int headingWidth(int column) const
    {
        const int pins = column < m_shown.pinned ? pinsWidth() : 0;
        return m_metrics.horizontalAdvance(m_shown.columns.value(column)) + pins;
    }
    int columnWidth() const
    {
        int wanted = 0;
        for (int column = 0; column < m_columns; ++column)
            wanted = std::max(wanted, headingWidth(column));
        for (const QStringList &captions : m_shown.captions)
            wanted = std::max(wanted, widestOf(captions, m_metrics));
        const int most = kMostDigits * m_metrics.horizontalAdvance(u'0');
        return std::max(m_cell.width(), std::min(wanted, most));
    }
    QStringList captionsOf(int row) const
    {
        return row < int(m_shown.captions.size()) ? m_shown.captions[row] : QStringList();
    }
    void layOutRows()
    {
        m_tops = {m_shown.columns.isEmpty() ? kGap : m_metrics.height() + 2 * kGap};
        for (int row = 0; row < int(m_pictures.size()); ++row) {
            const int caption = linesOf(captionsOf(row)) * m_metrics.lineSpacing();
            m_tops.push_back(m_tops.back() + m_cell.height() + kGap +
                             (caption > 0 ? caption + kGap : 0));
        }
    }

    int noteWidth() const { return m_left + m_columns * (m_width + kGap) - 2 * kGap; }
    QRect notePlace() const
    {
        const QRect most(kGap, m_tops.back() + kGap, noteWidth(), kMostNoteHeight);
        return m_metrics.boundingRect(most, Qt::TextWordWrap, m_note);
    }
    QSize size() const
    {
        return {noteWidth() + 2 * kGap,
                m_note.isEmpty() ? m_tops.back() : notePlace().bottom() + 2 * kGap};
    }
    /// Of the picture, in the middle of its column.
    QRect place(int row, int column) const
    {
        const int left = m_left + column * (m_width + kGap) + (m_width - m_cell.width()) / 2;
        return {QPoint(left, m_tops[row]), m_cell};
    }
    QRect captionPlace(int row, int column) const
    {
        const int top = m_tops[row] + m_cell.height() + kGap / 2;
        return {m_left + column * (m_width + kGap), top, m_width, m_tops[row + 1] - top};
    }
    QString elided(const QString &text, int width) const
    {
        QStringList lines = text.split(u'\n');
        for (QString &line : lines)
            line = m_metrics.elidedText(line, Qt::ElideRight, width);
        return lines.join(u'\n');
    }

    void paintHeading(QPainter &painter, int column) const
    {
        const QRect heading(m_left + column * (m_width + kGap), 0, m_width, m_tops.front());
        const bool isPinned = column < m_shown.pinned;
        const int room = isPinned ? m_width - pinsWidth() : m_width;
        const QString text = elided(m_shown.columns.value(column), room);
        painter.drawText(heading, Qt::AlignCenter, text);
        if (isPinned)
            paintPin(painter, QRectF(heading).center(), m_metrics.horizontalAdvance(text),
                     themeColors(ThemeKind::Light).accent);
    }
    void paintRow(QPainter &painter, int row) const
    {
        const int names = m_left - 2 * kGap;
        painter.drawText(QRect(0, m_tops[row], names, m_cell.height()),
                         Qt::AlignRight | Qt::AlignVCenter, m_shown.rows.value(row));
        const QRect captions = captionPlace(row, 0);
        painter.drawText(QRect(0, captions.top(), names, captions.height()),
                         Qt::AlignRight | Qt::AlignTop, m_shown.captionNames.value(row));
        for (int column = 0; column < m_columns; ++column) {
            if (!m_pictures[row][column].isNull())
                painter.drawImage(place(row, column), m_pictures[row][column]);
            painter.drawText(captionPlace(row, column), Qt::AlignHCenter | Qt::AlignTop,
                             elided(captionsOf(row).value(column), m_width));
        }
    }

    const ShownPictures &m_shown;
    QFont m_font;
    QFontMetrics m_metrics;
    QString m_note;
    Pictures m_pictures;
    QSize m_cell;
    int m_columns = 0;
    int m_left = 0;
    int m_width = 0;
    /// Of the pictures by row, and where the last one ends.
    std::vector<int> m_tops;
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

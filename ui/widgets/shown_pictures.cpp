// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shown_pictures.h"

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

} // namespace

QImage composed(const ShownPictures &shown, const QFont &font)
{
    const Pictures pictures = madeOf(shown);
    const QSize picture = pictureSize(pictures);
    const int factor = std::max(1, kWantedSide / std::max({1, picture.width(), picture.height()}));
    const QSize cell = picture * factor;
    const QFontMetrics metrics(font);
    const int left = shown.rows.isEmpty() ? kGap : widestOf(shown.rows, metrics) + 3 * kGap;
    const int top = shown.columns.isEmpty() ? kGap : metrics.height() + 2 * kGap;
    const int columns = pictures.empty() ? 0 : int(pictures.front().size());
    QImage result(left + columns * (cell.width() + kGap),
                  top + int(pictures.size()) * (cell.height() + kGap), QImage::Format_RGB32);
    result.fill(Qt::white);
    QPainter painter(&result);
    painter.setFont(font);
    painter.setPen(Qt::black);
    const auto place = [&](int row, int column) {
        return QRect(
            QPoint(left + column * (cell.width() + kGap), top + row * (cell.height() + kGap)),
            cell);
    };
    for (int column = 0; column < columns; ++column)
        painter.drawText(
            QRect(place(0, column).left(), 0, cell.width(), top), Qt::AlignCenter,
            metrics.elidedText(shown.columns.value(column), Qt::ElideRight, cell.width()));
    for (int row = 0; row < int(pictures.size()); ++row) {
        painter.drawText(QRect(0, place(row, 0).top(), left - 2 * kGap, cell.height()),
                         Qt::AlignRight | Qt::AlignVCenter, shown.rows.value(row));
        for (int column = 0; column < columns; ++column)
            if (!pictures[row][column].isNull())
                painter.drawImage(place(row, column), pictures[row][column]);
    }
    return result;
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

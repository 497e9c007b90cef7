// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"

#include <QHash>
#include <QImage>

#include <algorithm>

namespace quantloupe::test {

/// The colour that most pixels have.
inline QColor groundOf(const QImage &picture)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            ++counts[picture.pixel(x, y)];
    const auto most = std::max_element(counts.cbegin(), counts.cend());
    return most == counts.cend() ? QColor() : QColor(most.key());
}

/// The largest contrast of any pixel to the ground: that of the strokes of a text.
inline double contrastIn(const QImage &picture)
{
    const QColor ground = groundOf(picture);
    QHash<QRgb, double> ratios;
    double largest = 1;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            const QRgb pixel = picture.pixel(x, y);
            if (!ratios.contains(pixel))
                ratios.insert(pixel, contrastRatio(QColor(pixel), ground));
            largest = std::max(largest, ratios.value(pixel));
        }
    return largest;
}

} // namespace quantloupe::test

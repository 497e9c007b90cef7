// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/image.h"

#include <QFont>
#include <QImage>
#include <QStringList>

#include <vector>

namespace quantloupe {

/// The pictures that a view shows, whole and pixel by pixel, with what is written beside them.
struct ShownPictures
{
    QStringList rows;
    QStringList columns;
    /// By row and column; null where there is none.
    std::vector<std::vector<QImage>> pictures;
};

/// All pictures on white under the names of the columns and right of those of the rows; small ones
/// enlarged by one whole factor with nearest neighbour, as by `quantloupe-cli compare --out`.
QImage composed(const ShownPictures &shown, const QFont &font);

/// As RGB.
Image fromQImage(const QImage &image);

} // namespace quantloupe

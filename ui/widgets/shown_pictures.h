// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/image.h"

#include <QFont>
#include <QImage>
#include <QStringList>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace quantloupe {

/// Makes a picture from what it holds, in any thread.
using PictureMaker = std::function<QImage()>;

/// The pictures that a view shows, whole and pixel by pixel, with what is written beside them.
struct ShownPictures
{
    QStringList rows;
    QStringList columns;
    /// How many columns, from the left, are of pinned latents.
    int pinned = 0;
    /// Lines below the pictures, by row and column; nothing for a row without any.
    std::vector<QStringList> captions;
    /// Lines left of these, by row.
    QStringList captionNames;
    /// One sentence on how to read them, in fewer and fewer words; empty for none.
    QStringList notes;
    /// By row and column; empty, or of a null picture, where there is none.
    std::vector<std::vector<PictureMaker>> pictures;
};

/// Pictures on their way out of the window.
struct PictureSheet
{
    ShownPictures shown;
    /// What the PNG says besides, by keyword.
    std::map<std::string, std::string> texts;
};

/// Makes all pictures and puts them on white under the names of the columns and right of those of
/// the rows, with their captions and the note below; small ones enlarged by one whole factor with
/// nearest neighbour, as by `quantloupe-cli compare --out`. Columns are wide enough for what is
/// written above and below the pictures, within reason.
QImage composed(const ShownPictures &shown, const QFont &font);

/// As RGB.
Image fromQImage(const QImage &image);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/requests.h"
#include "widgets/compare_layout.h"
#include "widgets/theme.h"

#include <QFont>
#include <QStringList>

class QImage;
class QPainter;
class QWidget;

namespace quantloupe {

/// Widths and heights of the texts around the pictures, in device-independent pixels.
struct CompareTextSizes
{
    int header = 0;
    int line = 0;
    int cell = 0;
};

/// What the rows are called.
struct CompareNames
{
    /// Of the configurations; of a single one the name is not shown.
    QStringList configurations;
    /// Every configuration shows the float picture for as long as a key is held.
    bool showsFloat = false;
};

struct CaptionMarks
{
    bool isCurrent = false;
    bool isPinned = false;
};

/// Draws the parts of the compare grid in a widget's font and theme. Rectangles are device pixels
/// relative to the painter's origin.
class ComparePainter
{
public:
    explicit ComparePainter(const QWidget &widget);
    QString rowName(PictureRow row, const CompareNames &names) const;
    CompareTextSizes textSizes(const QStringList &configurations) const;

    void paintHeader(QPainter &painter, const CompareLayout &layout, int band,
                     const CompareNames &names) const;
    /// The first wording that fits, or the last.
    void paintCaption(QPainter &painter, QRect place, const QStringList &wordings,
                      CaptionMarks marks) const;
    void paintMetrics(QPainter &painter, QRect place, const SamplePair *pair) const;
    /// Around a pixel of a picture, readable on any colour.
    void paintPixelFrame(QPainter &painter, QRect pixel) const;
    /// `dimmed` for a picture of an older configuration.
    void paintTile(QPainter &painter, QRect place, const QImage &tile, bool dimmed) const;
    /// In place of a difference that would be an empty picture, in the theme's colours.
    void paintEqual(QPainter &painter, QRect place) const;
    void paintOutline(QPainter &painter, QRect cell, bool focused) const;

private:
    QRectF logical(QRect device) const;
    void paintMetricNames(QPainter &painter, QRectF place) const;
    QString elided(const QString &text, int width) const;

    const ThemeColors &m_colors;
    QColor m_text;
    QFont m_small;
    double m_ratio;
};

} // namespace quantloupe

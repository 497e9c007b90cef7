// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/requests.h"
#include "widgets/compare_layout.h"
#include "widgets/theme.h"

#include <QFont>

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

/// Draws the parts of the compare grid in a widget's font and theme. Rectangles are device pixels
/// relative to the painter's origin.
class ComparePainter
{
public:
    explicit ComparePainter(const QWidget &widget);
    CompareTextSizes textSizes() const;

    void paintHeader(QPainter &painter, const CompareLayout &layout, int band) const;
    void paintCaption(QPainter &painter, QRect place, const SamplePair *pair, bool current) const;
    void paintMetrics(QPainter &painter, QRect place, const SamplePair *pair) const;
    /// `dimmed` for a picture of an older configuration.
    void paintTile(QPainter &painter, QRect place, const QImage &tile, bool dimmed) const;
    void paintOutline(QPainter &painter, QRect cell, bool focused) const;

private:
    QRectF logical(QRect device) const;
    void paintMetricNames(QPainter &painter, QRectF place) const;

    const ThemeColors &m_colors;
    QColor m_text;
    QFont m_small;
    double m_ratio;
};

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_grid.h"
#include "widgets/compare_view.h"
#include "widgets/region_brush.h"

namespace quantloupe {

void CompareView::createBrushes()
{
    m_gridBrush = new RegionBrush(m_grid->viewport());
    m_largeBrush = new RegionBrush(m_large);
    for (const RegionBrush *brush : {m_gridBrush, m_largeBrush})
        connect(brush, &RegionBrush::brushed, this, [this](QRect pixels) {
            if (current() >= 0)
                Q_EMIT brushed(current(), pixels);
        });
}

bool CompareView::canBrush() const
{
    return current() >= 0 && pair(current()) && m_between.empty();
}

void CompareView::startBrush()
{
    if (!canBrush())
        return;
    const Image &picture = pair(current())->quantized;
    const QSize size(picture.width, picture.height);
    if (m_mode == CompareMode::Grid)
        m_gridBrush->begin(m_grid->tileRect(current(), PictureRow::Quantized), m_grid->region(),
                           size);
    else
        m_largeBrush->begin(m_large->tileRect(m_large->tileCount() - 1), m_large->region(), size);
}

void CompareView::endBrush()
{
    m_gridBrush->end();
    m_largeBrush->end();
}

} // namespace quantloupe

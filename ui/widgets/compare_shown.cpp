// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_grid.h"
#include "widgets/compare_large.h"
#include "widgets/compare_painter.h"
#include "widgets/compare_text.h"
#include "widgets/compare_view.h"

#include <QPainter>

#include <cmath>

namespace quantloupe {

ShownPictures CompareView::shownPictures()
{
    const bool isGrid = m_mode == CompareMode::Grid;
    ShownPictures shown = isGrid ? m_grid->shownPictures() : m_large->shownPictures();
    if (isGrid || m_mode == CompareMode::Difference)
        shown.notes = differenceCaptions(m_kind, m_gain);
    return shown;
}

ShownPictures CompareGrid::shownPictures()
{
    const ComparePainter parts(*this);
    ShownPictures shown;
    shown.pinned = m_pinned;
    for (int row = 0; row < m_layout.rows() && m_order.count() > 0; ++row) {
        shown.rows.append(parts.rowName(PictureRow(row), {m_names, false}));
        shown.pictures.emplace_back();
        for (int place = 0; place < m_order.count(); ++place)
            shown.pictures.back().push_back(m_cache.maker(positionAt(place), PictureRow(row)));
    }
    for (int place = 0; place < m_order.count(); ++place) {
        const SamplePair *pair = this->pair(positionAt(place));
        shown.columns.append(pair ? QString::number(pair->sample.index) : QString());
    }
    return shown;
}

ShownPictures CompareLarge::shownPictures()
{
    ShownPictures shown;
    shown.pictures.emplace_back();
    for (const Tile &tile : m_tiles) {
        shown.columns.append(tile.caption());
        shown.pictures.back().push_back(m_cache.maker(0, tile.row));
    }
    if (m_mode != CompareMode::Wipe || !shown.pictures.back().front())
        return shown;
    QImage wiped = shown.pictures.back().front()();
    const QImage left = m_cache.picture(0, PictureRow::Float);
    const int width = int(std::lround(m_divider * wiped.width()));
    QPainter(&wiped).drawImage(0, 0, left, 0, 0, width, left.height());
    shown.pictures.back().front() = [wiped] { return wiped; };
    shown.columns = {tr("%1 | %2").arg(nameOf(m_choice.left), nameOf(m_choice.right))};
    return shown;
}

} // namespace quantloupe

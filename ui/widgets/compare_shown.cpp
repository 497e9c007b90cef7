// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_grid.h"
#include "widgets/compare_large.h"
#include "widgets/compare_painter.h"
#include "widgets/compare_text.h"
#include "widgets/compare_view.h"

#include <QPainter>

#include <cmath>

namespace quantloupe {

namespace {

/// Of the two lines below a quantized picture of the grid.
QString measureNames()
{
    return CompareGrid::tr("distance to float: PSNR, dB\nSSIM");
}

QString measures(const SamplePair &pair)
{
    return psnrText(pair) + u'\n' + ssimText(pair);
}

} // namespace

ShownPictures CompareView::shownPictures()
{
    const bool isGrid = m_mode == CompareMode::Grid;
    ShownPictures shown = isGrid ? m_grid->shownPictures() : m_large->shownPictures();
    if (isGrid || m_mode == CompareMode::Difference)
        shown.notes = differenceCaptions(m_kind, m_gain);
    if (!between() || m_place.isEmpty())
        return shown;
    for (QString &note : shown.notes)
        note = m_place + u' ' + note;
    if (shown.notes.isEmpty())
        shown.notes = {m_place};
    return shown;
}

ShownPictures CompareGrid::shownPictures()
{
    const ComparePainter parts(*this);
    ShownPictures shown;
    shown.pinned = m_pinned;
    for (int row = 0; row < m_layout.rows() && m_order.count() > 0; ++row) {
        const bool isMeasured = isQuantizedRow(PictureRow(row));
        shown.rows.append(parts.rowName(PictureRow(row), {m_names, false}));
        shown.captionNames.append(isMeasured ? measureNames() : QString());
        shown.pictures.emplace_back();
        shown.captions.emplace_back();
        for (int place = 0; place < m_order.count(); ++place) {
            const SamplePair *pair =
                isMeasured ? this->pair(positionAt(place), configurationOf(PictureRow(row)))
                           : nullptr;
            shown.pictures.back().push_back(m_cache.maker(positionAt(place), PictureRow(row)));
            shown.captions.back().append(pair ? measures(*pair) : QString());
        }
    }
    for (int place = 0; place < m_order.count(); ++place)
        shown.columns.append(sampleName(positionAt(place)));
    return shown;
}

ShownPictures CompareLarge::shownPictures()
{
    ShownPictures shown;
    shown.pinned = m_title.isPinned ? 1 : 0;
    shown.pictures.emplace_back();
    shown.captions.emplace_back();
    for (const Tile &tile : m_tiles) {
        shown.columns.append(shown.columns.isEmpty() ? withSample(tile.name) : tile.name);
        shown.captions.back().append(tile.distanceLines);
        shown.pictures.back().push_back(m_cache.maker(0, tile.row));
    }
    if (m_mode == CompareMode::Wipe && shown.pictures.back().front())
        wipe(shown);
    return shown;
}

/// Both pictures become one, with the distances of both.
void CompareLarge::wipe(ShownPictures &shown)
{
    QImage wiped = shown.pictures.back().front()();
    const QImage left = m_cache.picture(0, PictureRow::Float);
    const int width = int(std::lround(m_divider * wiped.width()));
    QPainter(&wiped).drawImage(0, 0, left, 0, 0, width, left.height());
    shown.pictures.back().front() = [wiped] { return wiped; };
    const QString names = tr("%1 | %2").arg(nameOf(m_choice.left), nameOf(m_choice.right));
    shown.columns = {withSample(names)};
    const SamplePair *measured = m_choice.left > 0 ? pairOf(m_choice.left - 1) : nullptr;
    const SamplePair *other = m_choice.right > 0 ? pairOf(m_choice.right - 1) : nullptr;
    if (measured && other)
        shown.captions.back() = {tr("distance to float\n%1: %2\n%3: %4")
                                     .arg(nameOf(m_choice.left), distanceText(*measured),
                                          nameOf(m_choice.right), distanceText(*other))};
    else if (measured)
        shown.captions.back() = {distanceLines(*measured)};
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_grid.h"

#include "models/path_place.h"
#include "widgets/compare_painter.h"
#include "widgets/compare_text.h"
#include "widgets/theme.h"

#include <QElapsedTimer>
#include <QPaintEvent>
#include <QPainter>

namespace quantloupe {

namespace {

/// A paint stops deriving pictures after this time and goes on in the next one.
constexpr qint64 kPaintBudgetNanoseconds = 10'000'000;
constexpr QChar kEllipsis = u'\u2026';

} // namespace

/// Counts deriving only, so that every paint derives at least one picture.
struct CompareGrid::PaintBudget
{
    qint64 spent = 0;

    bool isSpent() const { return spent > kPaintBudgetNanoseconds; }
    template <typename Work> auto measure(const Work &work)
    {
        QElapsedTimer clock;
        clock.start();
        const auto result = work();
        spent += clock.nsecsElapsed();
        return result;
    }
};

void CompareGrid::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), themeColors(palette()).canvas);
    if (m_layout.columns() < 1)
        return;
    m_paintedAll = true;
    const ComparePainter parts(*this);
    const double ratio = devicePixelRatioF();
    painter.translate(0, -scrolled() / ratio);
    PaintBudget budget;
    const auto touched = [&](QRect content) {
        return toViewport(content)
            .adjusted(-kSpacing, -kSpacing, kSpacing, kSpacing)
            .intersects(event->rect());
    };
    for (int band = 0; band < m_layout.bands(); ++band)
        if (touched(m_layout.header(band)))
            parts.paintHeader(painter, m_layout, band, {m_names, m_showsFloat});
    for (int place = 0; place < m_layout.count(); ++place)
        if (touched(m_layout.cell(place)))
            paintCell(painter, parts, positionAt(place), budget);
}

void CompareGrid::paintLater(int position)
{
    m_paintedAll = false;
    QMetaObject::invokeMethod(
        this, [this, position] { updateCell(position); }, Qt::QueuedConnection);
}

QImage CompareGrid::tileWithin(PaintBudget &budget, int position, PictureRow row)
{
    if (m_cache.hasTile(position, row) || !m_cache.hasPicture(position, row))
        return m_cache.tile(position, row);
    if (!budget.isSpent())
        return budget.measure([&] { return m_cache.tile(position, row); });
    paintLater(position);
    return m_cache.formerTile(position, row);
}

void CompareGrid::paintCell(QPainter &painter, const ComparePainter &parts, int position,
                            PaintBudget &budget)
{
    const int place = placeOf(position);
    if (const SamplePair *shown = pair(position)) {
        // Its number alone would read like a sample of the present seed.
        const QString cut = QString::number(shown->sample.index) + kEllipsis;
        const auto seed = position < m_pinned ? m_seed : std::nullopt;
        parts.paintCaption(painter, m_layout.caption(place),
                           {sampleName(position), shortSampleText(shown->sample, seed), cut},
                           {position == m_current, position < m_pinned});
    }
    for (int configuration = 0; configuration < m_cache.configurations(); ++configuration)
        parts.paintMetrics(painter, m_layout.metrics(place, configuration),
                           pair(position, configuration));
    for (int row = 0; row < m_layout.rows(); ++row)
        paintRow(painter, parts, position, PictureRow(row), budget);
    if (m_hover && m_hover->first == position)
        paintHover(painter, parts, place);
    if (position == m_current)
        parts.paintOutline(painter, m_layout.cell(place), hasFocus());
}

void CompareGrid::paintRow(QPainter &painter, const ComparePainter &parts, int position,
                           PictureRow row, PaintBudget &budget)
{
    const QRect tile = m_layout.tile(placeOf(position), row);
    const bool isDifference = row != PictureRow::Float && !isQuantizedRow(row);
    const SamplePair *compared = isDifference ? pair(position, configurationOf(row)) : nullptr;
    const auto shown = m_showsFloat && isQuantizedRow(row) ? PictureRow::Float : row;
    if (compared && isIdentical(*compared))
        parts.paintEqual(painter, tile);
    else
        parts.paintTile(painter, tile, tileWithin(budget, position, shown),
                        isStale(shown, dimmed(position)));
}

void CompareGrid::paintHover(QPainter &painter, const ComparePainter &parts, int place) const
{
    for (int row = 0; row < m_layout.rows(); ++row) {
        const QRect tile = m_layout.tile(place, PictureRow(row));
        const QRect pixel = m_region.pixelRect(m_hover->second).translated(tile.topLeft());
        painter.save();
        painter.setClipRect(
            QRectF(toViewport(tile)).translated(0, scrolled() / devicePixelRatioF()));
        parts.paintPixelFrame(painter, pixel);
        painter.restore();
    }
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_grid.h"

#include "widgets/compare_painter.h"
#include "widgets/theme.h"

#include <QElapsedTimer>
#include <QPaintEvent>
#include <QPainter>

namespace quantloupe {

namespace {

/// A paint stops deriving pictures after this time and goes on in the next one.
constexpr qint64 kPaintBudgetNanoseconds = 10'000'000;

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
            parts.paintHeader(painter, m_layout, band);
    for (int position = 0; position < m_layout.count(); ++position)
        if (touched(m_layout.cell(position)))
            paintCell(painter, parts, position, budget);
}

void CompareGrid::paintLater(int position)
{
    m_paintedAll = false;
    QMetaObject::invokeMethod(
        this, [this, position] { updateCell(position); }, Qt::QueuedConnection);
}

QImage CompareGrid::tileWithin(PaintBudget &budget, int position, PictureRow row)
{
    if (m_cache.hasTile(position, row) || !pair(position))
        return m_cache.tile(position, row);
    if (!budget.isSpent())
        return budget.measure([&] { return m_cache.tile(position, row); });
    paintLater(position);
    return m_cache.formerTile(position, row);
}

void CompareGrid::paintCell(QPainter &painter, const ComparePainter &parts, int position,
                            PaintBudget &budget)
{
    const SamplePair *pair = m_cache.pair(position);
    const bool dimmed = m_dimmed && m_stale[position];
    parts.paintCaption(painter, m_layout.caption(position), pair, position == m_current);
    parts.paintMetrics(painter, m_layout.metrics(position), pair);
    for (const auto row : {PictureRow::Float, PictureRow::Quantized, PictureRow::Difference})
        parts.paintTile(painter, m_layout.tile(position, row), tileWithin(budget, position, row),
                        dimmed);
    if (position == m_current)
        parts.paintOutline(painter, m_layout.cell(position), hasFocus());
}

} // namespace quantloupe

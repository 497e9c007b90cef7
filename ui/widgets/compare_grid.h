// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare_layout.h"
#include "widgets/picture_cache.h"
#include "widgets/picture_region.h"

#include <QAbstractScrollArea>

#include <optional>
#include <vector>

namespace quantloupe {

class ComparePainter;

/// The pictures of CompareView: layout, zoom, pan and selection; scrolls where they do not fit.
class CompareGrid : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit CompareGrid(QWidget *parent = nullptr);
    void setCount(int count);
    void setPair(int position, const SamplePair &pair);
    const SamplePair *pair(int position) const { return m_cache.pair(position); }
    /// Pairs set from now on are fresh; the others are dimmed while setDimmed(true).
    void markStale();
    void setDimmed(bool dimmed);
    void setDifference(DifferenceKind kind, double gain);

    double zoom() const { return m_region.scale; }
    /// `anchor` in viewport coordinates.
    void setZoom(double zoom, QPointF anchor);
    void fit();
    int current() const { return m_current; }
    void setCurrent(int position);
    /// The shown part of the pictures and their places, in viewport coordinates.
    const PictureRegion &region() const { return m_region; }
    QRectF tileRect(int position, PictureRow row) const;
    /// False while pictures of the last paint were left to the next one, to keep the window quick.
    bool lastPaintWasComplete() const { return m_paintedAll; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void zoomChanged(double zoom);
    void currentChanged(int position);
    /// The pixel under the cursor where pixels are large enough to point at, else empty.
    void readoutChanged(const QString &text);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    struct PaintBudget;

    void createWidgets();
    void createLayout();

    void relayout();
    CompareSpace space() const;
    void setRegion(const PictureRegion &region);
    void zoomTo(double scale, QPoint inTile);
    bool canPan() const;
    void updateCell(int position);
    void paintLater(int position);
    /// The present tile, or the former one when the time of this paint is used up.
    QImage tileWithin(PaintBudget &budget, int position, PictureRow row);
    void paintCell(QPainter &painter, const ComparePainter &parts, int position,
                   PaintBudget &budget);
    bool moveByKey(int key);
    bool zoomByKey(int key);
    void updateCursor(bool overTile);
    void updateReadout(QPointF at);
    void describeCurrent();
    void ensureVisible(int position);

    int scrolled() const;
    QPoint toContent(QPointF inViewport) const;
    QRectF toViewport(QRect content) const;

    PictureCache m_cache;
    CompareLayout m_layout;
    PictureRegion m_region;
    bool m_fitted = true;
    int m_current = -1;
    std::vector<bool> m_stale;
    bool m_dimmed = false;
    bool m_paintedAll = true;
    std::optional<QPointF> m_panFrom;
    int m_wheelRest = 0;
};

} // namespace quantloupe

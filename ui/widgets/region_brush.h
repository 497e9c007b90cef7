// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/picture_region.h"

#include <QRect>
#include <QRectF>
#include <QSize>
#include <QWidget>

#include <optional>

namespace quantloupe {

/// Lies over all of its parent while a part of one picture is chosen there: by dragging, or by
/// arrow keys and Enter. Any other way out of it, such as Esc or a click elsewhere, chooses
/// nothing.
class RegionBrush : public QWidget
{
    Q_OBJECT

public:
    explicit RegionBrush(QWidget *parent);
    /// `tile`, in the parent's coordinates, shows `region` of a picture of this size; the middle of
    /// what it shows is the first choice.
    void begin(const QRectF &tile, const PictureRegion &region, QSize picture);
    void end();
    /// Of the picture; as it is now, while it is being chosen.
    QRect pixels() const { return m_pixels; }

Q_SIGNALS:
    void brushed(QRect pixels);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// The nearest pixel of the picture.
    QPoint pixelAt(QPointF at) const;
    QRectF onScreen(const QRect &pixels) const;
    void setPixels(const QRect &pixels);
    void moveByKey(QPoint direction, Qt::KeyboardModifiers modifiers);
    void finish();
    void paintHint(QPainter &painter) const;

    QRectF m_tile;
    PictureRegion m_region;
    QSize m_picture;
    QRect m_pixels;
    /// Where a drag began.
    std::optional<QPoint> m_anchor;
};

} // namespace quantloupe

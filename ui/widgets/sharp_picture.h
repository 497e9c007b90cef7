// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QLabel>
#include <QPixmap>

namespace quantloupe {

/// As large as it may be in `room` (in units of a screen with `ratio` pixels each): enlarged by
/// whole factors, which keep every pixel as large as the others, or smoothly made smaller.
QPixmap sharplyScaled(const QImage &image, const QSize &room, qreal ratio);

/// A small picture, as large as the room it is given and hidden while there is none. It asks for no
/// room itself.
class SharpPicture : public QLabel
{
    Q_OBJECT

public:
    explicit SharpPicture(QWidget *parent = nullptr);

    const QImage &picture() const { return m_picture; }
    /// Null for none.
    void setPicture(const QImage &picture);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QImage m_picture;
};

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sharp_picture.h"

#include <algorithm>

namespace quantloupe {

QPixmap sharplyScaled(const QImage &image, const QSize &room, qreal ratio)
{
    const QSize pixels = room * ratio;
    if (image.isNull() || pixels.isEmpty())
        return {};
    const int factor = std::min(pixels.width() / image.width(), pixels.height() / image.height());
    const QSize size =
        factor >= 1 ? image.size() * factor : image.size().scaled(pixels, Qt::KeepAspectRatio);
    QPixmap picture = QPixmap::fromImage(
        image.scaled(size.expandedTo({1, 1}), Qt::IgnoreAspectRatio,
                     factor >= 1 ? Qt::FastTransformation : Qt::SmoothTransformation));
    picture.setDevicePixelRatio(ratio);
    return picture;
}

SharpPicture::SharpPicture(QWidget *parent) : QLabel(parent)
{
    setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    hide();
}

void SharpPicture::setPicture(const QImage &picture)
{
    m_picture = picture;
    fit();
    setVisible(!picture.isNull());
}

void SharpPicture::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    fit();
}

void SharpPicture::fit()
{
    setPixmap(sharplyScaled(m_picture, contentsRect().size(), devicePixelRatioF()));
}

} // namespace quantloupe

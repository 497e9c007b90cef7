// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pair_popup.h"

#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace quantloupe {

namespace {

QPixmap scaled(const QImage &image, int side, qreal ratio)
{
    const int pixels = qRound(side * ratio);
    const int largest = std::max(1, std::max(image.width(), image.height()));
    // Whole multiples keep every pixel as large as the others.
    const int factor = pixels / largest;
    const QSize size = factor >= 1 ? image.size() * factor
                                   : image.size().scaled(pixels, pixels, Qt::KeepAspectRatio);
    QPixmap picture = QPixmap::fromImage(
        image.scaled(size, Qt::IgnoreAspectRatio,
                     factor >= 1 ? Qt::FastTransformation : Qt::SmoothTransformation));
    picture.setDevicePixelRatio(ratio);
    return picture;
}

} // namespace

PairPopup::PairPopup(QWidget *parent) : QFrame(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_reference = new QLabel(this);
    m_quantized = new QLabel(this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kSpacingTight, kSpacingTight, kSpacingTight, kSpacingTight);
    layout->setSpacing(kSpacingTight);
    layout->addWidget(createColumn(m_reference, tr("float")));
    layout->addWidget(createColumn(m_quantized, tr("quantized")));
    hide();
}

QWidget *PairPopup::createColumn(QLabel *picture, const QString &caption)
{
    auto *column = new QWidget(this);
    auto *name = new QLabel(caption, column);
    name->setFont(smallFont(font()));
    name->setAlignment(Qt::AlignHCenter);
    picture->setAlignment(Qt::AlignHCenter);
    picture->setAccessibleName(caption);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(picture);
    layout->addWidget(name);
    return column;
}

void PairPopup::setPictures(const QImage &reference, const QImage &quantized, int side)
{
    m_reference->setPixmap(scaled(reference, side, devicePixelRatioF()));
    m_quantized->setPixmap(scaled(quantized, side, devicePixelRatioF()));
    layout()->activate();
    adjustSize();
}

} // namespace quantloupe

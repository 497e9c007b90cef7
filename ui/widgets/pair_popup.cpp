// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pair_popup.h"

#include "widgets/sharp_picture.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace quantloupe {

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
    m_reference->setPixmap(sharplyScaled(reference, {side, side}, devicePixelRatioF()));
    m_quantized->setPixmap(sharplyScaled(quantized, {side, side}, devicePixelRatioF()));
    layout()->activate();
    adjustSize();
}

} // namespace quantloupe

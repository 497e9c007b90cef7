// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/elided_label.h"

#include <QPainter>
#include <QStyle>

namespace quantloupe {

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(contentsRect(), int(alignment()), shownText());
}

QString ElidedLabel::shownText() const
{
    const int width = contentsRect().width();
    const QStringList wordings = QStringList{text()} + m_shorter;
    for (const QString &wording : wordings)
        if (fontMetrics().horizontalAdvance(wording) <= width)
            return wording;
    return fontMetrics().elidedText(wordings.last(), Qt::ElideRight, width);
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    updateToolTip();
}

void ElidedLabel::setTexts(const QStringList &wordings)
{
    m_shorter = wordings.mid(1);
    QLabel::setText(wordings.value(0));
    updateToolTip();
}

void ElidedLabel::updateToolTip()
{
    setToolTip(shownText() == text() ? QString() : text());
}

} // namespace quantloupe

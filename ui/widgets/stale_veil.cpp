// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/stale_veil.h"

#include <QEvent>
#include <QPainter>

namespace quantloupe {

namespace {

/// Of the ground over the content.
constexpr double kOpacity = 0.45;

} // namespace

StaleVeil::StaleVeil(QWidget *view) : QWidget(view)
{
    setObjectName(QStringLiteral("staleVeil"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(view->rect());
    view->installEventFilter(this);
    hide();
}

bool StaleVeil::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void StaleVeil::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setOpacity(kOpacity);
    painter.fillRect(rect(), palette().window());
}

} // namespace quantloupe

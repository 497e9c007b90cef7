// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/section.h"

#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace quantloupe {

QWidget *section(const QString &heading, QWidget *content, const QList<QWidget *> &controls)
{
    auto *widget = new QWidget(content->parentWidget());
    auto *title = new QLabel(heading, widget);
    QFont font = title->font();
    font.setBold(true);
    title->setFont(font);
    auto *head = new QHBoxLayout;
    head->setSpacing(kSpacingTight);
    head->addWidget(title, 1);
    for (QWidget *control : controls)
        head->addWidget(control);
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, kSpacing);
    layout->setSpacing(kSpacingTight);
    layout->addLayout(head);
    layout->addWidget(content);
    return widget;
}

} // namespace quantloupe

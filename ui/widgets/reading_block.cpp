// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reading_block.h"

#include <QVariant>
#include <QWidget>

namespace quantloupe {

namespace {

const char *const kBlockProperty = "readAsBlock";

} // namespace

void readAsBlock(QWidget *widget)
{
    widget->setProperty(kBlockProperty, true);
}

const QWidget *readingBlockOf(const QWidget *widget, const QWidget *outer)
{
    const QWidget *block = nullptr;
    for (; widget && widget != outer; widget = widget->parentWidget())
        if (widget->property(kBlockProperty).toBool())
            block = widget;
    return block;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/help_page.h"

#include <QVariant>
#include <QWidget>

namespace quantloupe {

namespace {

const char *const kPageProperty = "helpPage";
const char *const kKeysProperty = "helpKeys";
const QString kFirstPage = QStringLiteral("first-steps");

} // namespace

void setHelpPage(QWidget *widget, const QString &page, const QStringList &keys)
{
    widget->setProperty(kPageProperty, page);
    if (!keys.isEmpty())
        widget->setProperty(kKeysProperty, keys);
}

QString helpPageOf(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget())
        if (const QString page = widget->property(kPageProperty).toString(); !page.isEmpty())
            return page;
    return kFirstPage;
}

QStringList helpKeysOf(const QWidget *widget)
{
    return widget->property(kKeysProperty).toStringList();
}

} // namespace quantloupe

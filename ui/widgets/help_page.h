// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace quantloupe {

/// What F1 opens while `widget` or a child of it has the focus: a page of resources/help, with a
/// heading where one fits, such as "layers#bits". `keys` are those the widget handles itself, as
/// they stand on the page of keys.
void setHelpPage(QWidget *widget, const QString &page, const QStringList &keys = {});

/// The page of a widget, or of its nearest ancestor that has one; the first page for none and null.
QString helpPageOf(const QWidget *widget);
/// The keys given for this very widget.
QStringList helpKeysOf(const QWidget *widget);

} // namespace quantloupe

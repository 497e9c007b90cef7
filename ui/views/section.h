// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QWidget;

namespace quantloupe {

/// `content` under a heading; takes it over. `controls` stand at the right of the heading.
QWidget *section(const QString &heading, QWidget *content, const QList<QWidget *> &controls = {});

} // namespace quantloupe

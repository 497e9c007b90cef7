// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace quantloupe {

/// `content` under a heading; takes it over.
QWidget *section(const QString &heading, QWidget *content);

} // namespace quantloupe

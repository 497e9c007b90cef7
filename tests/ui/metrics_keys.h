// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QStringList>
#include <QTest>
#include <QWidget>

namespace quantloupe::test {

/// Just these metrics in the form of the dock of plots, "swd" and the like, by its keys.
inline void chooseMetrics(const QWidget *window, const QStringList &names)
{
    for (QCheckBox *box : window->findChildren<QCheckBox *>())
        if (box->objectName().startsWith("metric:") &&
            box->isChecked() != names.contains(box->objectName().section(':', 1)))
            QTest::keyClick(box, Qt::Key_Space);
}

} // namespace quantloupe::test

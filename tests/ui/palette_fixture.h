// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "main_window_fixture.h"

#include <QLineEdit>
#include <QListView>

namespace quantloupe::test {

/// The window with its command palette.
class PaletteFixture : public MainWindowFixture
{
protected:
    QLineEdit *query() const { return find<QLineEdit>("paletteQuery"); }
    QListView *list() const { return find<QListView>("paletteList"); }

    void pressPaletteKey() { QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier); }

    QModelIndex rowOf(const QString &text) const
    {
        const QModelIndexList found = list()->model()->match(
            list()->model()->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly);
        return found.value(0);
    }

    QStringList shownTexts() const
    {
        QStringList texts;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            texts.append(list()->model()->index(row, 0).data().toString());
        return texts;
    }
};

} // namespace quantloupe::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/window_actions.h"
#include "widgets/disabled_reason.h"

#include <QAction>
#include <QTest>

using namespace quantloupe;

/// Actions that are disabled say why where the pointer rests.
class TestDisabledReason : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theReasonTakesThePlaceOfTheTips()
    {
        QAction action("&Copy as command");
        action.setToolTip("The command, for a shell");
        action.setStatusTip("For a shell");
        action.setEnabled(false);
        sayWhyDisabled(&action, "Nothing is measured yet");
        QCOMPARE(action.toolTip(), QString("Nothing is measured yet."));
        QCOMPARE(action.statusTip(), QString("Nothing is measured yet."));
        QCOMPARE(paletteEntry(&action).unavailable, QString("Nothing is measured yet"));
        action.setEnabled(true);
        QCOMPARE(action.toolTip(), QString("The command, for a shell"));
        QCOMPARE(action.statusTip(), QString("For a shell"));
        QVERIFY(paletteEntry(&action).unavailable.isEmpty());
        action.setEnabled(false);
        QCOMPARE(action.toolTip(), QString("Nothing is measured yet."));
    }

    void theReasonMayBecomeAnotherOne()
    {
        QAction action("&Repeat");
        action.setToolTip("Asks it again");
        action.setEnabled(false);
        sayWhyDisabled(&action, "Choose a run first");
        changeReason(&action, "Open its generator first");
        QCOMPARE(action.toolTip(), QString("Open its generator first."));
        QCOMPARE(action.statusTip(), QString("Open its generator first."));
        QCOMPARE(paletteEntry(&action).unavailable, QString("Open its generator first"));
        action.setEnabled(true);
        changeReason(&action, "Wait for the other one");
        QCOMPARE(action.toolTip(), QString("Asks it again"));
        action.setEnabled(false);
        QCOMPARE(action.toolTip(), QString("Wait for the other one."));
    }

    void anActionWithoutTipsHasNoneLater()
    {
        QAction action("&Copy rows");
        sayWhyDisabled(&action, "Choose a run first");
        QVERIFY(action.statusTip().isEmpty());
        action.setEnabled(false);
        QCOMPARE(action.statusTip(), QString("Choose a run first."));
        action.setEnabled(true);
        action.setText("&Copy all rows");
        QCOMPARE(action.toolTip(), QString("Copy all rows"));
        QVERIFY(action.statusTip().isEmpty());
    }
};

QTEST_MAIN(TestDisabledReason)
#include "tst_disabled_reason.moc"

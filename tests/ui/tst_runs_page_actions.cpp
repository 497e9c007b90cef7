// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "runs_page_fixture.h"

#include <QAction>
#include <QPushButton>
#include <QSignalSpy>

using namespace quantloupe;
using namespace quantloupe::test;

/// Runs of a store are loaded, copied as commands, noted, removed and brought back.
class TestRunsPageActions : public RunsPageFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openPage(); }
    void cleanup() { closePage(); }

    void enterLoadsTheConfiguration()
    {
        openStore();
        choose(0);
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_COMPARE(m_document->config().spec("up").weight.bits, kStoredRuns + 1);
        QCOMPARE(m_document->config().spec("out").weight.bits, 3);
        QVERIFY(m_document->config().spec("embed").weight.isFloat());
        QCOMPARE(m_document->undoStack()->undoText(), QString("Load the configuration of run 3"));
        m_document->undoStack()->undo();
        QVERIFY(m_document->config().isFloat());
    }

    void anotherGeneratorIsRefused()
    {
        m_document->open(madeUpGenerator());
        openStore();
        choose(0);
        QTest::mouseClick(find<QPushButton>("loadRunButton"), Qt::LeftButton);
        QVERIFY2(textOf("runsBanner").contains("Run 3 is of made-up.pt; open that generator"),
                 qPrintable(textOf("runsBanner")));
        QVERIFY(m_document->config().isFloat());
    }

    void commandsAreCopied()
    {
        openStore();
        choose(2);
        QSignalSpy wanted(m_page.get(), &RunsPage::commandWanted);
        find<QAction>("copyRun")->trigger();
        find<QAction>("copyRunVerify")->trigger();
        find<QAction>("copyRunRepeat")->trigger();
        QCOMPARE(wanted.size(), 3);
        QCOMPARE(wanted[0].front().toString(),
                 QString("cd /pictures && quantloupe-cli metrics made-up.pt --set up=w2 "
                         "--set=out=w3 --metric=swd"));
        QCOMPARE(wanted[1].front().toString(),
                 QString("quantloupe-cli --store %1 runs verify 1").arg(file("runs.db")));
        QCOMPARE(wanted[2].front().toString(),
                 QString("quantloupe-cli --store %1 runs repeat 1").arg(file("runs.db")));
    }

    void notesAndTagsAreKept()
    {
        openStore();
        choose(0);
        type("runNote", "the best so far");
        type("runTags", "best,  for the paper");
        QTRY_COMPARE(cell(0, RunTableModel::Tags), QString("best, for the paper"));
        QTRY_COMPARE(cell(0, RunTableModel::Note), QString("the best so far"));
        QTRY_VERIFY(!m_files->isWriting());
        const RunSummary run = stored().front();
        QCOMPARE(run.note, std::string("the best so far"));
        QVERIFY((run.tags == std::vector<std::string>{"best", "for the paper"}));
        QCOMPARE(m_controller->chosenRun(), run.id);
    }

    void whatCannotBeATagIsSaid()
    {
        openStore();
        choose(0);
        type("runTags", QString(80, 'x'));
        QTRY_VERIFY(textOf("runsBanner").contains("is no tag"));
        QTRY_COMPARE(find<QLineEdit>("runTags")->text(), QString());
    }

    void deleteIsUndone()
    {
        openStore();
        choose(1);
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_COMPARE(count(), kStoredRuns - 1);
        QVERIFY(textOf("runsBanner").contains("Run 2 is deleted."));
        QVERIFY(details().isEmpty());
        RunFilter deleted;
        deleted.deleted = RunFilter::Deleted::Only;
        QCOMPARE(stored(deleted).size(), std::size_t(1));
        auto *undo = find<QWidget>("runsBanner")->findChild<QPushButton *>("messageAction");
        QVERIFY(undo && undo->isVisible());
        undo->setFocus();
        QTest::keyClick(undo, Qt::Key_Space);
        QTRY_COMPARE(count(), kStoredRuns);
        QTRY_VERIFY(m_controller->chosen());
        QCOMPARE(m_controller->chosen()->summary.id, RunId(2));
        QVERIFY(stored(deleted).empty());
        QVERIFY(!find<QWidget>("runsBanner")->isVisible());
    }
};

QTEST_MAIN(TestRunsPageActions)

#include "tst_runs_page_actions.moc"

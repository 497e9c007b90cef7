// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/metrics_controller.h"
#include "jobs/recipe_controller.h"
#include "jobs/run_log.h"
#include "jobs/runs_controller.h"
#include "jobs/search_controller.h"
#include "jobs/sensitivity_controller.h"
#include "mainwindow/runs_tab.h"
#include "metrics_keys.h"
#include "models/run_table_model.h"
#include "models/run_words.h"
#include "views/plots_dock.h"
#include "views/runs_table.h"
#include "widgets/sharp_picture.h"
#include "window_runs_fixture.h"

#include <QAction>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QUndoStack>

using namespace quantloupe;

/// What the window measures becomes runs of the store that is open in it.
class TestMainWindowRuns : public test::WindowRunsFixture
{
    Q_OBJECT

    /// What the command line says of a run that it recomputes.
    void verify(RunId run) const
    {
        QProcess program;
        program.start(
            QStringLiteral(QUANTLOUPE_BIN_DIR "/quantloupe-cli"),
            {"--store", storeFile(), "--json", "--quiet", "runs", "verify", QString::number(run)});
        QVERIFY(program.waitForFinished(kPatience));
        const QByteArray answer = program.readAllStandardOutput();
        QVERIFY2(QJsonDocument::fromJson(answer).object()["same"].toBool(),
                 (answer + program.readAllStandardError()).constData());
    }

private Q_SLOTS:
    void initTestCase() { prepareStoreFolder(); }
    void init() { showEmptyWindow(); }
    void cleanup() { destroyWindow(); }

    void measurementsAreKeptAndVerified()
    {
        openWithStore();
        QVERIFY(keep().isEnabled() && keep().isChecked());
        document().edit({0, 1, 2}, bitsEdit(QuantSite::Weight, 3));
        document().edit({0, 1, 2}, bitsEdit(QuantSite::Activation, 6));
        measure(16);
        ended(1);
        QCOMPARE(state(0), QString("finished"));
        QVERIFY2(question(0).startsWith("metrics " + file("small.safetensors") + " --set "),
                 qPrintable(question(0)));
        QCOMPARE(cell(0, RunTableModel::Generator), QString("small.safetensors"));
        QVERIFY(stored().show(1).report);
        verify(1);
    }

    void cellsOfASweepAreKept()
    {
        openWithStore();
        sweep();
        ended(1);
        QCOMPARE(state(0), QString("finished"));
        QVERIFY(question(0).startsWith("sensitivity "));
        QCOMPARE(stored().cells(1).size(), m_window->sensitivity()->report()->cells.size());
        verify(1);
    }

    void trialsOfASearchAreKept()
    {
        openWithStore();
        search();
        ended(1);
        QCOMPARE(state(0), QString("finished"));
        QVERIFY(question(0).startsWith("search "));
        QVERIFY(stored().trials(1).size() >= m_window->search()->report()->front.size());
        QVERIFY(!stored().cells(1).empty());
        verify(1);
    }

    void measurementsAndSearchesHaveAPicture()
    {
        openWithStore();
        measure(16);
        ended(1);
        search();
        ended(2);
        sweep();
        ended(3);
        auto *picture = find<SharpPicture>("runPicture");
        QVERIFY(!picture->isVisible());
        for (const int row : {2, 1}) {
            QVERIFY(stored().show(3 - row).summary.hasPicture);
            find<RunsTable>("runsTable")->selectRow(row);
            QTRY_VERIFY(picture->isVisible());
            QVERIFY(picture->picture().height() > 100 && picture->picture().height() <= 256);
        }
        QVERIFY(!stored().show(3).summary.hasPicture);
        find<RunsTable>("runsTable")->selectRow(0);
        QTRY_VERIFY(runs().chosen() && runs().chosen()->summary.id == 3);
        QVERIFY(!picture->isVisible());
    }

    void theBestOfASearchIsLoaded()
    {
        openWithStore();
        QVERIFY(!find<QAction>("loadBestOfRun")->isEnabled());
        search();
        ended(1);
        find<RunsTable>("runsTable")->selectRow(0);
        QTRY_VERIFY(runs().chosen());
        auto *button = find<QPushButton>("loadBestOfRunButton");
        QTRY_VERIFY(button->isVisible());
        const QuantConfig before = document().config();
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(document().config() == m_window->search()->report()->best.config);
        QCOMPARE(document().undoStack()->undoText(), QString("Load the best of run 1"));
        document().undoStack()->undo();
        QVERIFY(document().config() == before);
    }

    void rowsOfAPaperAreKept()
    {
        openWithStore();
        MetricsSettings settings = m_window->metrics()->settings();
        settings.count = 16;
        m_window->metrics()->setSettings(settings);
        m_window->recipes()->start(RecipeKind::Andreev);
        ended(1);
        QCOMPARE(state(0), QString("finished"));
        QVERIFY(question(0).startsWith("reproduce andreev "));
        QCOMPARE(stored().cells(1).size(), m_window->recipes()->rows().size());
    }

    void whatIsCancelledIsToldSo()
    {
        openWithStore();
        measure(1000000);
        QTRY_COMPARE_WITH_TIMEOUT(count(), std::size_t(1), kPatience);
        QCOMPARE(state(0), QString("running"));
        m_window->metrics()->cancel();
        ended(1);
        QCOMPARE(state(0), QString("cancelled"));
        QVERIFY(question(0).contains("--count 1000000"));
    }

    void whatFailsIsToldWithItsSentence()
    {
        openWithStore();
        MetricsSettings settings = m_window->metrics()->settings();
        settings.metrics = {MetricKind::SlicedWasserstein};
        settings.reference.source = file("missing.tar").toStdString();
        settings.count = 16;
        m_window->metrics()->setSettings(settings);
        QSignalSpy failed(m_window->metrics(), &MetricsController::failed);
        m_window->metrics()->start();
        ended(1);
        QCOMPARE(state(0), QString("failed"));
        QTRY_COMPARE(failed.size(), 1);
        find<RunsTable>("runsTable")->selectRow(0);
        QTRY_VERIFY(runs().chosen());
        QCOMPARE(QString::fromStdString(runs().chosen()->summary.failure),
                 failed.front().front().toString());
    }

    void theyAreThereAgainInAnotherWindow()
    {
        openWithStore();
        measure(16);
        ended(1);
        const QString asked = question(0);
        m_window = std::make_unique<MainWindow>(*m_session);
        m_window->show();
        find<PlotsDock>("plotsDock")->showTab("page:runs");
        QTRY_COMPARE(runs().state(), RunsController::State::Open);
        QCOMPARE(runs().file(), storeFile());
        QTRY_COMPARE(count(), std::size_t(1));
        QCOMPARE(question(0), asked);
        QCOMPARE(state(0), QString("finished"));
    }

    void theSessionBringsStoreAndChoiceBack()
    {
        m_window->keepSession();
        openWithStore();
        keep().trigger();
        m_window->close();
        m_window = std::make_unique<MainWindow>(*m_session);
        m_window->show();
        m_window->restoreSession(file("other.safetensors"), {});
        QTRY_COMPARE(runs().state(), RunsController::State::Open);
        QCOMPARE(runs().file(), storeFile());
        QVERIFY(!keep().isChecked());
    }

    void untickedNothingIsKept()
    {
        openWithStore();
        keep().trigger();
        QVERIFY(!tab().log()->isKeeping());
        measure(16);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->history()->all().size(), 1, kPatience);
        QTRY_VERIFY(!m_window->metrics()->isRunning());
        QCOMPARE(stored().list().size(), std::size_t(0));
        keep().trigger();
        measure(17);
        ended(1);
    }

    void withoutAStoreNothingIsKept()
    {
        openSmall();
        QVERIFY(!keep().isEnabled());
        measure(16);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->history()->all().size(), 1, kPatience);
        QVERIFY(!QFile::exists(storeFile()));
    }

    void twoWindowsKeepInOneStore()
    {
        openWithStore();
        MainWindow other(*m_session);
        other.show();
        other.open(file("other.safetensors"));
        QTRY_VERIFY(!other.document()->isEmpty());
        auto *otherTab = other.findChild<RunsTab *>();
        otherTab->controller()->open(storeFile());
        QTRY_COMPARE(otherTab->controller()->state(), RunsController::State::Open);
        MetricsSettings settings = other.metrics()->settings();
        settings.metrics = {MetricKind::Psnr};
        settings.count = 16;
        other.metrics()->setSettings(settings);
        other.metrics()->start();
        measure(16);
        QTRY_COMPARE_WITH_TIMEOUT(other.history()->all().size(), 1, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->history()->all().size(), 1, kPatience);
        const std::vector<RunSummary> all = stored().list();
        QCOMPARE(all.size(), std::size_t(2));
        for (const RunSummary &run : all)
            QCOMPARE(run.state, RunState::Finished);
    }

    void whatCannotBeKeptIsMeasuredAllTheSame()
    {
        openWithStore();
        // Where the lock of the run belongs.
        QVERIFY(QDir(m_folder.path()).mkdir("runs.db-run1"));
        QSignalSpy failed(tab().log(), &RunLog::failed);
        measure(16);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->history()->all().size(), 1, kPatience);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY2(bannerText().contains("This run is not kept."), qPrintable(bannerText()));
        QVERIFY(QDir(m_folder.path()).rmdir("runs.db-run1"));
        QCOMPARE(stored().list().size(), std::size_t(0));
    }
};

int main(int argc, char **argv)
{
    return test::runWindowTest<TestMainWindowRuns>(argc, argv);
}

#include "tst_main_window_runs.moc"

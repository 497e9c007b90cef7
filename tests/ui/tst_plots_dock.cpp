// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics_keys.h"
#include "plots/plot_view.h"
#include "plots_dock_fixture.h"
#include "widgets/state_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>

using namespace quantloupe;
using namespace quantloupe::test;

/// The dock of plots with a made-up engine: every state, and what leads from one to the next.
class TestPlotsDock : public PlotsDockFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { showDock(); }
    void cleanup() { endDock(); }

    void emptyStatesSayWhatToDo()
    {
        QVERIFY(textOf("metricsState").contains("No generator is open"));
        QVERIFY(!m_dock->measure()->isEnabled());
        m_document->open(m_opened);
        QVERIFY(textOf("metricsState").contains("Nothing is measured yet"));
        QVERIFY(stateButton("stateAction1")->isEnabled());
        QTest::mouseClick(stateButton("stateAction1"), Qt::LeftButton);
        QTRY_COMPARE(m_history->all().size(), 1);
    }

    void theTimeIsSaidBeforeTheStart()
    {
        m_document->open(m_opened);
        QTRY_VERIFY(label("metricsEstimate").contains("4,096 samples, about 2 min"));
        m_fake->resumable = 1024;
        const int before = m_fake->estimates;
        find<QSpinBox>("metricsCount")->setValue(8192);
        QVERIFY(label("metricsEstimate").contains("being estimated"));
        QTRY_VERIFY(label("metricsEstimate").contains("1,024 of 8,192 samples are measured"));
        QVERIFY(m_fake->estimates > before);
        QCOMPARE(find<QPushButton>("startMeasuring")->text(), QString("Resume (F5)"));
        QVERIFY(m_fake->requests.empty());
    }

    void f5MeasuresAndTheAnswerIsThere()
    {
        m_document->open(m_opened);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY(find<QWidget>("metricsResult")->isVisible());
        QVERIFY(label("metricsVerdict").contains("more than noise"));
        auto *table = find<QTableView>("metricsTable");
        QCOMPARE(table->model()->rowCount(), 2);
        QVERIFY(label("metricsConditions").contains("N = 4,096"));
        QVERIFY(m_fake->requests.front().resume);
        QCOMPARE(m_fake->requests.front().count, kMetricSamples);
    }

    void runningTellsItsProgressAndIsCancelled()
    {
        m_document->open(m_opened);
        m_fake->way = FakeEngine::Way::Hold;
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_VERIFY(textOf("metricsState").contains("Measuring"));
        QVERIFY(textOf("metricsState").contains("of 4,096 samples"));
        QVERIFY(!m_dock->measure()->isEnabled());
        QTest::mouseClick(stateButton("stateCancel"), Qt::LeftButton);
        QTRY_VERIFY(textOf("metricsState").contains("was cancelled"));
        QVERIFY(m_history->isEmpty());
        m_fake->way = FakeEngine::Way::Done;
        QVERIFY(stateButton("stateAction1")->isEnabled());
        QTest::mouseClick(stateButton("stateAction1"), Qt::LeftButton);
        QTRY_COMPARE(m_history->all().size(), 1);
        QVERIFY(m_fake->requests.back().resume);
    }

    void measuringAnewStartsFromNothing()
    {
        m_document->open(m_opened);
        m_fake->way = FakeEngine::Way::Hold;
        m_dock->measure()->trigger();
        QTRY_VERIFY(textOf("metricsState").contains("Measuring"));
        m_fake->resumable = 1024;
        m_controller->cancel();
        QTRY_VERIFY(stateButton("stateAction2")->isVisible());
        m_fake->way = FakeEngine::Way::Done;
        QTest::mouseClick(stateButton("stateAction2"), Qt::LeftButton);
        QTRY_COMPARE(m_history->all().size(), 1);
        QVERIFY(!m_fake->requests.back().resume);
    }

    void partsAreShownWhileItRuns()
    {
        m_document->open(m_opened);
        m_fake->way = FakeEngine::Way::Hold;
        m_fake->tellsPart = true;
        m_dock->measure()->trigger();
        QTRY_VERIFY(find<QWidget>("metricsResult")->isVisible());
        QVERIFY(label("metricsConditions").contains("N = 1,024"));
        QTRY_VERIFY(label("metricsProgress").contains("1,024 of 4,096 samples"));
        auto *cancel = find<QPushButton>("cancelMeasuring");
        QVERIFY(cancel->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_VERIFY(!m_controller->isRunning());
        QVERIFY(!cancel->isVisible());
        // Numbers of a part are no measurement.
        QVERIFY(textOf("metricsState").contains("was cancelled"));
    }

    void failuresSayWhatToDo()
    {
        m_document->open(m_opened);
        m_fake->way = FakeEngine::Way::Fail;
        m_dock->measure()->trigger();
        QTRY_VERIFY(textOf("metricsState").contains("choose another"));
        m_fake->way = FakeEngine::Way::Done;
        QTest::mouseClick(stateButton("stateAction1"), Qt::LeftButton);
        QTRY_COMPARE(m_history->all().size(), 1);
        m_fake->way = FakeEngine::Way::Fail;
        m_dock->measure()->trigger();
        // The numbers before stay.
        QTRY_VERIFY(textOf("metricsBanner").contains("choose another"));
        QVERIFY(find<QWidget>("metricsResult")->isVisible());
    }

    void editsMakeItStaleAndUndoBringsItBack()
    {
        measured();
        QVERIFY(!find<QWidget>("metricsBanner")->isVisible());
        m_document->edit({0}, bitsEdit(QuantSite::Weight, 3));
        QVERIFY(textOf("metricsBanner").contains("has been edited since"));
        QVERIFY(find<QPushButton>("messageAction")->isEnabled());
        m_document->undoStack()->undo();
        QVERIFY(!find<QWidget>("metricsBanner")->isVisible());
        m_document->undoStack()->redo();
        QTest::mouseClick(find<QPushButton>("messageAction"), Qt::LeftButton);
        QTRY_COMPARE(m_history->all().size(), 2);
        QVERIFY(!find<QWidget>("metricsBanner")->isVisible());
    }

    void anotherGeneratorEndsTheMeasurement()
    {
        m_document->open(m_opened);
        m_fake->way = FakeEngine::Way::Hold;
        m_dock->measure()->trigger();
        QTRY_VERIFY(m_controller->isRunning());
        m_document->open(m_opened);
        QTRY_VERIFY(!m_controller->isRunning());
        QVERIFY(m_history->isEmpty());
    }

    void theFormIsWhatIsMeasured()
    {
        m_document->open(m_opened);
        chooseMetrics(m_window.get(), {});
        QVERIFY(!m_dock->measure()->isEnabled());
        QVERIFY(label("metricsEstimate").contains("Choose a metric"));
        chooseMetrics(m_window.get(), {"kid"});
        QTest::keyClick(find<QComboBox>("metricsReference"), Qt::Key_Down);
        find<QSpinBox>("metricsCount")->setValue(1000);
        m_dock->measure()->trigger();
        QTRY_COMPARE(m_history->all().size(), 1);
        const MetricsRequest &request = m_fake->requests.back();
        QVERIFY(request.metrics == std::vector{MetricKind::Kernel});
        QCOMPARE(request.reference.source, std::string("builtin:avatars"));
        QCOMPARE(request.count, std::size_t(1000));
    }

    void droppedFilesAreFeaturesOrReference()
    {
        m_document->open(m_opened);
        QFile network(m_folder.filePath("pt_inception.pth"));
        QVERIFY(network.open(QIODevice::WriteOnly));
        drop(network.fileName());
        QCOMPARE(find<QComboBox>("metricsExtractor")->currentText(), QString("pt_inception.pth"));
        QVERIFY(find<QComboBox>("metricsDepth")->isEnabled());
        drop(m_folder.path());
        QCOMPARE(m_controller->settings().reference.source, m_folder.path().toStdString());
        QCOMPARE(m_controller->settings().extractorFile, network.fileName());
        chooseMetrics(m_window.get(), {"fid"});
        find<QSpinBox>("metricsCount")->setValue(1024);
        QVERIFY(find<QCheckBox>("allowSmallFid")->isVisibleTo(m_dock));
        // The folder may hold fewer pictures than a FID takes.
        find<QSpinBox>("metricsCount")->setValue(2048);
        QVERIFY(find<QCheckBox>("allowSmallFid")->isVisibleTo(m_dock));
        MetricsSettings settings = m_controller->settings();
        settings.reference.source = kFloatReference;
        m_controller->setSettings(settings);
        QTRY_VERIFY(!find<QCheckBox>("allowSmallFid")->isVisibleTo(m_dock));
    }

    void chartsAreDrawnOfWhatWasMeasured()
    {
        auto *tabs = find<QTabWidget>("plotTabs");
        tabs->setCurrentIndex(1);
        QVERIFY(find<StatePage>("empty:bars")->isVisible());
        tabs->setCurrentIndex(0);
        measured();
        tabs->setCurrentIndex(1);
        for (const char *id : {"bars", "levels", "samples", "history", "scatter"}) {
            tabs->setCurrentIndex(tabs->currentIndex() + 1 - int(QByteArray(id) == "bars"));
            auto *plot = find<PlotView>((QByteArray("plot:") + id).constData());
            QVERIFY2(plot->isVisible(), id);
            QTest::keyClick(plot, Qt::Key_End);
            QVERIFY2(!plot->reading().isEmpty(), id);
        }
        QCOMPARE(tabs->currentIndex(), tabs->count() - 1);
    }

    void choosingAnItemChoosesItsMeasurement()
    {
        measured();
        m_document->edit({0}, bitsEdit(QuantSite::Weight, 3));
        m_dock->measure()->trigger();
        QTRY_COMPARE(m_history->all().size(), 2);
        auto *tabs = find<QTabWidget>("plotTabs");
        tabs->setCurrentIndex(1);
        QSignalSpy chosen(m_dock, &PlotsDock::configurationChosen);
        auto *bars = find<PlotView>("plot:bars");
        // The first bar is that of the float generator, which is no configuration of the user's.
        QTest::keyClick(bars, Qt::Key_Home);
        QTest::keyClick(bars, Qt::Key_Return);
        QVERIFY(chosen.isEmpty());
        QTest::mouseClick(bars, Qt::LeftButton, {}, bars->positionOf(1));
        QCOMPARE(chosen.takeFirst().constFirst().toInt(), 0);
        // Differences have no bar for float.
        auto *quantity = find<QComboBox>("quantity:bars");
        QTest::keyClick(quantity, Qt::Key_Down);
        QVERIFY(quantity->currentText().contains("minus float"));
        QTest::mouseClick(bars, Qt::LeftButton, {}, bars->positionOf(1));
        QCOMPARE(chosen.takeFirst().constFirst().toInt(), 1);
    }
};

int main(int argc, char **argv)
{
    return runWindowTest<TestPlotsDock>(argc, argv);
}

#include "tst_plots_dock.moc"

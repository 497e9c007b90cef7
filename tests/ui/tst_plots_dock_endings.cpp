// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots_dock_fixture.h"

#include <QSpinBox>
#include <QTabWidget>

using namespace quantloupe;
using namespace quantloupe::test;

/// Cancelling a measurement, what is kept of it, and numbers of a configuration that was edited.
class TestPlotsDockEndings : public PlotsDockFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { showDock(); }
    void cleanup() { endDock(); }

    void theFocusStaysOnCancel()
    {
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_document->open(m_opened);
        m_fake->way = FakeEngine::Way::Hold;
        m_fake->tellsPart = true;
        auto *start = find<QPushButton>("startMeasuring");
        start->setFocus();
        QTest::keyClick(start, Qt::Key_Space);
        QVERIFY(stateButton("stateCancel")->hasFocus());
        QTRY_VERIFY(find<QWidget>("metricsResult")->isVisible());
        QVERIFY(find<QPushButton>("cancelMeasuring")->hasFocus());
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(!m_controller->isRunning());
        QVERIFY(start->hasFocus());
    }

    void nothingKeptIsSaid()
    {
        cancelMeasuring();
        QVERIFY(!textOf("metricsState").contains("kept"));
        QTRY_VERIFY(textOf("metricsState").contains("Nothing of it is kept"));
        QVERIFY(stateButton("stateAction1")->isVisible());
        QVERIFY(!stateButton("stateAction2")->isVisible());
        QCOMPARE(find<QPushButton>("startMeasuring")->text(), QString("Measure (F5)"));
    }

    void whatIsKeptIsCounted()
    {
        m_fake->resumable = 1024;
        cancelMeasuring();
        QTRY_VERIFY(textOf("metricsState").contains("1,024 of 4,096 samples are kept"));
        QVERIFY(textOf("metricsState").contains("was cancelled"));
        QVERIFY(stateButton("stateAction2")->isVisible());
    }

    void otherSettingsWereNotCancelled()
    {
        cancelMeasuring();
        find<QSpinBox>("metricsCount")->setValue(8192);
        QVERIFY(textOf("metricsState").contains("Nothing is measured yet"));
        QVERIFY(!textOf("metricsState").contains("cancelled"));
    }

    void besideNumbersItIsSaidInTheBanner()
    {
        measured();
        m_fake->way = FakeEngine::Way::Hold;
        m_controller->start(true);
        QTRY_VERIFY(m_controller->isRunning());
        m_controller->cancel();
        QTRY_VERIFY(textOf("metricsBanner").contains("was cancelled"));
        QTRY_VERIFY(textOf("metricsBanner").contains("Nothing of it is kept"));
        QVERIFY(find<QWidget>("metricsResult")->isVisible());
    }

    void chartsOfOneMeasurementSayThatTheyAreStale_data()
    {
        QTest::addColumn<int>("tab");
        QTest::newRow("levels") << 2;
        QTest::newRow("samples") << 3;
    }
    void chartsOfOneMeasurementSayThatTheyAreStale()
    {
        QFETCH(int, tab);
        measured();
        find<QTabWidget>("plotTabs")->setCurrentIndex(tab);
        const QByteArray note = QByteArray("note:") + QTest::currentDataTag();
        QVERIFY(label(note).startsWith("Measurement #1."));
        m_document->edit({0}, bitsEdit(QuantSite::Weight, 3));
        QVERIFY(label(note).startsWith("Measurement #1; the configuration has been edited since."));
        m_document->undoStack()->undo();
        QVERIFY(label(note).startsWith("Measurement #1."));
    }

private:
    void cancelMeasuring()
    {
        m_document->open(m_opened);
        m_fake->way = FakeEngine::Way::Hold;
        m_controller->start();
        QTRY_VERIFY(textOf("metricsState").contains("Measuring"));
        m_controller->cancel();
        QTRY_VERIFY(textOf("metricsState").contains("was cancelled"));
    }
};

int main(int argc, char **argv)
{
    return runWindowTest<TestPlotsDockEndings>(argc, argv);
}

#include "tst_plots_dock_endings.moc"

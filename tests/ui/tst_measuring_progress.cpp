// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/phase_clock.h"
#include "plots_dock_fixture.h"

#include <QProgressBar>

using namespace quantloupe;
using namespace quantloupe::test;

/// How far a measurement is and what it still takes, told by the estimate of each phase.
class TestMeasuringProgress : public PlotsDockFixture
{
    Q_OBJECT

    /// Ten seconds and a hundred, as much of the progress each.
    static std::vector<MetricsPhase> twoPhases()
    {
        return {{MetricsStage::Reference, 0, 0.5, 10}, {MetricsStage::Samples, 0.5, 1, 100}};
    }

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { showDock(); }
    void cleanup() { endDock(); }

    void phasesTakeTheirOwnTime()
    {
        PhaseClock clock;
        clock.setPhases(twoPhases());
        clock.advance(0.25, 5);
        QCOMPARE(clock.left()->ofPhase, 5.0);
        QCOMPARE(clock.left()->ofAll, 105.0);
        QCOMPARE(clock.fraction(), 5.0 / 110);
        clock.advance(0.5, 10);
        // Half of the progress, but a tenth of the time.
        QVERIFY(clock.left()->stage == MetricsStage::Samples);
        QCOMPARE(clock.left()->ofPhase, 100.0);
        QCOMPARE(clock.left()->ofAll, 100.0);
        clock.advance(0.75, 60);
        QCOMPARE(clock.left()->ofAll, 50.0);
        clock.advance(1, 110);
        QCOMPARE(clock.left()->ofAll, 0.0);
        QCOMPARE(clock.fraction(), 1.0);
    }

    void whatIsSlowIsSlowLater()
    {
        PhaseClock clock;
        clock.setPhases(twoPhases());
        // 5 s by the estimate took 17; with the estimate's own share of 1 s that is three times.
        clock.advance(0.25, 17);
        QCOMPARE(clock.left()->ofPhase, 15.0);
        QCOMPARE(clock.left()->ofAll, 315.0);
    }

    void whatWasCachedPromisesNothing()
    {
        PhaseClock clock;
        clock.setPhases(twoPhases());
        clock.advance(0.25, 0);
        QVERIFY(clock.left()->ofPhase < 1);
        QVERIFY(clock.left()->ofAll > 100);
    }

    void whatWasResumedTookNoTime()
    {
        PhaseClock clock;
        clock.setPhases({{MetricsStage::Samples, 0.5, 1, 100}});
        clock.advance(0.5, 2);
        QCOMPARE(clock.left()->ofAll, 100.0);
        clock.advance(0.75, 52);
        QCOMPARE(clock.left()->ofAll, 50.0);
    }

    void nothingIsSaidWithoutAnEstimate()
    {
        PhaseClock clock;
        clock.advance(0.25, 5);
        QVERIFY(!clock.left());
        QCOMPARE(clock.fraction(), 0.25);
    }

    void thePageTellsThePhaseAndWhatIsLeft()
    {
        m_fake->phases = twoPhases();
        m_fake->way = FakeEngine::Way::Hold;
        m_document->open(m_opened);
        // At once: the estimate goes before.
        m_dock->measure()->trigger();
        QTRY_VERIFY(textOf("metricsState").contains("Reference: about"));
        QVERIFY(textOf("metricsState").contains(" left, 2 min until the end"));
        QCOMPARE(shownBars(), 1);
    }

    void thereIsOneBarBesideNumbers()
    {
        m_fake->phases = {{MetricsStage::Samples, 0, 1, 100}};
        m_fake->way = FakeEngine::Way::Hold;
        m_fake->tellsPart = true;
        m_document->open(m_opened);
        m_dock->measure()->trigger();
        QTRY_VERIFY(label("metricsProgress").contains("1,024 of 4,096 samples: about"));
        QVERIFY(!label("metricsProgress").contains("until the end"));
        QCOMPARE(shownBars(), 1);
        QTRY_VERIFY(find<QProgressBar>("measuringProgress")->value() > 0);
        // The text breaks rather than push other docks aside.
        const auto *text = find<QLabel>("metricsProgress");
        QVERIFY(text->minimumSizeHint().width() <
                text->fontMetrics().horizontalAdvance(text->text()) / 2);
    }

private:
    int shownBars() const
    {
        int shown = 0;
        for (const QProgressBar *bar : m_window->findChildren<QProgressBar *>())
            shown += bar->isVisible();
        return shown;
    }
};

int main(int argc, char **argv)
{
    return runWindowTest<TestMeasuringProgress>(argc, argv);
}

#include "tst_measuring_progress.moc"

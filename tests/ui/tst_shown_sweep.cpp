// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "jobs/shown_sweep.h"
#include "sensitivity_fixture.h"

using namespace quantloupe;

/// What exports can show of the sweep that the window holds.
class TestShownSweep : public test::SensitivityFixture
{
    Q_OBJECT

    using Way = test::FakeSensitivity::Way;

    std::optional<ShownSweep> shown() const
    {
        return shownSweep(*m_controller, m_document->generator());
    }
    void sweep()
    {
        m_controller->start();
        QTRY_VERIFY(isDone());
    }

private Q_SLOTS:
    void init() { createController(); }
    void cleanup() { destroyController(); }

    void whatWasMeasuredIsShown()
    {
        QVERIFY(!shown());
        change([](SensitivitySettings &settings) { settings.count = 48; });
        sweep();
        const std::optional<ShownSweep> sweep = shown();
        QVERIFY(sweep);
        QCOMPARE(sweep->metric, std::string("SQNR"));
        QCOMPARE(sweep->overlay.title,
                 "SQNR of the output, dB, each layer quantized alone (48 samples, seed " +
                     std::to_string(m_controller->asked().seed) + ")");
        QVERIFY(sweep->overlay.largerIsBetter);
        QVERIFY(!sweep->run);
        QCOMPARE(sweep->overlay.values.size(), m_controller->report()->means.size());
        for (const int bits : {8, 4, 2}) {
            const LayerQuantSpec spec = parseSpec("w" + std::to_string(bits)).spec;
            const auto value = valueOf(sweep->overlay, "up", spec);
            QVERIFY(value);
            QCOMPARE(value->value, test::FakeSensitivity::valueOf("up", bits));
        }
        // Not measured with these bits.
        QVERIFY(!valueOf(sweep->overlay, "up", parseSpec("w7").spec));
    }

    void predictionsAreNoValues()
    {
        m_fake->way = Way::Hold;
        m_controller->start();
        QTRY_VERIFY(m_controller->findings().hasValues());
        QVERIFY(!shown());
        m_fake->cellsBefore = 2;
        QTRY_COMPARE(m_controller->measured(), std::size_t(2));
        QCOMPARE(shown()->overlay.values.size(), std::size_t(2));
        m_controller->cancel();
        QTRY_COMPARE(m_controller->state(), SensitivityController::State::Cancelled);
        QCOMPARE(shown()->overlay.values.size(), std::size_t(2));
    }

    void aSweepOfOtherSettingsSaysWhich()
    {
        sweep();
        const std::optional<ShownSweep> before = shown();
        change([](SensitivitySettings &settings) { settings.count = 16; });
        QVERIFY(m_controller->isStale());
        QVERIFY(shown() == before);
    }

    void layersLeftOutAreNoValues()
    {
        change([](SensitivitySettings &settings) { settings.mode = SensitivityMode::LeaveOneOut; });
        sweep();
        QVERIFY(!shown());
    }

    void anotherGeneratorHasNone()
    {
        sweep();
        QVERIFY(shown());
        m_document->open(test::madeUpGenerator());
        QVERIFY(!shown());
    }
};

QTEST_GUILESS_MAIN(TestShownSweep)

#include "tst_shown_sweep.moc"

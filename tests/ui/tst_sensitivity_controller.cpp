// SPDX-License-Identifier: GPL-3.0-or-later
#include "sensitivity_fixture.h"

#include <QSignalSpy>

using namespace quantloupe;
using Way = quantloupe::test::FakeSensitivity::Way;
using State = quantloupe::SensitivityController::State;

/// Sweeps of the document's generator: what is asked, kept, measured again and given to layers.
class TestSensitivityController : public test::SensitivityFixture
{
    Q_OBJECT

    /// Bit-widths of the usual sweep.
    std::size_t widths() const { return m_controller->settings().bits.size(); }
    std::size_t layers() const { return m_document->info().layers.size(); }
    void sweep()
    {
        m_controller->start();
        QTRY_VERIFY(isDone());
    }

private Q_SLOTS:
    void init() { createController(); }
    void cleanup() { destroyController(); }

    void measuresEveryLayerAtEveryBitWidth()
    {
        sweep();
        QCOMPARE(m_controller->measured(), layers() * widths());
        QCOMPARE(m_controller->measured(), m_controller->wanted());
        const SensitivityFindings &findings = m_controller->findings();
        QVERIFY(findings.layers == std::vector<std::string>({"embed", "up", "out"}));
        QVERIFY(findings.bits == m_controller->settings().bits);
        QCOMPARE(spot("up", 4).mean->value, std::optional(m_fake->valueOf("up", 4)));
        QCOMPARE(findings.rankings[bit(8)].layers.front().layer, std::string("out"));
        QCOMPARE(findings.rankings[bit(2)].layers.front().layer, std::string("up"));
    }

    void theRestIsFloatWhateverTheConfiguration()
    {
        m_document->edit({kUp, kOut}, bitsEdit(QuantSite::Weight, 3));
        sweep();
        QVERIFY(m_controller->asked().base.isFloat());
        QVERIFY(!m_controller->isStale());
        m_document->edit({kOut}, bitsEdit(QuantSite::Weight, 5));
        QVERIFY(!m_controller->isStale());
    }

    void leftOutIsOfTheConfiguration()
    {
        change([](auto &settings) { settings.mode = SensitivityMode::LeaveOneOut; });
        m_document->edit({kUp, kOut}, bitsEdit(QuantSite::Weight, 3));
        sweep();
        QVERIFY(m_controller->asked().base == m_document->config());
        QVERIFY(m_controller->findings().bits == std::vector<int>{kBaseBits});
        // Float layers cannot be left out.
        QCOMPARE(m_controller->findings().layers.size(), std::size_t(2));
        m_document->edit({kOut}, bitsEdit(QuantSite::Weight, 5));
        QVERIFY(m_controller->isStale());
    }

    void predictionsComeBeforeValues()
    {
        m_fake->way = Way::Hold;
        m_controller->start();
        QTRY_VERIFY(m_controller->findings().hasValues());
        QVERIFY(spot("out", 4).isPredicted());
        QCOMPARE(spot("out", 4).value(),
                 std::optional(m_fake->valueOf("out", 4) - m_fake->kPredictedTooLow));
        QCOMPARE(m_controller->findings().rankings[bit(8)].layers.front().layer,
                 std::string("out"));
        QCOMPARE(m_controller->measured(), std::size_t(0));
        m_fake->way = Way::Done;
        QTRY_VERIFY(isDone());
        QVERIFY(!spot("out", 4).isPredicted());
        QCOMPARE(spot("out", 4).value(), std::optional(m_fake->valueOf("out", 4)));
        QVERIFY(m_controller->report()->sketch->all.spearman);
    }

    void nothingElseThanSqnrOfWeightsIsPredicted()
    {
        sweep();
        QVERIFY(m_controller->asked().sketchProbes > 0);
        change([](auto &settings) { settings.metric = MetricKind::Ssim; });
        sweep();
        QCOMPARE(m_controller->asked().sketchProbes, 0);
        QVERIFY(!spot("out", 4).predicted);
        change([](auto &settings) {
            settings.metric = MetricKind::OutputSqnr;
            settings.site = SensitivitySite::Activations;
        });
        sweep();
        QCOMPARE(m_controller->asked().sketchProbes, 0);
    }

    void cancelKeepsAndContinueMeasuresTheRest()
    {
        m_fake->cellsBefore = 4;
        m_fake->way = Way::Hold;
        m_controller->start();
        QTRY_COMPARE(m_controller->measured(), std::size_t(4));
        QVERIFY(!m_controller->canContinue());
        m_controller->cancel();
        QTRY_VERIFY(m_controller->state() == State::Cancelled);
        QCOMPARE(m_controller->measured(), std::size_t(4));
        QVERIFY(m_controller->canContinue());
        m_fake->way = Way::Done;
        sweep();
        QCOMPARE(std::size_t(m_fake->measured.load()), layers() * widths());
    }

    void moreBitsAndRepeatsMeasureOnlyWhatIsNew()
    {
        sweep();
        const auto all = std::size_t(m_fake->measured.load());
        change([](auto &settings) { settings.bits = {8, 5}; });
        QVERIFY(!m_controller->isStale());
        sweep();
        QCOMPARE(std::size_t(m_fake->measured.load()), all + layers());
        QVERIFY(m_controller->findings().bits == std::vector<int>({8, 5}));
        change([](auto &settings) { settings.repeats = 3; });
        sweep();
        QCOMPARE(std::size_t(m_fake->measured.load()), all + layers() + 2 * 2 * layers());
        QCOMPARE(spot("up", 5).mean->repeats, 3);
        // What is known of other settings is still known.
        change([](auto &settings) { settings = SensitivitySettings(); });
        const int before = m_fake->measured;
        sweep();
        QCOMPARE(m_fake->measured.load(), before);
    }

    void shownValuesStayWhileMoreAreMeasured()
    {
        sweep();
        change([](auto &settings) { settings.bits = {8, 5}; });
        m_fake->way = Way::Hold;
        m_controller->start();
        QVERIFY(m_controller->isRunning());
        QVERIFY(spot("out", 8).mean);
        QVERIFY(!spot("out", 5).mean);
        QCOMPARE(m_controller->measured(), layers());
        QCOMPARE(m_controller->wanted(), 2 * layers());
    }

    void otherValuesAreStaleAndForgottenAtTheStart()
    {
        sweep();
        change([](auto &settings) { settings.count = 7; });
        QVERIFY(m_controller->isStale());
        QVERIFY(spot("out", 8).mean);
        m_fake->way = Way::Hold;
        m_controller->start();
        QVERIFY(!spot("out", 8).mean);
        QVERIFY(!m_controller->isStale());
    }

    void samplingMakesStaleAndCalibrationOnlyOfActivations()
    {
        sweep();
        const CalibrationPlan usual = m_document->calibration();
        CalibrationPlan calibration = usual;
        calibration.count = 3;
        m_document->setCalibration(calibration, "Calibration");
        QVERIFY(!m_controller->isStale());
        SamplingPlan plan = m_document->plan();
        plan.truncation = 0.5;
        m_document->setPlan(plan, "Truncation");
        QVERIFY(m_controller->isStale());
        change([](auto &settings) { settings.site = SensitivitySite::Activations; });
        sweep();
        QVERIFY(!m_controller->isStale());
        m_document->setCalibration(usual, "Calibration");
        QVERIFY(m_controller->isStale());
    }

    void referenceMattersToMetricsThatHaveOne()
    {
        MetricsSettings other;
        other.reference.source = "builtin:avatars";
        sweep();
        m_controller->setMeasuring(other);
        QVERIFY(!m_controller->isStale());
        change([](auto &settings) { settings.metric = MetricKind::SlicedWasserstein; });
        sweep();
        QCOMPARE(m_controller->asked().reference.source, std::string("builtin:avatars"));
        m_controller->setMeasuring({});
        QVERIFY(m_controller->isStale());
    }

    void failureKeepsWhatWasFound()
    {
        QSignalSpy failed(m_controller.get(), &SensitivityController::failed);
        m_fake->cellsBefore = 5;
        m_fake->way = Way::Fail;
        m_controller->start();
        QTRY_VERIFY(m_controller->state() == State::Failed);
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains("not enough memory"));
        QCOMPARE(m_controller->measured(), std::size_t(5));
        m_fake->way = Way::Done;
        sweep();
        QCOMPARE(std::size_t(m_fake->measured.load()), layers() * widths());
    }

    void nothingToMeasureIsSaid()
    {
        QSignalSpy failed(m_controller.get(), &SensitivityController::failed);
        change([](auto &settings) {
            settings.site = SensitivitySite::Activations;
            settings.bits = {1};
        });
        m_controller->start();
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains("nothing to measure"));
        QCOMPARE(m_fake->runs.load(), 0);
        change([](auto &settings) { settings.bits.clear(); });
        QVERIFY(!m_controller->canStart());
    }

    void aCellGivesTheLayerWhatItMeasured()
    {
        sweep();
        const QuantConfig before = m_document->config();
        m_controller->assign(layer("up"), bit(3));
        QVERIFY(m_document->config().spec("up").weight == spot("up", 3).spec.weight);
        QCOMPARE(m_document->config().spec("up").weight.bits, 3);
        QCOMPARE(m_document->undoStack()->undoText(), QString("3 bits on 1 layer"));
        m_document->undoStack()->undo();
        QVERIFY(m_document->config() == before);
        QVERIFY(!m_document->undoStack()->canUndo());
    }

    void theOtherSiteStaysAsItIs()
    {
        m_document->edit({kOut}, bitsEdit(QuantSite::Activation, 8));
        sweep();
        m_controller->assign(layer("out"), bit(4));
        QCOMPARE(m_document->config().spec("out").weight.bits, 4);
        QCOMPARE(m_document->config().spec("out").activation.bits, 8);
        change([](auto &settings) { settings.site = SensitivitySite::Activations; });
        sweep();
        // An embedding reads indices, and the first layer the network's input.
        QVERIFY(m_controller->findings().layers == std::vector<std::string>{"out"});
        m_controller->assign(layer("out"), bit(6));
        QCOMPARE(m_document->config().spec("out").weight.bits, 4);
        QCOMPARE(m_document->config().spec("out").activation.bits, 6);
    }

    void leftOutALayerReturnsToFloat()
    {
        change([](auto &settings) { settings.mode = SensitivityMode::LeaveOneOut; });
        m_document->edit({kUp, kOut}, bitsEdit(QuantSite::Weight, 3));
        sweep();
        m_controller->assign(layer("up"), 0);
        QVERIFY(m_document->config().spec("up").weight.isFloat());
        QCOMPARE(m_document->config().spec("out").weight.bits, 3);
    }

    void lockedLayersRefuse()
    {
        QSignalSpy refused(m_document.get(), &QuantDocument::editRefused);
        m_document->toggleLock({kUp});
        sweep();
        m_controller->assign(layer("up"), bit(3));
        QVERIFY(m_document->config().isFloat());
        QCOMPARE(refused.size(), 1);
    }

    void anotherGeneratorForgetsAll()
    {
        m_fake->way = Way::Hold;
        m_controller->start();
        QTRY_VERIFY(m_controller->findings().hasValues());
        m_document->open(test::madeUpGenerator());
        QVERIFY(m_controller->state() == State::None);
        QVERIFY(m_controller->findings().isEmpty());
        QTRY_VERIFY(!m_lane->isBusy());
        QVERIFY(m_controller->state() == State::None);
    }

    void settingsAreKeptAsJson()
    {
        SensitivitySettings settings;
        settings.bits = {7, 2};
        settings.site = SensitivitySite::Both;
        settings.mode = SensitivityMode::LeaveOneOut;
        settings.metric = MetricKind::Kernel;
        settings.count = 1234;
        settings.repeats = 5;
        settings.sketch = false;
        QVERIFY(sensitivitySettings(toJson(settings)) == settings);
        QVERIFY(sensitivitySettings({}) == SensitivitySettings());
        const QJsonObject damaged{
            {"site", 3}, {"metric", "beauty"}, {"count", -4}, {"repeats", "many"}};
        const SensitivitySettings usual = sensitivitySettings(damaged);
        QVERIFY(usual.site == SensitivitySite::Weights);
        QVERIFY(usual.metric == MetricKind::OutputSqnr);
        QCOMPARE(usual.count, std::size_t(1));
        QCOMPARE(usual.repeats, 1);
    }
};

QTEST_MAIN(TestSensitivityController)

#include "tst_sensitivity_controller.moc"

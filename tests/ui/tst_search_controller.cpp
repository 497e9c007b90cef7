// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>

#include "models/search_charts.h"
#include "search_fixture.h"

#include <algorithm>

using namespace quantloupe;
using Fake = quantloupe::test::FakeSearch;
using Way = quantloupe::test::FakeSearch::Way;
using State = quantloupe::SearchController::State;

/// Searches for the bits of the document's generator: what is asked, kept, found and loaded.
class TestSearchController : public test::SearchFixture
{
    Q_OBJECT

    void search()
    {
        m_controller->start();
        QTRY_VERIFY(isDone());
    }
    const SearchFindings &findings() const { return m_controller->findings(); }
    const SearchTrial &best() const { return findings().trials.at(*findings().best); }

private Q_SLOTS:
    void init() { createController(); }
    void cleanup() { destroyController(); }

    void theBestIsThatOfTheReport()
    {
        search();
        QCOMPARE(findings().trials.size(), Fake::widths().size());
        QCOMPARE(best().size.averageBits, 4.0);
        QVERIFY(m_controller->report()->isReachable);
        QCOMPARE(*findings().exactRow(MetricKind::OutputSqnr)->quantized,
                 4 * Fake::kPredictedPerBit - Fake::kExactLess);
        // By ascending size, each once.
        for (std::size_t i = 1; i < findings().trials.size(); ++i)
            QVERIFY(findings().trials[i - 1].size.bytes < findings().trials[i].size.bytes);
    }

    void settingsBecomeARequest()
    {
        change([](SearchSettings &settings) {
            settings.goal.cost = SearchCost::Bytes;
            settings.amounts["bytes"] = 5000;
            settings.algorithm = SearchAlgorithm::Quadratic;
            settings.bits = {8, 3};
            settings.methods = {WeightMethod::Mse, WeightMethod::KMeans};
            settings.sweepCount = 7;
            settings.count = 11;
            settings.seed = 13;
            settings.seconds = 17;
            settings.metric = MetricKind::Ssim;
            settings.measuresFront = true;
        });
        m_document->toggleLock({kUp});
        search();
        const ConfigSearchRequest &asked = m_controller->asked();
        QVERIFY(asked.budget && !asked.bound);
        QVERIFY(asked.budget->cost == SearchCost::Bytes);
        QCOMPARE(asked.budget->amount, 5000.0);
        QVERIFY(asked.algorithm == SearchAlgorithm::Quadratic);
        QVERIFY(asked.rules.bits == std::vector<int>({8, 3}));
        QCOMPARE(asked.rules.methods.size(), std::size_t(2));
        QVERIFY(asked.rules.marks.isLocked("up"));
        QCOMPARE(asked.sweep.count, std::size_t(7));
        QCOMPARE(asked.count, std::size_t(11));
        QCOMPARE(asked.sweep.seed, std::uint64_t(13));
        QCOMPARE(asked.seconds, 17.0);
        QVERIFY(asked.metrics.front() == MetricKind::Ssim);
        QVERIFY(measuredMetric(asked) == MetricKind::Ssim);
        bound(20);
        search();
        QVERIFY(m_controller->asked().bound && !m_controller->asked().budget);
        QVERIFY(measuredMetric(m_controller->asked()) == MetricKind::OutputSqnr);
    }

    void pointsComeAsTheyAreKnown()
    {
        m_fake->way = Way::Hold;
        m_fake->stepsBefore = Fake::kCells;
        m_controller->start();
        QTRY_COMPARE(m_controller->measured(), std::size_t(Fake::kCells));
        QVERIFY(findings().isEmpty());
        m_fake->stepsBefore = Fake::kCells + 2;
        QTRY_COMPARE(findings().trials.size(), std::size_t(2));
        QVERIFY(!findings().best);
        m_fake->stepsBefore = Fake::kCells + int(Fake::widths().size());
        QTRY_VERIFY(findings().best);
        QVERIFY(m_controller->isRunning());
        QCOMPARE(best().size.averageBits, 4.0);
        QVERIFY(findings().exact.rows.empty());
        m_fake->way = Way::Done;
        QTRY_VERIFY(isDone());
        QVERIFY(!findings().exact.rows.empty());
    }

    void aBoundIsMetByMeasuredPoints()
    {
        bound(20);
        search();
        QCOMPARE(best().size.averageBits, 4.0);
        QVERIFY(findings().metric == MetricKind::OutputSqnr);
        for (const SearchTrial &trial : findings().trials)
            QCOMPARE(*trial.measured, *trial.predictedSqnr - Fake::kMeasuredLess);
        QVERIFY(m_controller->report()->holdsOnUnseen == true);
    }

    void whatIsNotReachedHasANearest()
    {
        change([](SearchSettings &settings) { settings.amounts["bits"] = 1; });
        search();
        QVERIFY(!m_controller->report()->isReachable && !findings().isReachable);
        QCOMPARE(best().size.averageBits, 2.0);
        QVERIFY(findings().exact.rows.empty());
    }

    void cancelKeepsAndContinueMeasuresTheRest()
    {
        m_fake->way = Way::Hold;
        m_fake->stepsBefore = 4;
        m_controller->start();
        QTRY_COMPARE(m_controller->measured(), std::size_t(4));
        QVERIFY(!m_controller->canContinue());
        m_controller->cancel();
        QTRY_VERIFY(m_controller->state() == State::Cancelled);
        QVERIFY(m_controller->canContinue());
        m_fake->way = Way::Done;
        search();
        QCOMPARE(m_fake->measured.load(), Fake::kCells);
        QVERIFY(!m_controller->canContinue());
    }

    void afterItsTimeContinueGoesOn()
    {
        m_fake->way = Way::TimeUp;
        change([](SearchSettings &settings) { settings.amounts["bits"] = 6; });
        search();
        QCOMPARE(findings().trials.size(), Fake::kInTime);
        QCOMPARE(best().size.averageBits, 4.0);
        QVERIFY(m_controller->canContinue());
        // It may get more time, but another question is another search.
        change([](SearchSettings &settings) { settings.seconds = 60; });
        QVERIFY(m_controller->canContinue());
        change([](SearchSettings &settings) { settings.seed = 9; });
        QVERIFY(!m_controller->canContinue());
        change([](SearchSettings &settings) { settings.seed = 0; });
        m_fake->way = Way::Hold;
        m_fake->stepsBefore = Fake::kCells;
        m_controller->start();
        QTRY_COMPARE(m_controller->measured(), std::size_t(Fake::kCells));
        // What was found stays, but the best is not confirmed any more.
        QCOMPARE(findings().trials.size(), Fake::kInTime);
        QVERIFY(findings().exact.rows.empty());
        QVERIFY(!m_controller->canContinue());
        m_fake->way = Way::Done;
        QTRY_VERIFY(isDone());
        QCOMPARE(findings().trials.size(), Fake::widths().size());
        QCOMPARE(best().size.averageBits, 6.0);
        QCOMPARE(m_fake->measured.load(), Fake::kCells);
        QVERIFY(!m_controller->canContinue());
    }

    void failureKeepsWhatWasFound()
    {
        QSignalSpy failed(m_controller.get(), &SearchController::failed);
        m_fake->way = Way::Fail;
        m_fake->stepsBefore = Fake::kCells + 1;
        m_controller->start();
        QTRY_VERIFY(m_controller->state() == State::Failed);
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains("not enough memory"));
        QCOMPARE(findings().trials.size(), std::size_t(1));
        QVERIFY(m_controller->canContinue());
    }

    void aPointIsLoadedAsOneStep()
    {
        search();
        const QuantConfig before = m_document->config();
        m_controller->load(2);
        QCOMPARE(bitsOf("embed"), 6);
        QCOMPARE(bitsOf("up"), 6);
        QCOMPARE(bitsOf("out"), 6);
        QCOMPARE(m_document->undoStack()->count(), 1);
        QVERIFY2(m_document->undoStack()->undoText().contains("6.000 bits"),
                 qPrintable(m_document->undoStack()->undoText()));
        // It is of the search, which does not become another one by it.
        QVERIFY(!m_controller->isStale());
        m_document->undoStack()->undo();
        QVERIFY(m_document->config() == before);
        m_controller->load(99);
        QVERIFY(m_document->config() == before);
    }

    void lockedLayersKeepTheirSetting()
    {
        m_document->edit({kUp}, bitsEdit(QuantSite::Weight, 5));
        m_document->toggleLock({kUp});
        search();
        m_controller->load(*findings().best);
        QCOMPARE(bitsOf("up"), 5);
        QCOMPARE(bitsOf("out"), 4);
        // What is fixed is part of the question.
        m_document->toggleLock({kUp});
        QVERIFY(m_controller->isStale());
    }

    void otherQuestionsAreStale_data()
    {
        QTest::addColumn<int>("edit");
        QTest::newRow("limit") << 0;
        QTest::newRow("strategy") << 1;
        QTest::newRow("bits") << 2;
        QTest::newRow("methods") << 3;
        QTest::newRow("target") << 4;
        QTest::newRow("samples of layers") << 5;
        QTest::newRow("seed") << 6;
        QTest::newRow("measured front") << 7;
    }
    void otherQuestionsAreStale()
    {
        QFETCH(int, edit);
        search();
        QVERIFY(!m_controller->isStale());
        const SearchSettings before = m_controller->settings();
        change([edit](SearchSettings &settings) {
            switch (edit) {
            case 0:
                settings.amounts["bits"] = 5;
                break;
            case 1:
                settings.algorithm = SearchAlgorithm::Greedy;
                break;
            case 2:
                settings.bits = {8, 4};
                break;
            case 3:
                settings.methods.push_back(WeightMethod::Em);
                break;
            case 4:
                settings.target = "int8";
                break;
            case 5:
                settings.sweepCount = 3;
                break;
            case 6:
                settings.seed = 3;
                break;
            default:
                settings.measuresFront = true;
            }
        });
        QVERIFY(m_controller->isStale());
        QVERIFY(!findings().isEmpty());
        m_controller->setSettings(before);
        QVERIFY(!m_controller->isStale());
    }

    void kidIsConfirmedWhereItsFeaturesAre()
    {
        const auto timesAsked = [this](MetricKind kind) {
            return std::ranges::count(m_controller->asked().metrics, kind);
        };
        search();
        for (const MetricKind usual : parseMetrics(kConfirmation))
            QCOMPARE(timesAsked(usual), 1);
        MetricsSettings measuring;
        measuring.features.extractor = "/nowhere/features.pt";
        m_controller->setMeasuring(measuring);
        QVERIFY(m_controller->isStale());
        search();
        QCOMPARE(timesAsked(MetricKind::OutputSqnr), 1);
        QCOMPARE(timesAsked(MetricKind::SlicedWasserstein), 1);
        QCOMPARE(timesAsked(MetricKind::Kernel), 0);
    }

    void theTimeBoxIsNoQuestion()
    {
        search();
        change([](SearchSettings &settings) { settings.seconds = 5; });
        QVERIFY(!m_controller->isStale());
    }

    void activationsArePartOfTheQuestion()
    {
        search();
        m_document->edit({kOut}, bitsEdit(QuantSite::Weight, 3));
        QVERIFY(!m_controller->isStale());
        m_document->edit({kOut}, bitsEdit(QuantSite::Activation, 8));
        QVERIFY(m_controller->isStale());
    }

    void nothingToChooseFromIsNoSearch()
    {
        change([](SearchSettings &settings) { settings.methods.clear(); });
        QVERIFY(!m_controller->canStart());
        m_controller->start();
        QCOMPARE(m_fake->runs.load(), 0);
    }

    void anotherGeneratorForgetsAll()
    {
        m_fake->way = Way::Hold;
        m_fake->stepsBefore = Fake::kCells + 2;
        m_controller->start();
        QTRY_COMPARE(findings().trials.size(), std::size_t(2));
        m_document->open(test::madeUpGenerator());
        QVERIFY(m_controller->state() == State::None);
        QVERIFY(findings().isEmpty());
        QTRY_VERIFY(!m_lane->isBusy());
        QVERIFY(m_controller->state() == State::None);
    }

    void frontsTellPredictedMeasuredAndConfirmedApart()
    {
        using Source = ParetoPoint::Source;
        bound(20);
        search();
        const SearchFront front =
            searchFront(findings(), SearchCost::Bytes, MetricKind::OutputSqnr, m_document->config(),
                        m_document->info().layers, "conditions");
        const auto count = [&](Source source) {
            return std::ranges::count(front.data.points, source, &ParetoPoint::source);
        };
        const auto all = std::ptrdiff_t(Fake::widths().size());
        QCOMPARE(count(Source::Predicted), all);
        QCOMPARE(count(Source::Measured), all);
        QCOMPARE(count(Source::Confirmed), std::ptrdiff_t(1));
        for (qsizetype i = 0; i < front.data.points.size(); ++i) {
            const ParetoPoint &point = front.data.points[i];
            const SearchTrial &trial = findings().trials[front.trials[std::size_t(i)]];
            QCOMPARE(point.x, double(trial.size.bytes) / 1000);
            QVERIFY(point.isOnFront);
            QCOMPARE(point.interval.has_value(), point.source != Source::Predicted);
            QVERIFY(!point.isChosen);
        }
        // What is worse for more is on no line.
        SearchFindings more = findings();
        SearchTrial worse = more.trials.front();
        worse.config.set("up", LayerQuantSpec());
        worse.size.bytes = 7000;
        worse.measured.reset();
        more.add(worse);
        const SearchFront other = searchFront(more, SearchCost::Bytes, MetricKind::OutputSqnr,
                                              worse.config, m_document->info().layers, {});
        const auto added = std::ranges::find(other.data.points, 7.0, &ParetoPoint::x);
        QVERIFY(added != other.data.points.end());
        QVERIFY(!added->isOnFront);
        QVERIFY(added->isChosen);
    }

    void settingsAreKeptAsJson()
    {
        SearchSettings settings;
        settings.goal = {SearchCost::Bops, MetricKind::SlicedWasserstein};
        settings.amounts = {{"swd", 3.5}, {"bytes", 123456}};
        settings.algorithm = SearchAlgorithm::Qgan;
        settings.bits = {kFloatBits, 7, 2};
        settings.methods = {WeightMethod::MinMax, WeightMethod::KMeans};
        settings.target = "int8";
        settings.sweepCount = 12;
        settings.count = 3456;
        settings.seed = 78;
        settings.seconds = 90;
        settings.metric = MetricKind::Kernel;
        settings.measuresFront = true;
        QVERIFY(searchSettings(toJson(settings)) == settings);
        QVERIFY(searchSettings({}) == SearchSettings());
        const SearchSettings usual = searchSettings({{"goal", 3},
                                                     {"algorithm", "luck"},
                                                     {"count", -4},
                                                     {"seed", "many"},
                                                     {"amounts", "none"}});
        QVERIFY(usual.goal == SearchGoal());
        QVERIFY(usual.algorithm == SearchAlgorithm::Knapsack);
        QCOMPARE(usual.count, std::size_t(1));
        QCOMPARE(usual.seed, std::uint64_t(0));
    }
};

QTEST_MAIN(TestSearchController)

#include "tst_search_controller.moc"

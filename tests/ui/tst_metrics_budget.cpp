// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_up_generator.h"
#include "made_up_measurement.h"
#include "models/metrics_charts.h"

#include <QTest>

#include <algorithm>
#include <ctime>
#include <limits>

using namespace quantloupe;
using namespace quantloupe::test;

namespace {

const MetricQuantity kSwd{MetricQuantity::Aspect::Value, MetricKind::SlicedWasserstein, "SWD"};
const MetricQuantity kSwdDelta{MetricQuantity::Aspect::Delta, MetricKind::SlicedWasserstein, "SWD"};

#if defined(__SANITIZE_ADDRESS__)
/// Checked code takes several times as long: only what grows faster than the session shows here.
constexpr double kBudgetMilliseconds = 160;
#else
constexpr double kBudgetMilliseconds = 16;
#endif

constexpr int kRuns = 5;

double threadMilliseconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// The least of some runs: what the work itself takes, whatever caches other programs emptied.
template <typename Work> double costOf(const Work &work)
{
    double least = std::numeric_limits<double>::infinity();
    for (int run = 0; run < kRuns; ++run) {
        const double start = threadMilliseconds();
        work();
        least = std::min(least, threadMilliseconds() - start);
        qInfo("%g", least);
    }
    return least;
}

} // namespace

/// Charts of a long session are made within one frame of the window.
class TestMetricsBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSessionFullOfMeasurements_data()
    {
        QTest::addColumn<bool>("compare");
        QTest::newRow("that compare") << true;
        QTest::newRow("of other numbers of samples") << false;
    }
    void aSessionFullOfMeasurements()
    {
        QFETCH(const bool, compare);
        QuantDocument document;
        MetricsHistory history(&document);
        document.open(madeUpGenerator());
        for (int i = 0; i < MetricsHistory::kMost; ++i) {
            document.edit({i % 3}, bitsEdit(QuantSite::Weight, 2 + i % 9));
            Measurement measurement = madeUpMeasurement(document, i % 7);
            if (!compare)
                measurement.report.rows[0].n = std::size_t(1000 + i);
            history.add(measurement);
        }
        const QList<Measurement> &all = history.all();
        const int newest = int(all.size()) - 1;
        QVERIFY(costOf([&] { historyLine(all, kSwd, newest); }) < kBudgetMilliseconds);
        QVERIFY(costOf([&] { configurationBars(all, kSwd, newest); }) < kBudgetMilliseconds);
        QVERIFY(costOf([&] { quantityPoints(all, kSwdDelta, kSwd, newest); }) <
                kBudgetMilliseconds);
        QVERIFY(costOf([&] { metricQuantities(all); }) < kBudgetMilliseconds);
    }
};

QTEST_GUILESS_MAIN(TestMetricsBudget)

#include "tst_metrics_budget.moc"

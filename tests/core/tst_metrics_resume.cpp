// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "kept_files.h"
#include "metrics_fixture.h"
#include "noise_stack.h"

#include <optional>
#include <thread>

using namespace kept_files;
using namespace metrics_fixture;
namespace fs = std::filesystem;

/// Measurements that were interrupted.
class TestMetricsResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture.emplace(); }
    void resumedNumbersAreTheSameToTheBit_data();
    void resumedNumbersAreTheSameToTheBit();
    void theSecondPassGoesOn();
    void withoutResumeItStartsAnew();
    void damagedPartsAreMeasuredAgain();
    void otherRequestsDoNotResume();
    void nothingIsKeptWithoutCaches();

private:
    /// Stops after two parts of pairs.
    void interrupt(const MetricsRequest &request);
    /// Stops once the histograms of some samples are kept.
    void interruptSecondPass(const MetricsRequest &request);
    fs::path state() const { return m_fixture->cache() / "measurements"; }

    std::optional<Fixture> m_fixture;
};

void TestMetricsResume::interrupt(const MetricsRequest &request)
{
    std::stop_source stop;
    bool cancelled = false;
    try {
        m_fixture->session().measure(request, Lane::Compute, RunContext(stop.get_token()),
                                     [&](const MetricsReport &report) {
                                         if (report.n >= 128)
                                             stop.request_stop();
                                     });
    } catch (const Cancelled &) {
        cancelled = true;
    }
    QVERIFY(cancelled);
    QVERIFY(!filesIn(state()).empty());
}

void TestMetricsResume::resumedNumbersAreTheSameToTheBit_data()
{
    QTest::addColumn<QString>("metrics");
    QTest::addColumn<bool>("images");
    QTest::addColumn<bool>("histogram");
    QTest::newRow("distances") << "fid,kid,feature-swd,swd" << false << false;
    QTest::newRow("histograms") << "swd" << false << true;
    QTest::newRow("pairs") << "psnr,ssim,sqnr,layer-sqnr" << false << false;
    QTest::newRow("pictures") << "fid,swd,psnr" << true << false;
}

void TestMetricsResume::resumedNumbersAreTheSameToTheBit()
{
    QFETCH(QString, metrics);
    QFETCH(bool, images);
    QFETCH(bool, histogram);
    MetricsRequest request = m_fixture->request(metrics.toStdString());
    request.count = 200;
    request.sortedSwdBytes = histogram ? 0 : std::size_t{1} << 30;
    if (images)
        request.reference.source =
            m_fixture->pictureFolder("waves", noise_stack::make({16, 3, 400, 0, 8}, 3));
    const MetricsReport expected = m_fixture->measure(request);
    interrupt(request);
    QCOMPARE(m_fixture->session().estimate(request, Lane::Compute, RunContext()).resumable, 128U);
    request.resume = true;
    const MetricsReport report = m_fixture->measure(request);
    QCOMPARE(report.resumed, 128U);
    QCOMPARE(report.rows, expected.rows);
    QVERIFY(filesIn(state()).empty());
}

void TestMetricsResume::interruptSecondPass(const MetricsRequest &request)
{
    std::stop_source stop;
    // They are first kept before any sample.
    std::jthread watch([&](const std::stop_token &ended) {
        std::optional<fs::file_time_type> first;
        while (!ended.stop_requested() && !stop.stop_requested()) {
            for (const fs::path &file : filesIn(state())) {
                std::error_code gone;
                const auto written = fs::last_write_time(file, gone);
                if (gone || !file.filename().string().ends_with("-projections-0"))
                    continue;
                if (!first)
                    first = written;
                if (written != *first)
                    stop.request_stop();
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    });
    QVERIFY_THROWS_EXCEPTION(Cancelled, m_fixture->session().measure(request, Lane::Compute,
                                                                     RunContext(stop.get_token())));
}

/// Whether it is cancelled or killed is the same to what is on disk.
void TestMetricsResume::theSecondPassGoesOn()
{
    MetricsRequest request = m_fixture->request("swd");
    request.count = 1600;
    request.sortedSwdBytes = 0;
    const MetricsReport expected = m_fixture->measure(request);
    interruptSecondPass(request);
    request.resume = true;
    const MetricsReport report = m_fixture->measure(request);
    QCOMPARE(report.rows, expected.rows);
    QCOMPARE(report.resumed, 1600U);
    // Of five sets' pictures those of less than two halves are generated again.
    QVERIFY2(report.stepsRun < expected.stepsRun / 4,
             qPrintable(QStringLiteral("%1 of %2").arg(report.stepsRun).arg(expected.stepsRun)));
    QVERIFY(filesIn(state()).empty());
    // Damaged histograms are made anew.
    interruptSecondPass(request);
    for (const fs::path &file : filesIn(state()))
        if (file.filename().string().ends_with("-projections-0"))
            damage(file);
    QCOMPARE(m_fixture->measure(request).rows, expected.rows);
}

void TestMetricsResume::withoutResumeItStartsAnew()
{
    MetricsRequest request = m_fixture->request("swd,psnr");
    request.count = 200;
    interrupt(request);
    QCOMPARE(m_fixture->measure(request).resumed, 0U);
    QVERIFY(filesIn(state()).empty());
}

void TestMetricsResume::damagedPartsAreMeasuredAgain()
{
    MetricsRequest request = m_fixture->request("fid,swd,psnr");
    request.count = 200;
    const MetricsReport expected = m_fixture->measure(request);
    interrupt(request);
    for (const fs::path &file : filesIn(state()))
        if (file.filename().string().ends_with("-0"))
            damage(file);
    request.resume = true;
    const MetricsReport report = m_fixture->measure(request);
    QCOMPARE(report.resumed, 64U);
    QCOMPARE(report.rows, expected.rows);
    request.resume = false;
    interrupt(request);
    for (const fs::path &file : filesIn(state()))
        fs::resize_file(file, fs::file_size(file) / 2);
    request.resume = true;
    const MetricsReport anew = m_fixture->measure(request);
    QCOMPARE(anew.resumed, 0U);
    QCOMPARE(anew.rows, expected.rows);
}

void TestMetricsResume::otherRequestsDoNotResume()
{
    const MetricsRequest request = m_fixture->request("psnr");
    interrupt(request);
    const std::vector<std::function<void(MetricsRequest &)>> changes = {
        [](MetricsRequest &other) { other.seed = 1; },
        [](MetricsRequest &other) { other.metrics = {MetricKind::Ssim}; },
        [](MetricsRequest &other) {
            other.plan.outputRange = {-2, 2};
        },
        [](MetricsRequest &other) { other.config.set("main.0", {}); },
        [](MetricsRequest &other) { other.execution.microBatch = 5; }};
    for (const auto &change : changes) {
        MetricsRequest other = request;
        other.resume = true;
        change(other);
        QCOMPARE(m_fixture->measure(other).resumed, 0U);
    }
    MetricsRequest same = request;
    same.resume = true;
    QCOMPARE(m_fixture->measure(same).resumed, 128U);
}

void TestMetricsResume::nothingIsKeptWithoutCaches()
{
    fs::remove_all(m_fixture->cache());
    MetricsRequest request = m_fixture->request("fid,psnr");
    request.execution.useCache = false;
    m_fixture->measure(request,
                       [&](const MetricsReport &) { QVERIFY(!fs::exists(m_fixture->cache())); });
    QVERIFY(!fs::exists(m_fixture->cache()));
}

QTEST_APPLESS_MAIN(TestMetricsResume)
#include "tst_metrics_resume.moc"

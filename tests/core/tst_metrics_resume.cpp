// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept on disk: interrupted measurements and features.
#include <QtTest>

#include "base/cache_folder.h"
#include "metrics/feature_cache.h"
#include "metrics/features/feature_network.h"
#include "metrics_fixture.h"
#include "noise_stack.h"
#include "session/metrics_plan.h"

#include <ATen/ATen.h>

#include <atomic>
#include <fstream>
#include <optional>

using namespace metrics_fixture;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> filesIn(const fs::path &folder)
{
    std::vector<fs::path> files;
    if (fs::exists(folder))
        for (const auto &entry : fs::directory_iterator(folder))
            files.push_back(entry.path());
    return files;
}

/// Overwrites the last byte of a file.
void damage(const fs::path &file)
{
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekg(-1, std::ios::end);
    const int last = stream.get();
    stream.seekp(-1, std::ios::end);
    stream.put(static_cast<char>(last ^ 0x55));
}

/// Channel means; counts the batches it is asked for.
class CountingNetwork : public FeatureNetwork
{
public:
    explicit CountingNetwork(std::atomic<int> &calls) : m_calls(calls) {}
    at::Tensor forward(const at::Tensor &pictures) const override
    {
        ++m_calls;
        return pictures.mean(at::IntArrayRef{2, 3}).contiguous();
    }

private:
    std::atomic<int> &m_calls;
};

FeatureExtractorPtr countingExtractor(std::atomic<int> &calls, FeatureIdentity identity,
                                      int side = 16)
{
    InputPreparation preparation;
    preparation.side = side;
    identity.dimension = 3;
    return std::make_shared<FeatureExtractor>(identity, preparation,
                                              std::make_unique<CountingNetwork>(calls));
}

std::vector<Image> imagesOf(const ImageStack &stack)
{
    std::vector<Image> images;
    for (std::size_t i = 0; i < stack.count; ++i)
        images.push_back(stack.image(i));
    return images;
}

} // namespace

class TestMetricsResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture.emplace(); }
    void resumedNumbersAreTheSameToTheBit_data();
    void resumedNumbersAreTheSameToTheBit();
    void withoutResumeItStartsAnew();
    void damagedPartsAreMeasuredAgain();
    void otherRequestsDoNotResume();
    void nothingIsKeptWithoutCaches();
    void featuresAreReused();
    void damagedFeaturesAreComputedAgain();
    void fidOfFewSamplesNeedsAYes();
    void oldFilesAreTrimmed();
    void cacheFolderFollowsTheEnvironment();

private:
    /// Stops after two parts of pairs.
    void interrupt(const MetricsRequest &request);
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
    QTest::newRow("distances") << "fid,kid,swd" << false << false;
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

void TestMetricsResume::featuresAreReused()
{
    std::atomic<int> calls = 0;
    const FeatureIdentity identity{"counting", std::string(64, 'a'), "clean", 3};
    const FeatureCache cache(m_fixture->cache() / "counted");
    const std::vector<Image> images = imagesOf(noise_stack::make({16, 3, 8, 0, 8}, 3));
    const auto valuesOf = [&](const std::vector<Image> &some, const FeatureIdentity &asked,
                              int side = 16) {
        return cache.features(some, *countingExtractor(calls, asked, side), 1, RunContext()).values;
    };
    const std::vector<float> first = valuesOf(images, identity);
    QCOMPARE(calls, 2);
    QCOMPARE(valuesOf(images, identity), first);
    QCOMPARE(calls, 2);
    // Another extractor, pipeline, preparation or picture is measured.
    valuesOf(images, {"counting", std::string(64, 'b'), "clean", 3});
    QCOMPARE(calls, 4);
    valuesOf(images, {"counting", std::string(64, 'a'), "tf-legacy", 3});
    QCOMPARE(calls, 6);
    valuesOf(images, identity, 8);
    QCOMPARE(calls, 8);
    std::vector<Image> changed = images;
    ++changed[3].pixels[7];
    QVERIFY(valuesOf(changed, identity) != first);
    QCOMPARE(calls, 10);
}

void TestMetricsResume::damagedFeaturesAreComputedAgain()
{
    std::atomic<int> calls = 0;
    const FeatureExtractorPtr extractor =
        countingExtractor(calls, {"counting", std::string(64, 'c'), "clean", 3});
    const fs::path folder = m_fixture->cache() / "damaged";
    const FeatureCache cache(folder);
    const std::vector<Image> images = imagesOf(noise_stack::make({16, 3, 4, 0, 8}, 3));
    const std::vector<float> first = cache.features(images, *extractor, 1, RunContext()).values;
    const fs::path file = filesIn(folder).at(0);
    damage(file);
    QCOMPARE(cache.features(images, *extractor, 1, RunContext()).values, first);
    QCOMPARE(calls, 2);
    for (const std::uintmax_t size : {0, 10, 80, 100}) {
        fs::resize_file(file, size);
        QCOMPARE(cache.features(images, *extractor, 1, RunContext()).values, first);
    }
    QCOMPARE(calls, 6);
    cache.features(images, *extractor, 1, RunContext());
    QCOMPARE(calls, 6);
    // Whole, but of other pictures.
    const std::vector<Image> others = imagesOf(noise_stack::make({16, 3, 4, 0, 8}, 4));
    const fs::path before = file;
    const std::vector<float> second = cache.features(others, *extractor, 1, RunContext()).values;
    QVERIFY(second != first);
    QCOMPARE(calls, 7);
    for (const fs::path &each : filesIn(folder))
        if (each != before)
            fs::copy_file(before, each, fs::copy_options::overwrite_existing);
    QCOMPARE(cache.features(others, *extractor, 1, RunContext()).values, second);
    QCOMPARE(calls, 8);
}

void TestMetricsResume::fidOfFewSamplesNeedsAYes()
{
    std::atomic<int> calls = 0;
    FeatureIdentity identity{std::string(kInceptionName), "6726825d" + std::string(56, '0'),
                             "clean", 0};
    InputPreparation preparation;
    preparation.side = 16;
    identity.dimension = kFidDimension;
    const auto inception = std::make_shared<FeatureExtractor>(
        identity, preparation, std::make_unique<CountingNetwork>(calls));
    MetricsRequest request = m_fixture->request("fid");
    request.count = 2047;
    QVERIFY_THROWS_EXCEPTION(Error, planMetrics(request, inception, 1));
    request.allowSmallFid = true;
    planMetrics(request, inception, 1);
    request.allowSmallFid = false;
    request.count = 2048;
    planMetrics(request, inception, 1);
    request.count = 64;
    request.metrics = {MetricKind::Kernel};
    planMetrics(request, inception, 1);
}

void TestMetricsResume::oldFilesAreTrimmed()
{
    const fs::path folder = m_fixture->folder().path("trimmed");
    fs::create_directories(folder);
    const auto now = fs::file_time_type::clock::now();
    for (const int age : {3, 1, 2}) {
        const fs::path file = folder / std::to_string(age);
        std::ofstream(file) << std::string(100, 'x');
        fs::last_write_time(file, now - std::chrono::hours(age));
    }
    trimFolder(folder, 200);
    QVERIFY(fs::exists(folder / "1") && fs::exists(folder / "2") && !fs::exists(folder / "3"));
    trimFolder(folder, 0);
    QVERIFY(filesIn(folder).empty());
    trimFolder(m_fixture->folder().path("not-there"), 0);
}

void TestMetricsResume::cacheFolderFollowsTheEnvironment()
{
    QCOMPARE(cacheFolder(), m_fixture->cache());
    const QByteArray before = qgetenv("XDG_CACHE_HOME");
    const QByteArray home = qgetenv("HOME");
    qputenv("HOME", "/home/somebody");
    for (const char *ignored : {"", "relative"}) {
        qputenv("XDG_CACHE_HOME", ignored);
        QCOMPARE(cacheFolder(), fs::path("/home/somebody/.cache/quantloupe"));
    }
    qunsetenv("HOME");
    QVERIFY(cacheFolder().empty());
    qputenv("HOME", home);
    qputenv("XDG_CACHE_HOME", before);
}

QTEST_APPLESS_MAIN(TestMetricsResume)
#include "tst_metrics_resume.moc"

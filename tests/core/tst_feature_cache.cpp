// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/cache_folder.h"
#include "kept_files.h"
#include "metrics/feature_cache.h"
#include "metrics/features/feature_network.h"
#include "metrics_fixture.h"
#include "noise_stack.h"
#include "session/metrics_plan.h"

#include <ATen/ATen.h>

#include <atomic>
#include <optional>

using namespace kept_files;
using namespace metrics_fixture;
namespace fs = std::filesystem;

namespace {

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

/// Features that are kept on disk, and the folder they are in.
class TestFeatureCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture.emplace(); }
    void featuresAreReused();
    void damagedFeaturesAreComputedAgain();
    void fidOfFewSamplesNeedsAYes();
    void oldFilesAreTrimmed();
    void cacheFolderFollowsTheEnvironment();

private:
    std::optional<Fixture> m_fixture;
};

void TestFeatureCache::featuresAreReused()
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

void TestFeatureCache::damagedFeaturesAreComputedAgain()
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

void TestFeatureCache::fidOfFewSamplesNeedsAYes()
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
    QVERIFY_THROWS_EXCEPTION(Error, planMetrics(request, {inception, nullptr}, 1));
    request.allowSmallFid = true;
    planMetrics(request, {inception, nullptr}, 1);
    request.allowSmallFid = false;
    request.count = 2048;
    planMetrics(request, {inception, nullptr}, 1);
    request.count = 64;
    request.metrics = {MetricKind::Kernel};
    planMetrics(request, {inception, nullptr}, 1);
}

void TestFeatureCache::oldFilesAreTrimmed()
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

void TestFeatureCache::cacheFolderFollowsTheEnvironment()
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

QTEST_APPLESS_MAIN(TestFeatureCache)
#include "tst_feature_cache.moc"

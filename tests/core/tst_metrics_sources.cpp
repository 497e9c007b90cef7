// SPDX-License-Identifier: GPL-3.0-or-later
// Which pictures of a reference are compared, what few of them mean, and who owns what is kept.
#include <QtTest>

#include "metrics/features/feature_network.h"
#include "metrics/random_draw.h"
#include "metrics_fixture.h"
#include "noise_stack.h"
#include "session/measurement_state.h"
#include "session/metrics_run.h"

#include <ATen/ATen.h>

#include <optional>
#include <set>

using namespace metrics_fixture;
namespace fs = std::filesystem;

namespace {

class MeansNetwork : public FeatureNetwork
{
public:
    at::Tensor forward(const at::Tensor &pictures) const override
    {
        return pictures.mean(at::IntArrayRef{2, 3}).contiguous();
    }
};

/// What calls itself the published Inception and does no work.
FeatureExtractorPtr publishedInception()
{
    InputPreparation preparation;
    preparation.side = 16;
    return std::make_shared<FeatureExtractor>(FeatureIdentity{std::string(kInceptionName),
                                                              "6726825d" + std::string(56, '0'),
                                                              "clean", kFidDimension},
                                              preparation, std::make_unique<MeansNetwork>());
}

SetPart smallPart(float feature)
{
    SetPart part;
    part.count = 1;
    part.features = {1, 2, {feature, 1}};
    return part;
}

} // namespace

class TestMetricsSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture.emplace(); }
    void drawsEachOnce();
    void referenceIsDrawnFromAllPictures();
    void allPicturesAreTakenWhereThereAreNoMore();
    void shortReferencesAreMarked();
    void fidAgainstFewPicturesNeedsAYes();
    void curvesAreMeasurementsOfFewerSamples();
    void oneSample();
    void fewSamplesHaveNoInterval();
    void keptPartsDoNotPassForOthers();
    void onePartiesPartsStay();

private:
    std::optional<Fixture> m_fixture;
};

void TestMetricsSources::drawsEachOnce()
{
    for (const std::size_t count :
         {std::size_t{1}, std::size_t{2}, std::size_t{9}, std::size_t{33}}) {
        RandomDraw draw(count, RandomStream(1, StreamRole::Split, 5));
        std::set<std::size_t> drawn;
        for (std::size_t i = 0; i < count; ++i)
            drawn.insert(draw.next());
        QCOMPARE(drawn.size(), count);
        QCOMPARE(*drawn.rbegin(), count - 1);
    }
    // A third of many draws for each of three numbers.
    std::array<int, 3> firsts{};
    for (std::uint64_t seed = 0; seed < 3000; ++seed)
        ++firsts.at(RandomDraw(3, RandomStream(seed, StreamRole::Split, 5)).next());
    for (const int count : firsts)
        QVERIFY(std::abs(count - 1000) < 130);
}

/// A folder sorted by class: dark pictures first, bright ones after them.
void TestMetricsSources::referenceIsDrawnFromAllPictures()
{
    ImageStack stack = noise_stack::make({16, 3, 400, 0, 8}, 3);
    const std::size_t half = stack.pixels.size() / 2;
    for (std::size_t i = 0; i < stack.pixels.size(); ++i)
        stack.pixels[i] = static_cast<std::uint8_t>(stack.pixels[i] / 4 + (i < half ? 0 : 190));
    MetricsRequest request = m_fixture->request("fid");
    request.reference.source = m_fixture->pictureFolder("sorted", stack);
    const MetricsReport report = m_fixture->measure(request);
    QCOMPARE(report.reference.n, 130U);
    QCOMPARE(report.reference.available, 400U);
    QVERIFY(report.reference.isDrawn);
    // Only dark pictures are far from both kinds.
    MetricsRequest dark = request;
    ImageStack first = stack;
    first.count = 130;
    first.pixels.resize(130 * stack.bytesOfOne());
    dark.reference.source = m_fixture->pictureFolder("dark", first);
    QVERIFY(report.reference.sha256 != m_fixture->measure(dark).reference.sha256);
    QCOMPARE(m_fixture->measure(request).rows, report.rows);
    MetricsRequest other = request;
    other.seed = 1;
    QVERIFY(m_fixture->measure(other).reference.sha256 != report.reference.sha256);
    // Halves are drawn from all as well: both hold both kinds, or they would be far apart.
    QVERIFY(*report.rows[0].floor < *report.rows[0].floatValue / 10);
}

void TestMetricsSources::allPicturesAreTakenWhereThereAreNoMore()
{
    MetricsRequest request = m_fixture->request("fid");
    request.reference.source =
        m_fixture->pictureFolder("all", noise_stack::make({16, 3, 130, 0, 8}, 3));
    const MetricsReport report = m_fixture->measure(request);
    QVERIFY(!report.reference.isDrawn);
    QCOMPARE(report.reference.available, 130U);
    request.seed = 5;
    QCOMPARE(m_fixture->measure(request).reference.sha256, report.reference.sha256);
}

void TestMetricsSources::shortReferencesAreMarked()
{
    MetricsRequest request = m_fixture->request("fid");
    request.reference.source =
        m_fixture->pictureFolder("nine", noise_stack::make({16, 3, 9, 0, 8}, 3));
    const MetricRow row = m_fixture->measure(request).rows[0];
    QCOMPARE(row.form, "gram");
    QCOMPARE(row.mark, "no more reference pictures than features");
    request.reference.source = kFloatReference;
    request.count = 9;
    QCOMPARE(m_fixture->measure(request).rows[0].mark, "no more samples than features");
}

void TestMetricsSources::fidAgainstFewPicturesNeedsAYes()
{
    MetricsRequest request = m_fixture->request("fid");
    request.count = 2050;
    request.reference.source =
        m_fixture->pictureFolder("hundred", noise_stack::make({16, 3, 100, 0, 8}, 3));
    LaneCaches caches;
    const MetricsTools tools{caches, {}, publishedInception(), nullptr, 1};
    QString message;
    try {
        const MetricsRun run(request, tools, RunContext());
    } catch (const Error &error) {
        message = QString::fromUtf8(error.what());
    }
    QVERIFY2(message.contains("FID of 100 reference pictures"), qPrintable(message));
    request.allowSmallFid = true;
    const MetricsRun allowed(request, tools, RunContext());
}

void TestMetricsSources::curvesAreMeasurementsOfFewerSamples()
{
    MetricsRequest request = m_fixture->request("kid,swd");
    request.count = 300;
    const MetricsReport report = m_fixture->measure(request);
    request.count = 256;
    const MetricsReport fewer = m_fixture->measure(request);
    for (const std::size_t i : {0U, 1U}) {
        const std::vector<MetricPoint> &curve = report.rows[i].curve;
        QCOMPARE(curve.size(), 2U);
        QCOMPARE(curve[0].n, 256U);
        QCOMPARE(*curve[0].floatValue, *fewer.rows[i].floatValue);
        QCOMPARE(*curve[0].quantized, *fewer.rows[i].quantized);
        QCOMPARE(curve[1].n, 300U);
        QCOMPARE(curve[1].quantized, report.rows[i].quantized.value);
    }
}

void TestMetricsSources::oneSample()
{
    MetricsRequest request = m_fixture->request("fid,kid,swd,psnr");
    request.count = 1;
    const MetricsReport report = m_fixture->measure(request);
    QVERIFY(!report.rows[0].quantized);
    QVERIFY(report.rows[0].quantized.reason.find("one picture has no covariance") !=
            std::string::npos);
    QVERIFY(!report.rows[1].quantized && !report.rows[1].quantized.reason.empty());
    QVERIFY(report.rows[2].quantized);
    QVERIFY(report.rows[3].quantized && !report.rows[3].pairedInterval);
}

void TestMetricsSources::fewSamplesHaveNoInterval()
{
    MetricsRequest request = m_fixture->request("fid,psnr");
    for (const std::size_t count : {std::size_t{9}, std::size_t{10}}) {
        request.count = count;
        const MetricsReport report = m_fixture->measure(request);
        QVERIFY(report.rows[0].delta && report.rows[1].quantized);
        QCOMPARE(report.rows[0].deltaInterval.value.has_value(), count == 10);
        QCOMPARE(report.rows[1].pairedInterval.value.has_value(), count == 10);
        if (count == 9)
            QCOMPARE(report.rows[0].deltaInterval.reason, "an interval needs 10 samples or more");
    }
}

void TestMetricsSources::keptPartsDoNotPassForOthers()
{
    const fs::path cache = m_fixture->folder().path("swapped");
    MeasurementState state(cache, "key");
    state.claim();
    state.keep(0, smallPart(1));
    state.keep(1, smallPart(2));
    const auto first = state.reference(0);
    QVERIFY(first);
    QCOMPARE(first->features.values.at(0), 1.0F);
    const fs::path folder = cache / "measurements";
    fs::copy_file(folder / "key-reference-0", folder / "key-reference-1",
                  fs::copy_options::overwrite_existing);
    QVERIFY(state.reference(0) && !state.reference(1));
    fs::copy_file(folder / "key-reference-0", folder / "other-reference-0");
    QVERIFY(!MeasurementState(cache, "other").reference(0));
}

/// Of two measurements of one request at a time, the one that came first keeps its parts.
void TestMetricsSources::onePartiesPartsStay()
{
    const fs::path cache = m_fixture->folder().path("shared");
    MeasurementState first(cache, "key");
    first.claim();
    first.keep(0, smallPart(1));
    {
        MeasurementState second(cache, "key");
        second.claim();
        second.keep(1, smallPart(2));
        second.keep("sources", ProjectionPart{1, {{1, {2}, {0.5}}}});
        QVERIFY(!second.projections("sources"));
        QVERIFY(second.reference(0) && !second.reference(1));
        second.remove();
    }
    QVERIFY(first.reference(0));
    first.keep("sources", ProjectionPart{1, {{1, {2}, {0.5}}}});
    QVERIFY(first.projections("sources"));
    first.remove();
    QVERIFY(!first.reference(0) && !first.projections("sources"));
}

QTEST_APPLESS_MAIN(TestMetricsSources)
#include "tst_metrics_sources.moc"

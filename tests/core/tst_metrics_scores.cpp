// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "metrics/feature_extractor.h"
#include "metrics/manifold_scores.h"
#include "metrics_fixture.h"
#include "noise_stack.h"
#include "perceptual_files.h"
#include "session/pair_source.h"

#include <optional>

using namespace metrics_fixture;

namespace {

constexpr const char *kScores = "precision,recall,density,coverage";

} // namespace

/// Scores by neighbours and LPIPS as metrics of a generator.
class TestMetricsScores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture.emplace(); }
    void scoresAreThoseOfTheParts();
    void intervalsOfMeans();
    void floorOfPictures();
    void lpipsOfPairs();
    void lpipsNeedsItsFile();
    void whatDiffersInLpips();

private:
    /// Pictures of 48 pixels, which are large enough for AlexNet.
    MetricsRequest lpipsRequest(int bits = 3);

    std::optional<Fixture> m_fixture;
};

void TestMetricsScores::scoresAreThoseOfTheParts()
{
    const MetricsRequest request = m_fixture->request(kScores);
    const auto extractor = m_fixture->session().openExtractor(request.extractor, RunContext());
    const auto featuresOf = [&](std::uint64_t first, const QuantConfig &config) {
        return extractor->extract(m_fixture->pictures(request, first, config), 1, RunContext());
    };
    const Features reference = featuresOf(PairSource::kReferenceStart, {});
    const ManifoldScores floatSet = manifoldScoresPlainly(reference, featuresOf(0, {}));
    const ManifoldScores quantized =
        manifoldScoresPlainly(reference, featuresOf(0, request.config));
    const MetricsReport report = m_fixture->measure(request);
    QCOMPARE(report.rows.size(), 4U);
    const std::vector<std::pair<std::string, double ManifoldScores::*>> expected = {
        {"Precision-deep", &ManifoldScores::precision},
        {"Recall-deep", &ManifoldScores::recall},
        {"Density-deep", &ManifoldScores::density},
        {"Coverage-deep", &ManifoldScores::coverage}};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const MetricRow &row = report.rows[i];
        QCOMPARE(row.name, expected[i].first);
        QCOMPARE(row.n, 130U);
        QCOMPARE(row.form, std::string(i < 2 ? "k = 3" : "k = 5"));
        QCOMPARE(*row.floatValue, floatSet.*expected[i].second);
        QCOMPARE(*row.quantized, quantized.*expected[i].second);
        QCOMPARE(*row.delta, *row.quantized - *row.floatValue);
        QCOMPARE(row.floor, row.floatValue);
        QVERIFY(largerIsBetter(row.kind) && usesFeatures(row.kind) && !isPaired(row.kind));
    }
    QCOMPARE(report.features, extractor->identity());
}

void TestMetricsScores::intervalsOfMeans()
{
    const MetricsReport report = m_fixture->measure(m_fixture->request(kScores, 2));
    for (const std::size_t i : {0U, 2U}) {
        const MetricRow &row = report.rows[i];
        QVERIFY((*row.deltaInterval).low < *row.delta && *row.delta < (*row.deltaInterval).high);
    }
    QCOMPARE(report.rows[1].deltaInterval.reason, "each resample would have other neighbours");
    QVERIFY(!report.rows[3].deltaInterval);
    for (const MetricRow &row : m_fixture->measure(m_fixture->request(kScores, 0)).rows)
        QCOMPARE(*row.delta, 0.0);
}

void TestMetricsScores::floorOfPictures()
{
    MetricsRequest request = m_fixture->request(kScores);
    request.reference.source =
        m_fixture->pictureFolder("waves", noise_stack::make({16, 3, 260, 0, 8}, 3));
    const MetricsReport report = m_fixture->measure(request);
    // Two halves of one set hold each other.
    for (const MetricRow &row : report.rows)
        QVERIFY2(*row.floor > 0.9 && *row.floor != *row.floatValue, row.name.c_str());
    // The network's pictures are much alike beside the waves, of which they reach few.
    QVERIFY(*report.rows[1].quantized < 0.1 && *report.rows[3].quantized < 0.1);
    MetricsRequest few = m_fixture->request(kScores);
    few.count = 5;
    for (const MetricRow &row : m_fixture->measure(few).rows)
        QCOMPARE(row.quantized.reason, "neighbours need 6 pictures of each set or more");
}

MetricsRequest TestMetricsScores::lpipsRequest(int bits)
{
    static const GeneratorPtr large = m_fixture->session().open(
        {m_fixture->folder().script("large.pt",
                                    "    y = torch.matmul(torch.tanh(x[:, :10]), torch.t(self.w))\n"
                                    "    y = torch.tanh(torch.reshape(y, [x.size(0), 3, 16, 16]))\n"
                                    "    return torch.cat([torch.cat([y, y, y], 3)] * 3, 2)\n"),
         {},
         {{"input.shape", "10"}},
         {},
         false},
        RunContext());
    MetricsRequest request = m_fixture->requestOf(large, "lpips,psnr", bits);
    const std::string file = m_fixture->folder().path("lpips.pth");
    static const bool written = [&] {
        writeZipPickle(file, perceptual_files::whole(perceptualTrunks().at(0)));
        return true;
    }();
    Q_UNUSED(written);
    request.perceptual.trunk = file;
    return request;
}

void TestMetricsScores::lpipsOfPairs()
{
    const MetricsRequest request = lpipsRequest();
    const ImageStack a = m_fixture->pictures(request, 0, {});
    const ImageStack b = m_fixture->pictures(request, 0, request.config);
    const PerceptualDistance lpips(request.perceptual);
    double sum = 0;
    for (std::size_t i = 0; i < a.count; ++i)
        sum += *lpips.distances({{a.image(i)}}, {{b.image(i)}}, 1, RunContext()).front();
    const MetricsReport report = m_fixture->measure(request);
    const MetricRow &row = report.rows.at(0);
    QCOMPARE(row.name, "LPIPS-alex");
    QVERIFY(sum > 0);
    QCOMPARE(*row.quantized, sum / static_cast<double>(a.count));
    QVERIFY(isPaired(row.kind) && !largerIsBetter(row.kind) && !row.floatValue && !row.delta);
    QVERIFY((*row.pairedInterval).low < *row.quantized &&
            *row.quantized < (*row.pairedInterval).high);
    QCOMPARE(report.perceptual, lpips.identity());
    QCOMPARE(*m_fixture->measure(lpipsRequest(0)).rows.at(0).quantized, 0.0);
}

void TestMetricsScores::lpipsNeedsItsFile()
{
    MetricsRequest request = lpipsRequest();
    request.perceptual = {};
    QVERIFY(whyRefused(*m_fixture, request).contains("LPIPS needs the weights"));
    // 16 pixels are too few for AlexNet.
    MetricsRequest small = m_fixture->request("lpips");
    small.perceptual = lpipsRequest().perceptual;
    QCOMPARE(m_fixture->measure(small).rows.at(0).quantized.reason,
             "the pictures are too small for LPIPS");
}

void TestMetricsScores::whatDiffersInLpips()
{
    const MetricsReport a = m_fixture->measure(lpipsRequest());
    MetricsReport b = a;
    QCOMPARE(differenceOf(a, a.rows[0], b, b.rows[0]), "");
    b.perceptual.headsSha256 = std::string(64, 'c');
    QCOMPARE(differenceOf(a, a.rows[0], b, b.rows[0]), "They differ in the weights of LPIPS.");
    QCOMPARE(differenceOf(a, a.rows[1], b, b.rows[1]), "");
}

QTEST_APPLESS_MAIN(TestMetricsScores)
#include "tst_metrics_scores.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/error.h"
#include "base/random_stream.h"
#include "metrics/bootstrap.h"
#include "metrics/metrics_report.h"
#include "metrics/paired_metrics.h"

#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <set>

using namespace quantloupe;

namespace {

constexpr double kRounding = 1e-12;

PairedSample sampleOf(double psnr, double signal, double error)
{
    PairedSample sample;
    sample.psnr = psnr;
    sample.ssim = psnr / 100;
    sample.output = {signal, error};
    sample.layers = {{signal, error}, {2 * signal, error}};
    return sample;
}

/// What changes in a copy of a report and its row, and how the sentence names it.
struct Change
{
    const char *what;
    std::function<void(MetricsReport &, MetricRow &)> apply;
    const char *named;
};

MetricsReport frechetReport()
{
    MetricsReport report;
    MetricRow row;
    row.name = "FD-avatarnet";
    row.n = 4096;
    row.form = "eigen";
    report.rows = {row};
    report.reference = {"folder", std::string(64, 'a'), 4096, 60000, true, ImagePreparation()};
    report.features = {"avatarnet", std::string(64, 'b'), "clean", 64};
    return report;
}

} // namespace

class TestMetricNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void energies();
    void meansOfPairs();
    void intervalsOfValues();
    void reasonsOfMissingValues();
    void identicalPicturesAreToldApart();
    void resamplesDrawEverySampleAsOften();
    void intervalsOfKnownNumbers();
    void intervalsShrinkWithSamples();
    void pairedRowsHaveNoFloatValue();
    void comparableReports();
    void whatDiffersIsNamed_data();
    void whatDiffersIsNamed();
    void listsOfMetrics();
};

void TestMetricNumbers::energies()
{
    const std::vector<float> a = {1, -2, 2};
    const std::vector<float> b = {1, -1, 4};
    QCOMPARE(errorEnergy(a, b), (ErrorEnergy{9, 5}));
    QVERIFY((ErrorEnergy{9, 5}).isFinite());
    QVERIFY(!(ErrorEnergy{9, std::numeric_limits<double>::infinity()}).isFinite());
}

void TestMetricNumbers::meansOfPairs()
{
    const std::vector<PairedSample> samples = {sampleOf(20, 90, 1), sampleOf(30, 110, 1)};
    const auto rows = pairedRows(parseMetrics("ssim,psnr,sqnr,layer-sqnr"), samples, {"a", "b"},
                                 {0, 0, 1}, RunContext());
    QCOMPARE(rows.size(), 5U);
    QCOMPARE(rows[0].name, "SSIM");
    QCOMPARE(*rows[0].quantized, 0.25);
    QCOMPARE(*rows[1].quantized, 25.0);
    QVERIFY(std::abs(*rows[2].quantized - 20) < kRounding);
    QCOMPARE(rows[3].layer, "a");
    QVERIFY(std::abs(*rows[3].quantized - 20) < kRounding);
    QVERIFY(std::abs(*rows[4].quantized - 10 * std::log10(200.0)) < kRounding);
    QCOMPARE(rows[1].n, 2U);
}

void TestMetricNumbers::reasonsOfMissingValues()
{
    PairedSample same;
    same.output = {5, 0};
    const auto reasons = [](const std::vector<PairedSample> &samples) {
        std::string all;
        for (const MetricRow &row :
             pairedRows(parseMetrics("psnr,ssim,sqnr"), samples, {}, {}, RunContext())) {
            Q_ASSERT(!row.quantized && !row.pairedInterval && !row.pairedInterval.reason.empty());
            all += row.quantized.reason + ";";
        }
        return all;
    };
    QCOMPARE(reasons({same, same}), "the pictures are identical on 8 bits;the pictures are too "
                                    "small for SSIM;the outputs are identical;");
    PairedSample broken;
    broken.output = {1, std::numeric_limits<double>::quiet_NaN()};
    const std::string notFinite = "the output holds values that are not finite;";
    QCOMPARE(reasons({broken, broken}), notFinite + notFinite + notFinite);
    const std::string none = "there are no samples;";
    QCOMPARE(reasons({}), none + none + none);
}

void TestMetricNumbers::identicalPicturesAreToldApart()
{
    PairedSample same;
    same.output = {5, 0};
    const auto rows =
        pairedRows({MetricKind::Psnr}, {sampleOf(20, 9, 1), same}, {}, {}, RunContext());
    QCOMPARE(*rows[0].quantized, 20.0);
    QCOMPARE(rows[0].mark, "1 sample identical on 8 bits left out");
}

void TestMetricNumbers::resamplesDrawEverySampleAsOften()
{
    std::vector<double> total(10, 0);
    for (std::size_t resample = 0; resample < 1000; ++resample) {
        const std::vector<double> weights = resampleWeights(7, resample, 10);
        QCOMPARE(std::accumulate(weights.begin(), weights.end(), 0.0), 10.0);
        for (std::size_t i = 0; i < 10; ++i)
            total[i] += weights[i];
    }
    // 1000 +- 30: a draw's count has a variance of 0.9.
    for (const double sum : total)
        QVERIFY(std::abs(sum - 1000) < 6 * 30);
    QVERIFY(resampleWeights(7, 0, 10) != resampleWeights(7, 1, 10));
    QVERIFY(resampleWeights(7, 0, 10) != resampleWeights(8, 0, 10));
    QVERIFY(resampleWeights(7, 3, 10) == resampleWeights(7, 3, 10));
}

void TestMetricNumbers::intervalsOfKnownNumbers()
{
    std::vector<double> numbers(41);
    std::iota(numbers.begin(), numbers.end(), -20.0);
    // Quantiles -19 and 19 around a mean of 0.
    QCOMPARE(intervalAround(100, numbers), (MetricInterval{81, 119}));
    for (double &number : numbers)
        number += 7;
    QCOMPARE(intervalAround(100, numbers), (MetricInterval{81, 119}));
}

/// The interval of a mean of independent numbers is 1.96 standard errors to either side.
void TestMetricNumbers::intervalsShrinkWithSamples()
{
    for (const std::size_t n : {100U, 1600U}) {
        std::vector<PairedSample> samples;
        RandomStream random(1, StreamRole::Probe, n);
        for (std::size_t i = 0; i < n; ++i)
            samples.push_back(sampleOf(30 + 2 * random.normal(), 100, 1));
        const auto rows = pairedRows({MetricKind::Psnr}, samples, {}, {5, 1000, 1}, RunContext());
        const MetricInterval interval = *rows[0].pairedInterval;
        const double expected = 1.96 * 2 / std::sqrt(static_cast<double>(n));
        QVERIFY(std::abs((interval.high - interval.low) / 2 / expected - 1) < 0.25);
        QVERIFY(interval.low < *rows[0].quantized && *rows[0].quantized < interval.high);
        const auto threads =
            pairedRows({MetricKind::Psnr}, samples, {}, {5, 1000, 3}, RunContext());
        QVERIFY(threads == rows);
    }
}

void TestMetricNumbers::pairedRowsHaveNoFloatValue()
{
    const auto rows = pairedRows({MetricKind::Ssim}, {sampleOf(20, 9, 1)}, {}, {}, RunContext());
    QVERIFY(!rows[0].floatValue && !rows[0].floor && !rows[0].delta && !rows[0].deltaInterval);
    QCOMPARE(rows[0].delta.reason, "it is a distance to the float output");
    for (const MetricKind kind : parseMetrics("psnr,ssim,sqnr,layer-sqnr"))
        QVERIFY(isPaired(kind) && largerIsBetter(kind) && !usesFeatures(kind));
    for (const MetricKind kind : parseMetrics("fid,kid,swd"))
        QVERIFY(!isPaired(kind) && !largerIsBetter(kind));
}

void TestMetricNumbers::comparableReports()
{
    const MetricsReport a = frechetReport();
    MetricsReport b = a;
    b.seconds = 5;
    b.rows[0].quantized = Measured<double>::of(3);
    QCOMPARE(differenceOf(a, a.rows[0], b, b.rows[0]), "");
}

void TestMetricNumbers::whatDiffersIsNamed_data()
{
    QTest::addColumn<Change>("change");
    const std::vector<Change> changes = {
        {"metric", [](auto &, auto &row) { row.name = "FID"; }, "metric (FD-avatarnet and FID)"},
        {"samples", [](auto &, auto &row) { row.n = 64; }, "samples (4096 and 64)"},
        {"reference", [](auto &report, auto &) { report.reference.name = "float"; },
         "reference (folder and float)"},
        {"contents", [](auto &report, auto &) { report.reference.sha256 = std::string(64, 'c'); },
         "contents of the reference (aaaaaaaaaaaa and cccccccccccc)"},
        {"reference count", [](auto &report, auto &) { report.reference.n = 9; },
         "reference pictures (4096 and 9)"},
        {"filter",
         [](auto &report, auto &) { report.reference.preparation->filter = ResizeFilter::Cubic; },
         "OpenCV area and 64 pixels, crop center, OpenCV cubic"},
        {"extractor", [](auto &report, auto &) { report.features.extractor = "dino"; },
         "extractor (avatarnet and dino)"},
        {"weights", [](auto &report, auto &) { report.features.sha256 = "d"; },
         "weights of the extractor"},
        {"depth", [](auto &report, auto &) { report.features.dimension = 128; },
         "number of features (64 and 128)"},
        {"pipeline", [](auto &report, auto &) { report.features.pipeline = "tf-legacy"; },
         "pipeline (clean and tf-legacy)"},
        {"plan", [](auto &report, auto &) { report.plan.truncation = 0.5; }, "sampling plan"},
        {"seed", [](auto &report, auto &) { report.seed = 4; }, "seed (0 and 4)"},
        {"form", [](auto &, auto &row) { row.form = "gram"; }, "computed (eigen and gram)"}};
    for (const Change &change : changes)
        QTest::newRow(change.what) << change;
}

void TestMetricNumbers::whatDiffersIsNamed()
{
    QFETCH(Change, change);
    const MetricsReport a = frechetReport();
    MetricsReport b = a;
    change.apply(b, b.rows[0]);
    const std::string sentence = differenceOf(a, a.rows[0], b, b.rows[0]);
    QVERIFY2(sentence.starts_with("They differ in ") &&
                 sentence.find(change.named) != std::string::npos,
             sentence.c_str());
    // Of a paired metric neither reference nor extractor matters.
    MetricsReport pairedA = a;
    MetricsReport pairedB = b;
    pairedA.rows[0].kind = pairedB.rows[0].kind = MetricKind::Psnr;
    pairedA.rows[0].name = pairedB.rows[0].name = "PSNR";
    pairedA.rows[0].form = pairedB.rows[0].form = "";
    const bool matters = std::set<std::string>{"samples", "plan", "seed"}.contains(change.what);
    QCOMPARE(differenceOf(pairedA, pairedA.rows[0], pairedB, pairedB.rows[0]).empty(), !matters);
}

void TestMetricNumbers::listsOfMetrics()
{
    for (const std::string &known : metricNames())
        QCOMPARE(std::string(name(parseMetrics(known).at(0))), known);
    QCOMPARE(parseMetrics("swd,fid,swd"),
             (std::vector{MetricKind::SlicedWasserstein, MetricKind::Frechet}));
    for (const char *wrong : {"", "is", "fid,", "FID"})
        QVERIFY_THROWS_EXCEPTION(Error, parseMetrics(wrong));
}

void TestMetricNumbers::intervalsOfValues()
{
    MetricRow row;
    row.quantized = Measured<double>::of(5);
    QVERIFY(!valueInterval(row));
    // KID.
    row.quantizedStandardError = 0.5;
    QVERIFY(valueInterval(row) == (MetricInterval{5 - 1.96 * 0.5, 5 + 1.96 * 0.5}));
    // FID: what float has of itself plus what quantization adds.
    row.quantizedStandardError.reset();
    row.floatValue = Measured<double>::of(3);
    row.deltaInterval = Measured<MetricInterval>::of({1.5, 2.25});
    QVERIFY(valueInterval(row) == (MetricInterval{4.5, 5.25}));
    row.floatValue = {};
    QVERIFY(!valueInterval(row));
    // PSNR is a distance to float itself.
    row.pairedInterval = Measured<MetricInterval>::of({4, 6});
    QVERIFY(valueInterval(row) == (MetricInterval{4, 6}));
}

QTEST_GUILESS_MAIN(TestMetricNumbers)
#include "tst_metric_numbers.moc"

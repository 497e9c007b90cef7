// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/random_stream.h"
#include "quant/activation_range.h"
#include "quant/reference.h"

#include <QTest>

#include <cfloat>
#include <cmath>
#include <cstring>
#include <numeric>

using namespace quantloupe;

namespace {

using Values = std::vector<float>;

ActivationHistogram histogramOf(const Values &values)
{
    ActivationHistogram histogram;
    histogram.add(values);
    return histogram;
}

ActivationSpec spec(std::string_view text)
{
    return parseSpec(text).spec.activation;
}

Values gaussian(std::size_t count, bool rectified = false)
{
    RandomStream random(1, StreamRole::Probe, 0);
    Values values(count);
    for (float &x : values) {
        x = static_cast<float>(random.normal());
        if (rectified && x < 0)
            x = 0;
    }
    return values;
}

double squaredError(const Values &values, const ActivationRange &range)
{
    Values out(values.size());
    fakeQuantize(values, out, range);
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        sum += std::pow(double(values[i]) - out[i], 2);
    return sum;
}

} // namespace

class TestActivationRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void histogramByHand();
    void histogramDoesNotDependOnOrder();
    void nonFiniteValuesAreCounted();
    void hugeAndTinyValues();
    void minMaxByHand();
    void rectifiedSitesHaveZeroPointZero();
    void percentileByHand();
    void nothingButZeros();
    void floatSpec();
    void mseIsNearTheOptimum_data();
    void mseIsNearTheOptimum();
    void clippedShare();
    void fakeQuantizeByHand();
    void fakeQuantizeEqualsTheReference();
    void impossibleSpecs();
};

void TestActivationRange::histogramByHand()
{
    const ActivationHistogram histogram = histogramOf({-1, 0, 0.5F, 1.5F});
    QCOMPARE(histogram.limit(), 2.0F);
    QCOMPARE(histogram.count(), 4);
    QCOMPARE(histogram.zeros(), 1);
    QCOMPARE(histogram.minimum(), -1.0F);
    QCOMPARE(histogram.maximum(), 1.5F);
    QCOMPARE(histogram.edge(0), -2.0);
    QCOMPARE(histogram.edge(ActivationHistogram::kBins), 2.0);
    for (const int bin : {512, 1024, 1280, 1792})
        QCOMPARE(histogram.bins()[static_cast<std::size_t>(bin)], 1);
    // A magnitude that is the limit doubles it.
    QCOMPARE(histogramOf({2}).limit(), 4.0F);
}

void TestActivationRange::histogramDoesNotDependOnOrder()
{
    Values values = gaussian(5000);
    for (std::size_t i = 0; i < values.size(); i += 7)
        values[i] *= 300;
    for (std::size_t i = 3; i < values.size(); i += 11)
        values[i] = 0;
    values[17] = 64;
    const ActivationHistogram whole = histogramOf(values);
    ActivationHistogram pieces;
    for (std::size_t at = values.size(); at > 0;) {
        const std::size_t length = std::min<std::size_t>(at, 33);
        at -= length;
        pieces.add(std::span(values).subspan(at, length));
    }
    QCOMPARE(pieces.limit(), whole.limit());
    QCOMPARE(pieces.bins(), whole.bins());
    QCOMPARE(pieces.count(), whole.count());
    QCOMPARE(pieces.zeros(), whole.zeros());
    QCOMPARE(pieces.minimum(), whole.minimum());
    QCOMPARE(pieces.maximum(), whole.maximum());
}

void TestActivationRange::nonFiniteValuesAreCounted()
{
    const ActivationHistogram histogram = histogramOf({NAN, INFINITY, -INFINITY, 3, 5});
    QCOMPARE(histogram.nonFinite(), 3);
    QCOMPARE(histogram.count(), 2);
    QCOMPARE(histogram.minimum(), 3.0F);
    QCOMPARE(histogram.maximum(), 5.0F);
    QVERIFY(histogramOf({NAN}).isEmpty());
    QCOMPARE(estimateRange(histogramOf({NAN}), spec("a8")).scale, 1.0F);
}

void TestActivationRange::hugeAndTinyValues()
{
    for (const Values &values : {Values{FLT_MAX, -FLT_MAX, 1}, Values{1e-45F, 3e-45F},
                                 Values{-1e-40F, 1e-38F}, Values{FLT_MAX, 1e-45F}})
        for (const char *text : {"a2:minmax", "a8", "a8:mse", "a16:mse"}) {
            const ActivationHistogram histogram = histogramOf(values);
            QCOMPARE(
                std::accumulate(histogram.bins().begin(), histogram.bins().end(), std::int64_t{0}),
                static_cast<std::int64_t>(values.size()));
            const ActivationRange range = estimateRange(histogram, spec(text));
            QVERIFY(range.scale > 0 && std::isfinite(range.scale));
            QVERIFY(std::isfinite(range.lowest()) && std::isfinite(range.highest()));
        }
}

void TestActivationRange::minMaxByHand()
{
    const ActivationRange range = estimateRange(histogramOf({-1, 0.25F, 2}), spec("a2:minmax"));
    QCOMPARE(range.scale, 1.0F);
    QCOMPARE(range.zeroPoint, 1);
    QCOMPARE(range.quantMin, 0);
    QCOMPARE(range.quantMax, 3);
    QCOMPARE(range.lowest(), -1.0F);
    QCOMPARE(range.highest(), 2.0F);
    QCOMPARE(range.clipped, 0.0);
    // Only negative values: zero is the highest level.
    const ActivationRange negative = estimateRange(histogramOf({-3, -1}), spec("a2:minmax"));
    QCOMPARE(negative.zeroPoint, 3);
    QCOMPARE(negative.lowest(), -3.0F);
}

void TestActivationRange::rectifiedSitesHaveZeroPointZero()
{
    const ActivationHistogram histogram = histogramOf(gaussian(10000, true));
    for (const char *text : {"a8:minmax", "a8", "a8:mse", "a2:mse", "a4:percentile=0.01"}) {
        const ActivationRange range = estimateRange(histogram, spec(text));
        QCOMPARE(range.zeroPoint, 0);
        QCOMPARE(range.quantMin, 0);
        QCOMPARE(range.lowest(), 0.0F);
    }
}

void TestActivationRange::percentileByHand()
{
    // 1000 values evenly from 0 to 999; 1 % off the top leaves about 990.
    Values values(1000);
    std::iota(values.begin(), values.end(), 0.0F);
    const ActivationHistogram histogram = histogramOf(values);
    const ActivationRange range = estimateRange(histogram, spec("a8:percentile=0.01"));
    QVERIFY(std::fabs(range.highest() - 990) <= 1.01F);
    QVERIFY(std::fabs(range.clipped - 0.01) < 0.002);
    QCOMPARE(estimateRange(histogram, spec("a8:percentile=0")).scale, 999.0F / 255);
    // The same on both sides.
    for (float &x : values)
        x -= 500;
    const ActivationRange both = estimateRange(histogramOf(values), spec("a16:percentile=0.1"));
    QVERIFY(std::fabs(both.lowest() + 400) < 1.1F);
    QVERIFY(std::fabs(both.highest() - 400) < 1.1F);
    QVERIFY(std::fabs(both.clipped - 0.2) < 0.003);
}

void TestActivationRange::nothingButZeros()
{
    for (const char *text : {"a8:minmax", "a8", "a8:mse"}) {
        const ActivationRange range = estimateRange(histogramOf(Values(10, 0.0F)), spec(text));
        QCOMPARE(range.scale, 1.0F);
        QCOMPARE(range.zeroPoint, 0);
        QCOMPARE(range.clipped, 0.0);
    }
    QCOMPARE(estimateRange({}, spec("a8:mse")).scale, 1.0F);
}

void TestActivationRange::floatSpec()
{
    const ActivationRange range = estimateRange(histogramOf({1, 2}), ActivationSpec{});
    QCOMPARE(range.bits, kFloatBits);
    const Values in = {1, NAN, -INFINITY};
    Values out(3);
    fakeQuantize(in, out, range);
    QCOMPARE(std::memcmp(in.data(), out.data(), sizeof(float) * 3), 0);
}

void TestActivationRange::mseIsNearTheOptimum_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<bool>("rectified");
    for (const int bits : {2, 3, 4, 6, 8}) {
        QTest::addRow("%d bits", bits) << bits << false;
        QTest::addRow("%d bits rectified", bits) << bits << true;
    }
}

void TestActivationRange::mseIsNearTheOptimum()
{
    // The bins blur the values: this much may be lost against the values themselves.
    constexpr double kBinGap = 1.02;
    QFETCH(int, bits);
    QFETCH(bool, rectified);
    const Values values = gaussian(20000, rectified);
    const ActivationHistogram histogram = histogramOf(values);
    const ActivationRange chosen =
        estimateRange(histogram, ActivationSpec{bits, RangeEstimator::Mse});
    const ActivationRange start =
        estimateRange(histogram, ActivationSpec{bits, RangeEstimator::MinMax});
    double best = INFINITY;
    for (int zeroPoint = 0; zeroPoint <= start.quantMax; ++zeroPoint) {
        if (std::abs(zeroPoint - start.zeroPoint) > 3)
            continue;
        for (double factor = 0.2; factor < 1.2; factor *= 1.01) {
            ActivationRange other = start;
            other.scale = static_cast<float>(start.scale * factor);
            other.zeroPoint = zeroPoint;
            best = std::min(best, squaredError(values, other));
        }
    }
    const double ratio = squaredError(values, chosen) / best;
    QVERIFY2(ratio < kBinGap, qPrintable(QString::number(ratio)));
}

void TestActivationRange::clippedShare()
{
    const Values values = gaussian(20000);
    const ActivationRange range = estimateRange(histogramOf(values), spec("a4:percentile=0.05"));
    double outside = 0;
    for (const float x : values)
        outside += x < range.lowest() || x > range.highest() ? 1 : 0;
    QVERIFY(outside > 0);
    QVERIFY(std::fabs(range.clipped - outside / 20000) < 0.001);
}

void TestActivationRange::fakeQuantizeByHand()
{
    const ActivationRange range{2, 0.5F, 1, 0, 3, 0};
    Values values = {-9, -0.25F, -0.3F, 0, 0.25F, 0.75F, 9, NAN, INFINITY, -INFINITY};
    fakeQuantize(values, values, range);
    QCOMPARE(values, Values({-0.5F, 0, -0.5F, 0, 0, 1, 1, 0, 1, -0.5F}));
}

void TestActivationRange::fakeQuantizeEqualsTheReference()
{
    for (const std::size_t size : {0, 1, 2, 5, 8, 9, 16, 33, 1000})
        for (const int bits : {2, 3, 4, 8, 16}) {
            Values values = gaussian(size);
            if (size > 5) {
                values[1] = NAN;
                values[2] = INFINITY;
                values[3] = -3e38F;
                values[4] = 1e-45F;
                values[5] = -0.0F;
            }
            for (const char *estimator : {":minmax", ":mse", ":percentile=0.01"}) {
                const ActivationRange range = estimateRange(
                    histogramOf(gaussian(500)), spec("a" + std::to_string(bits) + estimator));
                Values fast(size);
                Values slow(size);
                fakeQuantize(values, fast, range);
                reference::fakeQuantize(values, slow, range);
                QVERIFY(size == 0 ||
                        std::memcmp(fast.data(), slow.data(), size * sizeof(float)) == 0);
            }
        }
}

void TestActivationRange::impossibleSpecs()
{
    QVERIFY_THROWS_EXCEPTION(Error, estimateRange({}, ActivationSpec{1}));
}

QTEST_GUILESS_MAIN(TestActivationRange)
#include "tst_activation_range.moc"

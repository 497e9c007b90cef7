// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random_stream.h"
#include "quant/range_divergence.h"

#include <QTest>

#include <cmath>

using namespace quantloupe;

namespace {

/// Sums of the same terms in another order.
constexpr double kRounding = 1e-9;

/// With a value between 512 and 1024 a bin is 1 wide and the centre is bin 1024.
constexpr int kCentre = ActivationHistogram::kBins / 2;

/// So many values in the middle of each of the first bins above zero, and one at 600.5.
ActivationHistogram stairs(const std::vector<int> &counts)
{
    std::vector<float> values = {600.5F};
    for (std::size_t i = 0; i < counts.size(); ++i)
        values.insert(values.end(), static_cast<std::size_t>(counts[i]),
                      static_cast<float>(i) + 0.5F);
    ActivationHistogram histogram;
    histogram.add(values);
    return histogram;
}

ActivationHistogram gaussian(bool rectified, int outliers)
{
    RandomStream random(3, StreamRole::Probe, 0);
    std::vector<float> values(20000);
    for (float &x : values) {
        x = static_cast<float>(random.normal());
        if (rectified && x < 0)
            x = 0;
    }
    values.insert(values.end(), static_cast<std::size_t>(outliers), 30.0F);
    ActivationHistogram histogram;
    histogram.add(values);
    return histogram;
}

AffineRange leastByReference(const ActivationHistogram &seen, const SiteCodes &codes)
{
    const std::vector<BinSpan> spans = thresholdSpans(seen, codes);
    const auto divergence = [&](const BinSpan &span) {
        return reference::rangeDivergence(seen, codes, span);
    };
    const auto best = std::ranges::min_element(spans, {}, divergence);
    return rangeOn(codes, keptBy(seen, *best));
}

} // namespace

class TestEntropyObserver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void divergenceByHand();
    void rangeByHand();
    void spansByHand();
    void equalsTheReference_data();
    void equalsTheReference();
    void clipsFewOutliers();
    void moreLevelsThanBinsKeepTheExtremes();
};

void TestEntropyObserver::divergenceByHand()
{
    const ActivationHistogram seen = stairs({30, 5, 4, 1});
    const SiteCodes codes{2, false};
    // Four levels on four bins, the one far away added to the last: P = 30, 5, 4, 2 of 41,
    // Q = 30, 5, 4, 1 of 40.
    const double four = 39.0 / 41 * std::log(40.0 / 41) + 2.0 / 41 * std::log(2.0 * 40 / 41);
    // All bins: the four share a code, so Q = 10 of 41 in each; the last has its own.
    double all = 0;
    for (const double count : {30.0, 5.0, 4.0, 1.0})
        all += count / 41 * std::log(count / 10);
    const RangeDivergence divergence(seen, codes);
    for (const auto &[span, expected] : {std::pair{BinSpan{kCentre, kCentre + 4}, four},
                                         std::pair{BinSpan{kCentre, kCentre + 601}, all}}) {
        QVERIFY(std::abs(divergence.of(span) - expected) < kRounding);
        QVERIFY(std::abs(reference::rangeDivergence(seen, codes, span) - expected) < kRounding);
    }
    QVERIFY(four < all);
    // Nothing within the last code but what lies beyond the span.
    QCOMPARE(divergence.of({kCentre, kCentre + 40}), INFINITY);
}

void TestEntropyObserver::rangeByHand()
{
    // Of all thresholds four bins lose least; the range ends at 4.
    const ActivationSpec spec = parseSpec("a2:entropy").spec.activation;
    const ActivationRange range = estimateRange(stairs({30, 5, 4, 1}), spec);
    QCOMPARE(range.scale, 4.0F / 3);
    QVERIFY(std::abs(range.clipped - 1.0 / 41) < kRounding);
    // Equal steps lose nothing by sharing a level.
    QCOMPARE(estimateRange(stairs({10, 10, 10, 10}), spec).scale, 600.5F / 3);
}

void TestEntropyObserver::spansByHand()
{
    const std::vector<BinSpan> spans = thresholdSpans(stairs({1, 1}), {4, false});
    QVERIFY((spans.front() == BinSpan{kCentre, kCentre + 601}));
    QVERIFY((spans.back() == BinSpan{kCentre, kCentre + 16}));
    QCOMPARE(spans.size(), 601U - 15U);
    ActivationHistogram both;
    both.add(std::vector<float>{-700.5F, 20.5F});
    const std::vector<BinSpan> signedSpans = thresholdSpans(both, {4, true});
    QVERIFY((signedSpans.front() == BinSpan{kCentre - 701, kCentre + 21}));
    QVERIFY((signedSpans.back() == BinSpan{kCentre - 8, kCentre + 8}));
}

void TestEntropyObserver::equalsTheReference_data()
{
    QTest::addColumn<bool>("rectified");
    QTest::addColumn<bool>("isSigned");
    QTest::addColumn<int>("bits");
    QTest::addColumn<int>("outliers");
    for (const int bits : {2, 4, 8})
        for (const int outliers : {0, 3}) {
            QTest::addRow("%d bits, %d outliers", bits, outliers)
                << false << false << bits << outliers;
            QTest::addRow("signed %d bits, %d outliers", bits, outliers)
                << false << true << bits << outliers;
            QTest::addRow("rectified %d bits, %d outliers", bits, outliers)
                << true << false << bits << outliers;
        }
}

void TestEntropyObserver::equalsTheReference()
{
    QFETCH(bool, rectified);
    QFETCH(bool, isSigned);
    QFETCH(int, bits);
    QFETCH(int, outliers);
    const ActivationHistogram seen = gaussian(rectified, outliers);
    const SiteCodes codes{bits, isSigned};
    const RangeDivergence divergence(seen, codes);
    for (const BinSpan &span : thresholdSpans(seen, codes)) {
        const double fast = divergence.of(span);
        const double plain = reference::rangeDivergence(seen, codes, span);
        QVERIFY(fast == plain || std::abs(fast - plain) < kRounding);
    }
    QVERIFY(leastDivergenceRange(seen, codes) == leastByReference(seen, codes));
}

void TestEntropyObserver::clipsFewOutliers()
{
    const ActivationSpec entropy = parseSpec("a4:entropy").spec.activation;
    const ActivationSpec extremes = parseSpec("a4:minmax").spec.activation;
    const ActivationHistogram seen = gaussian(false, 3);
    QVERIFY(estimateRange(seen, extremes).highest() > 25);
    QVERIFY(estimateRange(seen, entropy).highest() < 8);
    QVERIFY(estimateRange(seen, entropy).clipped > 0);
}

void TestEntropyObserver::moreLevelsThanBinsKeepTheExtremes()
{
    const ActivationHistogram seen = gaussian(false, 3);
    for (const int bits : {12, 16}) {
        const ActivationSpec entropy{bits, RangeEstimator::Entropy};
        const ActivationSpec extremes{bits, RangeEstimator::MinMax};
        QVERIFY(estimateRange(seen, entropy) == estimateRange(seen, extremes));
    }
}

QTEST_GUILESS_MAIN(TestEntropyObserver)
#include "tst_entropy_observer.moc"

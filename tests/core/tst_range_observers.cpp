// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random_stream.h"
#include "quant/range_observers.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace quantloupe;

namespace {

using Values = std::vector<float>;
using Samples = std::vector<Values>;

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

ActivationHistogram seen(const Samples &samples)
{
    ActivationHistogram histogram;
    for (const Values &sample : samples)
        histogram.add(sample);
    return histogram;
}

ActivationRange rangeOf(const Samples &samples, std::string_view text)
{
    return estimateRange(seen(samples), parseSpec(text).spec.activation);
}

/// Gaussian values about `mean`, in samples of which some have larger values than others.
Samples gaussian(float mean, float deviation)
{
    RandomStream random(7, StreamRole::Probe, 0);
    Samples samples(5, Values(400));
    for (std::size_t s = 0; s < samples.size(); ++s)
        for (float &x : samples[s])
            x = mean + deviation * static_cast<float>(s + 1) * static_cast<float>(random.normal());
    return samples;
}

} // namespace

/// What each observer keeps, by hand, and what holds of all of them.
class TestRangeObservers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void extremesOfSamples();
    void movingAverageByHand();
    void meanExtremesByHand();
    void widenedByHand();
    void meanExtremesWiden();
    void meanExtremesAreCovered_data();
    void meanExtremesAreCovered();
    void minMaxKeepsTheWidth();
    void samplesWithoutValuesAreLeftOut();
    void symmetricByHand();
    void unsignedWhereNothingIsNegative();
    void zeroIsALevel_data();
    void zeroIsALevel();
    void everyObserverHasASource();
};

void TestRangeObservers::extremesOfSamples()
{
    ActivationHistogram histogram;
    histogram.add(Values{1, -2}, 0);
    histogram.add(Values{4}, 1);
    histogram.add(Values{0, 3}, 0);
    QCOMPARE(histogram.samples().size(), 2U);
    QVERIFY((histogram.samples()[0] == SampleExtremes{-2, 3}));
    QVERIFY((histogram.samples()[1] == SampleExtremes{4, 4}));
    QCOMPARE(histogram.minimum(), -2.0F);
    QCOMPARE(histogram.maximum(), 4.0F);
    QCOMPARE(histogram.count(), 5);
}

void TestRangeObservers::movingAverageByHand()
{
    const Samples samples = {{-1, 1}, {-3, 5}, {0, 2}};
    // -1, then -1 + 0.5 (-3 + 1) = -2, then -2 + 0.5 (0 + 2) = -1; 1, then 3, then 2.5.
    const KeptRange kept = movingAverageOf(seen(samples), 0.5);
    QCOMPARE(kept.lowest, -1.0);
    QCOMPARE(kept.highest, 2.5);
    QCOMPARE(rangeOf(samples, "a8:average=0.5").scale, 3.5F / 255);
    // A weight of 1 keeps the last sample alone.
    QCOMPARE(movingAverageOf(seen(samples), 1).highest, 2.0);
    // Signed codes reach as far to both sides as the farther end.
    QCOMPARE(rangeOf(samples, "a8:average=0.5:sym").scale, 2.5F / 127);
    // 1 + 0.01 (5 - 1) = 1.04, and 0.0096 more.
    QVERIFY(std::abs(movingAverageOf(seen(samples), 0.01).highest - 1.0496) < 1e-12);
}

void TestRangeObservers::meanExtremesByHand()
{
    const Samples samples = {{-1, 2}, {-3, 4}, {-5, 0}};
    const ActivationHistogram histogram = seen(samples);
    const KeptRange ends = meanExtremesOf(histogram, {8, false});
    QCOMPARE(ends.lowest, -3.0);
    QCOMPARE(ends.highest, 2.0);
    // The mean of 2, 4 and 5, not the greater one of the means.
    const KeptRange even = meanExtremesOf(histogram, {8, true});
    QCOMPARE(even.highest, 11.0 / 3);
    QCOMPARE(even.lowest, -11.0 / 3);
    QCOMPARE(rangeOf(samples, "a8:meanmax:sym").scale, static_cast<float>(11.0 / 3 / 127));
    // Widened until zero is within.
    QCOMPARE(meanExtremesOf(seen({{2, 3}, {4, 5}}), {8, false}).lowest, 0.0);
    QCOMPARE(meanExtremesOf(seen({{-2, -3}, {-4, -5}}), {8, false}).highest, 0.0);
}

void TestRangeObservers::widenedByHand()
{
    // Zero at 1.5 / 4 * 3 = 1.125 steps: one code below it, two above, and -1.5 is one step.
    QVERIFY(widenedAffine(-1.5F, 2.5F, 3) == (AffineRange{1.5F, 1}));
    // At 0.75 steps: one code below it, and 3 is two steps.
    QVERIFY(widenedAffine(-1, 3, 3) == (AffineRange{1.5F, 1}));
    // Nothing to widen.
    QVERIFY(widenedAffine(-1, 2, 3) == (AffineRange{1, 1}));
    QVERIFY(widenedAffine(0, 6, 3) == (AffineRange{2, 0}));
    QVERIFY(widenedAffine(-6, 0, 3) == (AffineRange{2, 3}));
    QVERIFY(widenedAffine(0, 0, 3) == (AffineRange{1, 0}));
    // Less than half a step from zero, and still with a code.
    QVERIFY(widenedAffine(-0.25F, 6, 3) == (AffineRange{3, 1}));
    QVERIFY(widenedAffine(-6, 0.25F, 3) == (AffineRange{3, 2}));
    const float most = std::numeric_limits<float>::max();
    QVERIFY(std::isfinite(widenedAffine(-most, most, 3).scale * 2));
}

void TestRangeObservers::meanExtremesWiden()
{
    // Means -3 and 2, zero at 3 / 5 * 3 = 1.8 steps: two codes below it, and 2 is one step.
    const Samples samples = {{-1, 2}, {-3, 4}, {-5, 0}};
    const ActivationRange range = rangeOf(samples, "a2:meanmax");
    QCOMPARE(range.scale, 2.0F);
    QCOMPARE(range.zeroPoint, 2);
    QCOMPARE(range.lowest(), -4.0F);
    QCOMPARE(range.highest(), 2.0F);
    Values values = {-3, -2, 0, 2};
    fakeQuantize(values, values, range);
    QCOMPARE(values, Values({-4, -2, 0, 2}));
}

void TestRangeObservers::meanExtremesAreCovered_data()
{
    QTest::addColumn<float>("lowest");
    QTest::addColumn<float>("highest");
    QTest::newRow("even") << -1.0F << 1.0F;
    QTest::newRow("mostly above") << -0.3F << 2.9F;
    QTest::newRow("mostly below") << -7.7F << 1.1F;
    QTest::newRow("nothing below") << 0.0F << 3.3F;
    QTest::newRow("nothing above") << -3.3F << 0.0F;
    QTest::newRow("hardly anything below") << -1e-6F << 5.0F;
    QTest::newRow("hardly anything above") << -5.0F << 1e-6F;
    QTest::newRow("half a step") << -0.5F << 14.5F;
    QTest::newRow("far apart") << -1e-30F << 1e30F;
}
void TestRangeObservers::meanExtremesAreCovered()
{
    QFETCH(float, lowest);
    QFETCH(float, highest);
    // But for the rounding of the scale.
    constexpr float kRounding = 1 + 1e-6F;
    for (const int bits : {2, 4, 8}) {
        const std::string text = "a" + std::to_string(bits) + ":meanmax";
        const ActivationRange range = rangeOf({{lowest, highest}, {highest, lowest}}, text);
        QVERIFY2(range.lowest() * kRounding <= lowest, text.c_str());
        QVERIFY2(range.highest() * kRounding >= highest, text.c_str());
        // One of them is an end, so that nothing is wider than it must be.
        QVERIFY2(range.lowest() >= lowest * kRounding || range.highest() <= highest * kRounding,
                 text.c_str());
        QVERIFY2(range.zeroPoint >= range.quantMin && range.zeroPoint <= range.quantMax,
                 text.c_str());
        Values zero = {0};
        fakeQuantize(zero, zero, range);
        QVERIFY2(zero[0] == 0, text.c_str());
    }
}

void TestRangeObservers::minMaxKeepsTheWidth()
{
    // As PyTorch's observer: five wide, shifted until zero is a level, which clips 2.
    const ActivationRange range = rangeOf({{-3, 2}}, "a2:minmax");
    QCOMPARE(range.scale, 5.0F / 3);
    QCOMPARE(range.zeroPoint, 2);
    QVERIFY(range.highest() < 2);
    QVERIFY(range.clipped > 0);
}

void TestRangeObservers::samplesWithoutValuesAreLeftOut()
{
    const Samples whole = {{-1, 1}, {-3, 5}};
    const Samples broken = {{kNan}, {-1, 1}, {INFINITY, kNan}, {-3, 5, kNan}};
    for (const char *text : {"a8:average=0.3", "a8:meanmax", "a8:meanmax:sym"})
        QCOMPARE(rangeOf(broken, text).scale, rangeOf(whole, text).scale);
    QCOMPARE(rangeOf({{kNan}}, "a8:meanmax").scale, 1.0F);
}

void TestRangeObservers::symmetricByHand()
{
    const ActivationRange range = rangeOf({{-1, 0.25F, 3}}, "a3:minmax:sym");
    QCOMPARE(range.scale, 1.0F);
    QCOMPARE(range.zeroPoint, 0);
    QCOMPARE(range.quantMin, -3);
    QCOMPARE(range.quantMax, 3);
    QCOMPARE(range.lowest(), -3.0F);
    Values values = {-9, -1.4F, 0, 2.6F, 9};
    fakeQuantize(values, values, range);
    QCOMPARE(values, Values({-3, -1, 0, 3, 3}));
}

void TestRangeObservers::unsignedWhereNothingIsNegative()
{
    const Samples rectified = {{0, 1, 2}, {0, 0, 6}};
    for (const RangeEstimator estimator : rangeEstimators()) {
        const std::string text = "a4:" + std::string(name(estimator));
        const ActivationRange range = rangeOf(rectified, text);
        QCOMPARE(range.zeroPoint, 0);
        QCOMPARE(range.quantMin, 0);
        QCOMPARE(range.quantMax, 15);
        QVERIFY2(rangeOf(rectified, text + ":sym") == range, text.c_str());
    }
}

void TestRangeObservers::zeroIsALevel_data()
{
    QTest::addColumn<QByteArray>("estimator");
    for (const RangeEstimator estimator : rangeEstimators())
        for (const char *mapping : {"", ":sym"}) {
            const std::string text = std::string(name(estimator)) + mapping;
            QTest::newRow(text.c_str()) << QByteArray::fromStdString(text);
        }
}

void TestRangeObservers::zeroIsALevel()
{
    QFETCH(QByteArray, estimator);
    const bool isSymmetric = estimator.endsWith(":sym");
    const std::vector<Samples> data = {gaussian(0, 1),       gaussian(50, 1),
                                       gaussian(-50, 1),     gaussian(3, 1e-3F),
                                       gaussian(-1e-6F, 1),  {{5, 5, 5}},
                                       {{-5}, {-5}},         {{0, 0}},
                                       {{1e-40F, -1e-38F}},  {{3e38F, -3e38F}, {1}},
                                       {{kNan, 2}, {}},      {{-1e-30F, 1e30F}},
                                       {{100, 101}, {-1, 0}}};
    for (std::size_t i = 0; i < data.size(); ++i)
        for (const int bits : {2, 3, 4, 5, 6, 7, 8, 16}) {
            const std::string text = "a" + std::to_string(bits) + ":" + estimator.toStdString();
            const ActivationRange range = rangeOf(data[i], text);
            const std::string where = text + " on set " + std::to_string(i);
            QVERIFY2(range.quantMin <= range.zeroPoint && range.zeroPoint <= range.quantMax,
                     where.c_str());
            QVERIFY2(range.lowest() <= 0 && range.highest() >= 0, where.c_str());
            QVERIFY2(range.scale > 0 && std::isfinite(range.highest()), where.c_str());
            Values zero = {0};
            fakeQuantize(zero, zero, range);
            QVERIFY2(zero[0] == 0, where.c_str());
            if (!isSymmetric)
                continue;
            QVERIFY2(range.zeroPoint == 0, where.c_str());
            QVERIFY2(range.quantMin == (seen(data[i]).minimum() < 0 ? -range.quantMax : 0),
                     where.c_str());
        }
}

void TestRangeObservers::everyObserverHasASource()
{
    for (const RangeEstimator estimator : rangeEstimators())
        QVERIFY2(!sourceOf(estimator).empty(), name(estimator).data());
    QVERIFY(sourceOf(RangeEstimator::Entropy).find("usual form") != std::string_view::npos);
}

QTEST_GUILESS_MAIN(TestRangeObservers)
#include "tst_range_observers.moc"

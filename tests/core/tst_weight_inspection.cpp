// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "analysis/activation_inspection.h"
#include "analysis/weight_inspection.h"
#include "base/error.h"
#include "quant/weight_quantizer.h"

#include <cmath>
#include <limits>

using namespace quantloupe;

/// Everything here is computed by hand from these eight weights: two output channels of four.
class TestWeightInspection : public QObject
{
    Q_OBJECT

private:
    static constexpr ChannelLayout kLayout{1, 2, 4, 1};
    const std::vector<float> m_weights{-4, -1, 1, 4, 2, 2, 0, -2};

    static WeightSpec ternaryLevels(Granularity granularity)
    {
        // Two bits symmetric and narrow: -scale, 0, scale.
        WeightSpec spec;
        spec.method = WeightMethod::MinMax;
        spec.bits = 2;
        spec.granularity = granularity;
        return spec;
    }

    WeightInspection inspect(const WeightSpec &spec, std::optional<std::int64_t> channel = {}) const
    {
        return inspectWeight(m_weights, kLayout, quantize(m_weights, kLayout, spec), channel);
    }

private Q_SLOTS:
    void channelsAreShownInTheirOwnSteps()
    {
        const WeightInspection shown = inspect(ternaryLevels(Granularity::PerChannel));
        QCOMPARE(shown.axis, WeightAxis::Steps);
        QCOMPARE(shown.scales, 2);
        QCOMPARE(shown.levels, (std::vector<double>{-1, 0, 1}));
        // Scales 4 and 2: steps -1 -1/4 1/4 1 and 1 1 0 -1.
        QCOMPARE(shown.levelCounts, (std::vector<std::int64_t>{2, 3, 3}));
        QCOMPARE(shown.histogram.low, -1.0);
        QCOMPARE(shown.histogram.high, 1.0);
        QCOMPARE(shown.histogram.counts, (std::vector<std::int64_t>{2, 0, 0, 1, 1, 1, 0, 3}));
        QCOMPARE(shown.layer.occupancy.value(), 1.0);
        QCOMPARE(shown.layer.clipped.value(), 0.0);
        QCOMPARE(shown.layer.minimum, -4.0);
        QCOMPARE(shown.layer.maximum, 4.0);
    }

    void channelErrors()
    {
        const WeightInspection shown = inspect(ternaryLevels(Granularity::PerChannel));
        QCOMPARE(shown.errors.size(), 2U);
        // Only -1 and 1 of the first channel become 0: 2 of 34.
        QCOMPARE(shown.errors[0].relative.value(), std::sqrt(2.0 / 34));
        QCOMPARE(shown.errors[0].sqnr.value(), 10 * std::log10(34.0 / 2));
        QCOMPARE(shown.errors[1].relative.value(), 0.0);
        QVERIFY(!shown.errors[1].sqnr);
    }

    void oneChannelHasItsOwnLevels()
    {
        const WeightInspection shown = inspect(ternaryLevels(Granularity::PerChannel), 1);
        QCOMPARE(shown.axis, WeightAxis::Value);
        QCOMPARE(shown.levels, (std::vector<double>{-2, 0, 2}));
        QCOMPARE(shown.levelCounts, (std::vector<std::int64_t>{1, 1, 2}));
        QCOMPARE(shown.histogram.total(), 4);
        QCOMPARE(shown.range->low, -2.0);
        QCOMPARE(shown.chosen->weights, 4);
        QVERIFY(!shown.chosen->sqnr);
        QVERIFY(shown.chosen->absence == Absence::WeightExact);
        QCOMPARE(shown.chosen->entropy.value(), 1.5);
        QVERIFY(shown.layer.sqnr);
    }

    void oneScaleIsShownInValues()
    {
        const WeightInspection shown = inspect(ternaryLevels(Granularity::PerTensor));
        QCOMPARE(shown.axis, WeightAxis::Value);
        QCOMPARE(shown.levels, (std::vector<double>{-4, 0, 4}));
        // -4, -1 -> 0, 1 -> 0, 4; half a step of 2 rounds to even: 0.
        QCOMPARE(shown.levelCounts, (std::vector<std::int64_t>{1, 6, 1}));
        QCOMPARE(shown.errors[1].relative.value(), 1.0);
        // A channel of it keeps the common scale.
        QCOMPARE(inspect(ternaryLevels(Granularity::PerTensor), 1).levels,
                 (std::vector<double>{-4, 0, 4}));
    }

    void groupsAreShownInTheirOwnSteps()
    {
        // One channel of 20 weights: 16 of magnitude 1, then 4 of magnitude 3.
        const ChannelLayout layout{1, 1, 20, 1};
        std::vector<float> weights(16, 1.0F);
        weights.insert(weights.end(), {3, -3, 3, 3});
        const QuantizedTensor tensor =
            quantize(weights, layout, ternaryLevels(Granularity::PerGroup16));
        const WeightInspection all = inspectWeight(weights, layout, tensor, {});
        QCOMPARE(all.channels, 1);
        QCOMPARE(all.scales, 2);
        QCOMPARE(all.axis, WeightAxis::Steps);
        QCOMPARE(all.levelCounts, (std::vector<std::int64_t>{1, 0, 19}));
        QCOMPARE(all.histogram.high, 1.0);
        const WeightInspection one = inspectWeight(weights, layout, tensor, 0);
        QCOMPARE(one.axis, WeightAxis::Steps);
        QCOMPARE(one.levelCounts, all.levelCounts);
        QCOMPARE(one.chosen->occupancy.value(), all.layer.occupancy.value());
    }

    void aChannelOfGroupsHasItsOwnNumbers()
    {
        const ChannelLayout layout{1, 2, 20, 1};
        std::vector<float> weights(40, 1.0F);
        weights.at(37) = 0.75F;
        WeightSpec spec = weightSpecOfBits(1);
        spec.granularity = Granularity::PerGroup16;
        const QuantizedTensor tensor = quantize(weights, layout, spec);
        QVERIFY(!inspectWeight(weights, layout, tensor, 0).chosen->sqnr);
        // The last four have the mean 15/16: errors 1/16 three times and 3/16 once.
        const WeightInspection second = inspectWeight(weights, layout, tensor, 1);
        QCOMPARE(second.chosen->weights, 20);
        QCOMPARE(second.chosen->sqnr.value(), 10 * std::log10((19 + 0.5625) / (12.0 / 256)));
        QCOMPARE(second.errors.size(), 2U);
        QCOMPARE(second.errors[1].sqnr.value(), second.chosen->sqnr.value());
    }

    void clippedWeightsLieBeyondTheRange()
    {
        // Twenty ones and a three: of -scale, 0, scale the error is least at (20 + 3) / 21.
        std::vector<float> weights(20, 1);
        weights.push_back(3);
        const ChannelLayout layout{1, 1, 21, 1};
        WeightSpec spec = ternaryLevels(Granularity::PerTensor);
        spec.method = WeightMethod::Mse;
        const WeightInspection shown =
            inspectWeight(weights, layout, quantize(weights, layout, spec), {});
        const double scale = 23.0F / 21;
        QCOMPARE(shown.levels, (std::vector<double>{-scale, 0, scale}));
        QCOMPARE(shown.layer.clipped.value(), 1.0 / 21);
        QCOMPARE(shown.histogram.high, 3.0);
        QCOMPARE(shown.range->high, scale);
    }

    void codebooksHaveTheirOwnLevels()
    {
        WeightSpec spec;
        spec.method = WeightMethod::KMeans;
        spec.bits = 1;
        // Least squares: -4 -1 | 1 4 gives -2.5 and 2.5; -2 0 | 2 2 gives -1 and 2.
        const WeightInspection all = inspect(spec);
        QCOMPARE(all.axis, WeightAxis::Steps);
        QCOMPARE(all.levels, (std::vector<double>{0, 1}));
        QCOMPARE(all.levelCounts, (std::vector<std::int64_t>{4, 4}));
        // -2 lies 1 of 3 below its first level, 4 lies 1.5 of 5 beyond its second.
        QCOMPARE(all.histogram.low, -1.0 / 3);
        QCOMPARE(all.histogram.high, 1.3);
        const WeightInspection one = inspect(spec, 0);
        QCOMPARE(one.levels, (std::vector<double>{-2.5, 2.5}));
        QCOMPARE(one.chosen->sqnr.value(), 10 * std::log10(34.0 / 9));
    }

    void binaryHasTwoLevels()
    {
        const WeightInspection shown = inspect(weightSpecOfBits(1));
        QCOMPARE(shown.levels, (std::vector<double>{-1, 1}));
        QCOMPARE(shown.levelCounts, (std::vector<std::int64_t>{3, 5}));
        QVERIFY(!shown.layer.clipped);
    }

    void aFloatWeightHasNoLevels()
    {
        const WeightInspection shown = inspect(WeightSpec(), 0);
        QVERIFY(shown.levels.empty() && shown.errors.empty() && !shown.range);
        QCOMPARE(shown.histogram.total(), 4);
        QVERIFY(!shown.layer.sqnr && !shown.chosen->occupancy);
        QVERIFY(shown.layer.absence == Absence::WeightFloat);
    }

    void manyLevelsAreNotListed()
    {
        WeightSpec spec = ternaryLevels(Granularity::PerTensor);
        spec.bits = 12;
        const WeightInspection shown = inspect(spec);
        QCOMPARE(shown.levelCount, 4095);
        QVERIFY(shown.levels.empty());
        // The scale is a float.
        QCOMPARE(shown.range->high, 2047 * double(4.0F / 2047.0F));
    }

    void valuesThatAreNotFiniteAreCounted()
    {
        std::vector<float> weights = m_weights;
        weights[0] = std::numeric_limits<float>::quiet_NaN();
        weights[5] = std::numeric_limits<float>::infinity();
        const WeightSpec spec = ternaryLevels(Granularity::PerChannel);
        const WeightInspection shown =
            inspectWeight(weights, kLayout, quantize(weights, kLayout, spec), {});
        QCOMPARE(shown.layer.nonFinite, 2);
        QCOMPARE(shown.histogram.total(), 6);
        QVERIFY(!shown.layer.sqnr && !shown.errors[0].relative);
    }

    void aChannelOfZerosHasNoRelativeError()
    {
        const std::vector<float> weights{0, 0, 0, 0, 1, 2, 3, 4};
        const WeightInspection shown =
            inspectWeight(weights, kLayout, quantize(weights, kLayout, weightSpecOfBits(1)), {});
        QVERIFY(!shown.errors[0].relative);
        QVERIFY(shown.errors[1].relative);
        QCOMPARE(shown.histogram.total(), 4);
    }

    void unknownChannelsAreRefused()
    {
        QVERIFY_EXCEPTION_THROWN(inspect(WeightSpec(), 2), Error);
        QVERIFY_EXCEPTION_THROWN(inspect(WeightSpec(), -1), Error);
    }

    void activationWithoutItsZeros()
    {
        ActivationHistogram seen;
        seen.add(std::vector<float>{0, 0, 0, 0.5F, 1, 3, 0, 3.5F});
        const ActivationInspection shown = inspectActivation(seen, ActivationSpec(), {});
        QCOMPARE(shown.zeros, 0.5);
        QCOMPARE(shown.histogram.total(), 4);
        QVERIFY(shown.histogram.low <= 0.5 && shown.histogram.high >= 3.5);
        QVERIFY(shown.histogram.low > 0.4 && shown.histogram.counts.size() <= 120);
        QCOMPARE(shown.maximum, 3.5);
        QVERIFY(!shown.range);
    }

    void activationRangeAndClippedShare()
    {
        ActivationHistogram seen;
        std::vector<float> values(99, 1);
        values.push_back(100);
        seen.add(values);
        ActivationSpec spec;
        spec.bits = 4;
        spec.percentile = 0.02;
        const ActivationInspection shown = inspectActivation(seen, spec, estimateRange(seen, spec));
        QVERIFY(shown.range == estimateRange(seen, spec));
        QVERIFY(shown.range->highest() < 100);
        QVERIFY(shown.range->clipped >= 0.01);
        QCOMPARE(shown.levels.size(), 16U);
        QCOMPARE(shown.levels.front(), double(shown.range->lowest()));
        QCOMPARE(float(shown.levels.back()), shown.range->highest());
    }

    void nothingSeenIsSaid()
    {
        QVERIFY(inspectActivation({}, {}, {}).absence == Absence::InputNotFinite);
    }
};

QTEST_APPLESS_MAIN(TestWeightInspection)
#include "tst_weight_inspection.moc"

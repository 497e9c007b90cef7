// SPDX-License-Identifier: GPL-3.0-or-later
#include "quant/stream_copy.h"
#include "weight_quantization.h"

#include <QTest>
#include <QVector>

#include <cfloat>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>

using namespace weight_quantization;

namespace {

/// Channels inside rows, of odd sizes, in more than one block.
const ChannelLayout kRows{19, 37, 9, 1};

void compare(const QuantizedTensor &a, const QuantizedTensor &b)
{
    QVERIFY(a.spec == b.spec && a.layout == b.layout);
    QCOMPARE(a.quantMin, b.quantMin);
    QCOMPARE(a.quantMax, b.quantMax);
    QVERIFY(sameBits(a.codes, b.codes));
    QVERIFY(sameBits(a.values, b.values));
    QVERIFY(sameBits(a.scale, b.scale));
    QVERIFY(sameBits(a.zeroPoint, b.zeroPoint));
    QVERIFY(sameBits(a.codebook, b.codebook));
}

} // namespace

/// Quantizing into a tensor that is used again.
class TestQuantizeInto : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOfTheLastTensorStays()
    {
        QuantizedTensor tensor;
        std::uint64_t seed = 0;
        for (const ChannelLayout &layout : {kRows, ChannelLayout{4, 6, 5, 2}, kRows})
            for (const WeightSpec &spec :
                 {weightSpec("w4:kmeans"), weightSpec("w8:minmax:asym"), WeightSpec(),
                  weightSpec("w2:ternary"), weightSpec("w4:mse:group16"), weightSpec("w1"),
                  weightSpec("w3:log:tensor")}) {
                const Values weights = gaussian(layout.elementCount(), ++seed);
                quantizeInto(tensor, weights, layout, spec, 1);
                compare(tensor, quantize(weights, layout, spec));
            }
    }

    void threadsDoNotMatter()
    {
        const Values weights = gaussian(kRows.elementCount(), 1);
        for (const WeightSpec &spec : allSpecs({2, 8})) {
            const QuantizedTensor one = quantize(weights, kRows, spec);
            for (const int threads : {0, 3}) {
                QuantizedTensor tensor;
                quantizeInto(tensor, weights, kRows, spec, threads);
                compare(tensor, one);
            }
        }
    }

    void aTensorOfThisSizeNeedsNoMemory()
    {
        QuantizedTensor tensor;
        quantizeInto(tensor, gaussian(kRows.elementCount(), 1), kRows, weightSpec("w4"), 2);
        const auto *codes = tensor.codes.data();
        const auto *values = tensor.values.data();
        quantizeInto(tensor, gaussian(kRows.elementCount(), 2), kRows, weightSpec("w2"), 2);
        QCOMPARE(tensor.codes.data(), codes);
        QCOMPARE(tensor.values.data(), values);
    }

    void numbersEqualTheReference()
    {
        for (const ChannelLayout &layout :
             {kRows, ChannelLayout{4, 6, 5, 2}, ChannelLayout{1, 3, 50, 1}}) {
            Values weights = gaussian(layout.elementCount(), 3);
            weights[1] = std::numeric_limits<float>::quiet_NaN();
            weights[60] = -std::numeric_limits<float>::infinity();
            for (const WeightSpec &spec : allSpecs({2, 8, 12})) {
                const QuantizedTensor tensor = quantize(weights, layout, spec);
                const QuantizationStats plain = reference::quantizationStats(weights, tensor);
                for (const int threads : {1, 3}) {
                    const QuantizationStats fast = quantizationStats(weights, tensor, threads);
                    QVERIFY2(fast == plain, toText(spec).c_str());
                }
            }
        }
    }

    void channelsInsideRowsEqualTheReference()
    {
        // Several blocks of rows, the last one shorter; groups; kernels of one element.
        for (const ChannelLayout &layout :
             {ChannelLayout{5, 300, 9, 1}, ChannelLayout{6, 130, 16, 2},
              ChannelLayout{7, 1100, 1, 1}}) {
            Values weights = gaussian(layout.elementCount(), 5);
            // A channel of zeros only, and one that never is below zero.
            for (std::int64_t at = 0; at < layout.elementCount(); ++at) {
                const std::int64_t channel = at / layout.inner % layout.channels;
                float &weight = weights[static_cast<std::size_t>(at)];
                weight = channel == 3 ? 0 : channel == 5 ? std::fabs(weight) : weight;
            }
            weights[0] = std::numeric_limits<float>::quiet_NaN();
            weights.back() = -std::numeric_limits<float>::infinity();
            for (const char *text :
                 {"w1", "w2:ternary", "w3:minmax", "w2:minmax:full", "w8:minmax:asym",
                  "w16:minmax:asym", "w2:log", "w4:log", "w8:log", "w4:tanh"}) {
                const WeightSpec spec = weightSpec(text);
                const std::string difference = differenceToReference(weights, layout, spec);
                QVERIFY2(difference.empty(), difference.c_str());
            }
        }
    }

    void convolutionsEqualTheReference_data()
    {
        QTest::addColumn<QVector<int>>("shape");
        QTest::addColumn<int>("axis");
        QTest::addColumn<int>("groups");
        QTest::newRow("[out, in, kh, kw]") << QVector<int>{14, 9, 4, 4} << 0 << 1;
        QTest::newRow("[in, out, kh, kw]") << QVector<int>{9, 14, 4, 4} << 1 << 1;
        QTest::newRow("[in, out, kh, kw], odd kernel") << QVector<int>{9, 14, 3, 5} << 1 << 1;
        QTest::newRow("[in, out / groups, kh, kw]") << QVector<int>{9, 14, 4, 4} << 1 << 3;
        QTest::newRow("depthwise") << QVector<int>{9, 1, 4, 4} << 1 << 9;
        QTest::newRow("no inputs") << QVector<int>{0, 14, 4, 4} << 1 << 1;
        QTest::newRow("no outputs") << QVector<int>{9, 0, 4, 4} << 1 << 1;
    }

    void convolutionsEqualTheReference()
    {
        QFETCH(QVector<int>, shape);
        QFETCH(int, axis);
        QFETCH(int, groups);
        const std::vector<std::int64_t> sizes(shape.begin(), shape.end());
        const ChannelLayout layout = channelLayout(sizes, axis, groups);
        const Values finite = gaussian(layout.elementCount(), 13);
        Values damaged = finite;
        for (std::size_t i = 0; i < damaged.size(); i += 5)
            damaged[i] = i % 3 == 0   ? std::numeric_limits<float>::quiet_NaN()
                         : i % 3 == 1 ? std::numeric_limits<float>::infinity()
                                      : -0.0F;
        const Values none(finite.size(), std::numeric_limits<float>::quiet_NaN());
        for (const Values &weights : {finite, damaged, none})
            for (const WeightSpec &spec : allSpecs({2, 4, 8})) {
                const std::string difference = differenceToReference(weights, layout, spec);
                QVERIFY2(difference.empty(), difference.c_str());
            }
    }

    void powersOfAllSizesEqualTheReference()
    {
        // Levels below the normal floats or above the largest one, beside usual ones.
        const ChannelLayout layout{6, 130, 16, 1};
        Values weights = gaussian(layout.elementCount(), 17);
        const std::map<std::int64_t, float> sizes = {{1, 1e-43F},  {2, 1e-38F}, {3, 1e-36F},
                                                     {4, 0.0F},    {5, 5e30F},  {68, 0.0F},
                                                     {69, 1e-20F}, {70, 1e20F}};
        for (std::int64_t at = 0; at < layout.elementCount(); ++at)
            if (const auto size = sizes.find(at / layout.inner % layout.channels);
                size != sizes.end())
                weights[static_cast<std::size_t>(at)] *= size->second;
        weights[static_cast<std::size_t>(6 * layout.inner)] = FLT_MAX;
        // The halves of the logarithm, from either side.
        const float half = std::sqrt(0.5F);
        const float halves[] = {half, std::nextafter(half, 1.0F), -half,
                                -std::nextafter(half, 1.0F)};
        for (std::size_t i = 0; i < std::size(halves); ++i)
            weights[static_cast<std::size_t>(100 * layout.inner) + i] = halves[i] / 4;
        for (const char *text : {"w2:log", "w3:log", "w5:log", "w7:log", "w8:log", "w4:log:tensor",
                                 "w4:log:group16"}) {
            const std::string difference = differenceToReference(weights, layout, weightSpec(text));
            QVERIFY2(difference.empty(), difference.c_str());
        }
    }

    void largeTensorsEqualTheReference()
    {
        // They are written past the caches, in pieces that lie anywhere.
        const auto compareAll = [](const ChannelLayout &layout,
                                   std::initializer_list<const char *> texts) {
            QVERIFY(layout.elementCount() >= kStreamedElements);
            Values weights = gaussian(layout.elementCount(), 19);
            weights[weights.size() / 2] = std::numeric_limits<float>::infinity();
            for (const char *text : texts) {
                const std::string difference =
                    differenceToReference(weights, layout, weightSpec(text));
                QVERIFY2(difference.empty(), difference.c_str());
            }
        };
        compareAll({10600, 11, 9, 1}, {"w8:minmax", "w4:log", "w4:tanh"});
        compareAll({6000, 11, 16, 1}, {"w1", "w2:ternary"});
        compareAll({1, 21, 50001, 1}, {"w4:minmax:asym", "w2:ternary", "w4:tanh"});
    }

    void nonFiniteWeightsStayInTheirScale()
    {
        for (const ChannelLayout &layout : {kRows, ChannelLayout{1, 3, 50, 1}}) {
            Values weights = gaussian(layout.elementCount(), 3);
            weights[1] = std::numeric_limits<float>::quiet_NaN();
            weights[60] = -std::numeric_limits<float>::infinity();
            for (const WeightSpec &spec : allSpecs({2, 8})) {
                const std::string difference = differenceToReference(weights, layout, spec);
                QVERIFY2(difference.empty(), difference.c_str());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestQuantizeInto)

#include "tst_quantize_into.moc"

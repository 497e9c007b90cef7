// SPDX-License-Identifier: GPL-3.0-or-later
#include "weight_quantization.h"

#include <QTest>

#include <cmath>
#include <limits>

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
        for (const ChannelLayout &layout : {ChannelLayout{5, 300, 9, 1}, ChannelLayout{6, 130, 16, 2},
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
            for (const char *text : {"w1", "w2:ternary", "w3:minmax", "w2:minmax:full",
                                     "w8:minmax:asym", "w16:minmax:asym"}) {
                const WeightSpec spec = weightSpec(text);
                const std::string difference = differenceToReference(weights, layout, spec);
                QVERIFY2(difference.empty(), difference.c_str());
            }
        }
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "base/error.h"
#include "quant/packed_codes.h"
#include "quant/packed_tensor.h"
#include "quant/size_report.h"
#include "weight_quantization.h"
#include "weight_shapes.h"

#include <algorithm>

using namespace weight_quantization;

namespace {

std::vector<WeightSpec> everySpec()
{
    std::vector<WeightSpec> specs = allSpecs({2, 3, 4, 5, 8, 9, 16});
    for (const char *text : {"w1:em", "w2:em", "w4:em:tensor", "w3:em:group16", "w8:em",
                             "w1:kmeans", "w3:kmeans", "w2:kmeans:tensor", "w2:kmeans:group16"})
        specs.push_back(weightSpec(text));
    return specs;
}

std::vector<ChannelLayout> layouts()
{
    return {{1, 5, 33, 1}, {6, 4, 9, 1}, {8, 3, 4, 2}, {1, 1, 1, 1}, {16, 9, 2, 1}, {3, 2, 0, 1}};
}

/// A negative zero is equal to a positive one, but has other bits.
Values withoutNegativeZeros(Values values)
{
    for (float &x : values)
        x += 0.0F;
    return values;
}

QString textOf(const WeightSpec &spec, const ChannelLayout &layout)
{
    return QString::fromStdString(toText(spec)) +
           QString(" [%1,%2,%3]").arg(layout.outer).arg(layout.channels).arg(layout.inner);
}

void compareTensors(const QuantizedTensor &after, const QuantizedTensor &before,
                    const QString &where)
{
    QVERIFY2(sameBits(after.codes, before.codes), qPrintable(where));
    QVERIFY2(sameBits(after.scale, before.scale), qPrintable(where));
    QVERIFY2(sameBits(after.zeroPoint, before.zeroPoint), qPrintable(where));
    QVERIFY2(sameBits(after.codebook, before.codebook), qPrintable(where));
    QVERIFY2(sameBits(withoutNegativeZeros(after.values), withoutNegativeZeros(before.values)),
             qPrintable(where));
    QVERIFY2(after.spec == before.spec && after.layout == before.layout, qPrintable(where));
    QVERIFY2(after.quantMin == before.quantMin && after.quantMax == before.quantMax,
             qPrintable(where));
}

} // namespace

class TestPackedTensor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bitsByHand();
    void bitsOfEveryWidth();
    void codesByHand();
    void everySettingComesBack();
    void everyDistributionComesBack();
    void bytesAreThoseOfTheAccounting();
    void wrongSizesAreRefused();
};

void TestPackedTensor::bitsByHand()
{
    const std::vector<std::byte> bytes = packBits(std::vector<std::uint32_t>{1, 2, 3, 4, 5}, 3);
    // 001 010 011 100 101, the first number lowest: 11 010 001, x 101 100 0.
    QCOMPARE(bytes, (std::vector<std::byte>{std::byte{0b11010001}, std::byte{0b01011000}}));
}

void TestPackedTensor::bitsOfEveryWidth()
{
    for (int bits = 1; bits <= 16; ++bits)
        for (const std::size_t count : {0U, 1U, 2U, 5U, 8U, 9U, 16U, 33U}) {
            std::vector<std::uint32_t> numbers;
            for (std::size_t i = 0; i < count; ++i)
                numbers.push_back(static_cast<std::uint32_t>(i * 40503 + 977) % (1U << bits));
            const std::vector<std::byte> bytes = packBits(numbers, bits);
            QCOMPARE(bytes.size(), (count * static_cast<std::size_t>(bits) + 7) / 8);
            QCOMPARE(unpackBits(bytes, count, bits), numbers);
        }
}

void TestPackedTensor::codesByHand()
{
    const Values weights = {-3, -1, 0, 2, 3};
    const PackedTensor packed3 =
        packed(quantize(weights, flat(weights), weightSpec("w3:minmax:tensor")));
    QCOMPARE(packed3.scale, Values{1});
    // Code - quantMin, quantMin -3: 0 2 3 5 6.
    QCOMPARE(packed3.codes, packBits(std::vector<std::uint32_t>{0, 2, 3, 5, 6}, 3));
    const PackedTensor packed1 = packed(quantize(weights, flat(weights), weightSpec("w1:tensor")));
    QCOMPARE(packed1.codes, std::vector<std::byte>{std::byte{0b11100}});
}

void TestPackedTensor::everySettingComesBack()
{
    for (const ChannelLayout &layout : layouts())
        for (const WeightSpec &spec : everySpec()) {
            const Values weights = gaussian(layout.elementCount(), 3);
            const QuantizedTensor before = quantize(weights, layout, spec);
            compareTensors(unpacked(packed(before)), before, textOf(spec, layout));
            if (QTest::currentTestFailed())
                return;
        }
}

void TestPackedTensor::everyDistributionComesBack()
{
    const ChannelLayout layout{4, 3, 20, 1};
    for (const weight_shapes::Shape shape : weight_shapes::kAll)
        for (const WeightSpec &spec : everySpec()) {
            RandomStream random(7, StreamRole::Probe, 1);
            Values weights(static_cast<std::size_t>(layout.elementCount()));
            for (float &x : weights)
                x = static_cast<float>(weight_shapes::draw(random, shape));
            const QuantizedTensor before = quantize(weights, layout, spec);
            compareTensors(unpacked(packed(before)), before, textOf(spec, layout));
            if (QTest::currentTestFailed())
                return;
        }
}

void TestPackedTensor::bytesAreThoseOfTheAccounting()
{
    for (const ChannelLayout &layout : layouts())
        for (const WeightSpec &spec : everySpec()) {
            LayerSize size;
            size.weightElements = layout.elementCount();
            size.channels = layout.channelCount();
            // Without weights a channel has a scale all the same.
            if (size.weightElements == 0)
                continue;
            const Values weights = gaussian(layout.elementCount(), 3);
            QVERIFY2(packed(quantize(weights, layout, spec)).bytes() == weightBytes(size, spec),
                     qPrintable(textOf(spec, layout)));
        }
}

void TestPackedTensor::wrongSizesAreRefused()
{
    const Values weights = gaussian(32, 1);
    const PackedTensor whole =
        packed(quantize(weights, {1, 2, 16, 1}, weightSpec("w4:minmax:asym")));
    for (int part = 0; part < 4; ++part) {
        PackedTensor damaged = whole;
        if (part == 0)
            damaged.codes.pop_back();
        else if (part == 1)
            damaged.scale.push_back(1);
        else if (part == 2)
            damaged.zeroPoint.clear();
        else
            damaged.levels.push_back(1);
        QVERIFY_EXCEPTION_THROWN(unpacked(damaged), Error);
    }
}

QTEST_APPLESS_MAIN(TestPackedTensor)
#include "tst_packed_tensor.moc"

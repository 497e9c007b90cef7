// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "weight_quantization.h"

#include <algorithm>
#include <cfloat>
#include <cmath>

using namespace weight_quantization;

namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

std::vector<WeightSpec> everySpec()
{
    std::vector<WeightSpec> specs = allSpecs({2, 3, 4, 5, 8});
    for (const int bits : {1, 2, 3, 5, 8})
        for (const char *method : {":em", ":kmeans"})
            for (const Granularity granularity : granularities()) {
                specs.push_back(weightSpec("w" + std::to_string(bits) + method));
                specs.back().granularity = granularity;
            }
    return specs;
}

/// What a code of a scale stands for.
float valueOf(const QuantizedTensor &tensor, std::size_t scale, std::int32_t code)
{
    if (!tensor.codebook.empty())
        return tensor.codebook[scale * static_cast<std::size_t>(tensor.levelCount()) +
                               static_cast<std::size_t>(code)];
    return tensor.scale[scale] * static_cast<float>(code - tensor.zeroPoint[scale]);
}

/// The first rule that a quantized channel breaks; empty for none.
QString brokenRule(const Values &weights, const QuantizedTensor &tensor)
{
    if (tensor.codes.size() != weights.size() || tensor.values.size() != weights.size())
        return "sizes";
    for (const float scale : tensor.scale)
        if (!std::isfinite(scale) || scale < 0)
            return "scale";
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (tensor.codes[i] < tensor.quantMin || tensor.codes[i] > tensor.quantMax)
            return "code";
        if (!std::isfinite(tensor.values[i]))
            return "value";
        if (tensor.values[i] != valueOf(tensor, 0, tensor.codes[i]))
            return "value of the code";
    }
    if (!std::ranges::is_sorted(tensor.codebook))
        return "order of the levels";
    return {};
}

} // namespace

/// Every method, on weights that are hardly weights.
class TestWeightExtremes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codesStandForTheirValues_data();
    void codesStandForTheirValues();
    void valuesWithoutANumberChangeNothingElse();
    void aBrokenChannelLeavesTheOthersAlone();
    void channelsWithoutWeights();
};

void TestWeightExtremes::codesStandForTheirValues_data()
{
    QTest::addColumn<Values>("weights");
    const auto addRow = [](const char *name, const Values &weights) {
        QTest::addRow("%s", name) << weights;
    };
    addRow("all zero", Values(7, 0.0F));
    addRow("both zeros", {0.0F, -0.0F, 0.0F});
    addRow("all equal", Values(7, 0.37F));
    addRow("all equal and negative", Values(7, -0.37F));
    addRow("one", {-2.5F});
    addRow("tiny", {1e-45F, -3e-45F, 1e-40F, 2e-42F, -7e-41F});
    addRow("huge", {FLT_MAX, -FLT_MAX, 1e38F, -3e38F, 2e38F});
    addRow("huge on one side", {FLT_MAX, 3.4e38F, 1e30F, 0});
    addRow("tiny beside huge", {FLT_MAX, 1e-45F, -FLT_MIN, 1});
    addRow("one outlier", {1e30F, 1e-3F, -2e-3F, 3e-3F, 0.5e-3F, -1e-3F});
    addRow("not a number", {kNan, 1, -2, 0.5F, kNan});
    addRow("infinite", {kInfinity, 1, -2, 0.5F, -kInfinity});
    addRow("nothing finite", {kNan, kInfinity, -kInfinity});
}

void TestWeightExtremes::codesStandForTheirValues()
{
    QFETCH(const Values, weights);
    for (const WeightSpec &spec : everySpec()) {
        const QuantizedTensor tensor = quantize(weights, flat(weights), spec);
        const QString broken = brokenRule(weights, tensor);
        QVERIFY2(broken.isEmpty(),
                 qPrintable(QString::fromStdString(toText(spec)) + ": " + broken));
        const QuantizationStats stats = quantizationStats(weights, tensor);
        const auto nonFinite =
            std::ranges::count_if(weights, [](float weight) { return !std::isfinite(weight); });
        QCOMPARE(stats.nonFinite, std::int64_t(nonFinite));
        QVERIFY2(std::isfinite(stats.meanSquaredError), toText(spec).c_str());
        QVERIFY(stats.occupancy > 0 && stats.occupancy <= 1);
        QVERIFY(stats.entropy >= 0 && stats.entropy <= spec.bits + 1e-9);
    }
}

void TestWeightExtremes::valuesWithoutANumberChangeNothingElse()
{
    const Values finite = gaussian(12, 8);
    Values holed = finite;
    for (const auto &[at, value] :
         {std::pair(12, kNan), std::pair(5, kInfinity), std::pair(0, -kInfinity)})
        holed.insert(holed.begin() + at, value);
    for (const WeightSpec &spec : everySpec()) {
        const QuantizedTensor whole = quantize(finite, flat(finite), spec);
        const QuantizedTensor tensor = quantize(holed, flat(holed), spec);
        QVERIFY2(sameBits(tensor.scale, whole.scale), toText(spec).c_str());
        QVERIFY2(sameBits(tensor.codebook, whole.codebook), toText(spec).c_str());
        Values kept;
        for (std::size_t i = 0; i < holed.size(); ++i)
            if (std::isfinite(holed[i]))
                kept.push_back(tensor.values[i]);
        QVERIFY2(sameBits(kept, whole.values), toText(spec).c_str());
    }
}

void TestWeightExtremes::aBrokenChannelLeavesTheOthersAlone()
{
    const Values good = gaussian(9, 4);
    for (const Values &bad : {Values(9, kNan), Values(9, 0.0F), Values(9, FLT_MAX)}) {
        Values weights = bad;
        weights.insert(weights.end(), good.begin(), good.end());
        for (const WeightSpec &spec : everySpec()) {
            if (spec.granularity == Granularity::PerTensor)
                continue;
            const QuantizedTensor both = quantize(weights, {1, 2, 9, 1}, spec);
            const QuantizedTensor alone = quantize(good, flat(good), spec);
            QVERIFY2(sameBits(Values(both.values.begin() + 9, both.values.end()), alone.values),
                     toText(spec).c_str());
        }
    }
}

void TestWeightExtremes::channelsWithoutWeights()
{
    for (const WeightSpec &spec : everySpec())
        for (const ChannelLayout &layout :
             {ChannelLayout{0, 3, 4, 1}, ChannelLayout{1, 0, 4, 1}, ChannelLayout{2, 3, 0, 1}}) {
            const QuantizedTensor tensor = quantize({}, layout, spec);
            QVERIFY(tensor.codes.empty() && tensor.values.empty());
            QVERIFY(std::isfinite(quantizationStats({}, tensor).meanSquaredError));
        }
}

QTEST_GUILESS_MAIN(TestWeightExtremes)
#include "tst_weight_extremes.moc"

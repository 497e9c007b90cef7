// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random_stream.h"
#include "exact_scale.h"
#include "quant/bounded_scale_search.h"
#include "quant/uniform_kernels.h"
#include "range_references.h"
#include "weight_shapes.h"

#include <QTest>

#include <cmath>

using namespace range_references;
using weight_shapes::Shape;

namespace {

constexpr CodeLimits kLimits[] = {{1, 1}, {4, 3}, {7, 7}, {0, 15}, {100, 155}, {127, 127}};

QString named(Shape shape, const Values &values, CodeLimits limits)
{
    return QString("%1, codes -%2..%3")
        .arg(QString::fromStdString(weight_shapes::nameOf(shape, values.size())))
        .arg(limits.below)
        .arg(limits.above);
}

/// sum((x - m s)^2) in double for any scale, unlike quantizationError(), which takes floats.
double errorAt(const Values &values, double scale, CodeLimits limits)
{
    double error = 0;
    for (const double x : values) {
        const double multiple =
            std::clamp(std::nearbyint(x / scale), -double(limits.below), double(limits.above));
        error += std::pow(x - multiple * scale, 2);
    }
    return error;
}

double squaresOf(const Values &values)
{
    return errorAt(values, 1, {0, 0});
}

ErrorShape shapeOf(const Values &values, ScaleInterval interval, CodeLimits limits)
{
    Values above;
    Values below;
    for (const float x : values)
        if (x != 0)
            (x > 0 ? above : below).push_back(std::fabs(x));
    ErrorShape shape;
    SortedSide(above).addTo(shape, interval, limits.above);
    SortedSide(below).addTo(shape, interval, limits.below);
    return shape;
}

Values clusters(std::initializer_list<double> centres, double deviation, std::size_t count)
{
    RandomStream random(3, StreamRole::Probe, count);
    Values values;
    while (values.size() < count)
        for (const double centre : centres)
            values.push_back(static_cast<float>(centre + deviation * random.normal()));
    return values;
}

} // namespace

class TestBoundedScaleSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapeByHand();
    void valuesOneByOneAreAsMultiples();
    void noScaleIsBelowTheBound();
    void clustersAreFound_data();
    void clustersAreFound();
    void whatIsKnownStays();
    void anyWeights();
};

void TestBoundedScaleSearch::shapeByHand()
{
    // Multiples 0, 2, 3 of scale 1 (3.5 would be 4): away from them 0.25, -0.25, 0.5.
    const ErrorShape shape = shapeOf({0.25F, 1.75F, 3.5F}, {0.5, 1.5}, {0, 3});
    QCOMPARE(shape.error, 0.0625 + 0.0625 + 0.25);
    QCOMPARE(shape.slope, 2 * -0.25 + 3 * 0.5);
    QCOMPARE(shape.squaredMultiples, 4.0 + 9);
    QCOMPARE(shape.errorOfSame(0.125),
             0.0625 + std::pow(1.75 - 2.25, 2) + std::pow(3.5 - 3.375, 2));
    // At 0.5 thresholds 0.25 and 1.25 lie at or below 0.25 and 1.75: 2 (0 + 0.5). At 1.5 those of
    // 1.75 and 3.5, 2.25 and 3.75, lie above them: 3 (0.5 + 0.25).
    QCOMPARE(shape.gainBelow, 1.0);
    QCOMPARE(shape.gainAbove, 2.25);
}

void TestBoundedScaleSearch::valuesOneByOneAreAsMultiples()
{
    for (const Shape kind : weight_shapes::kAll) {
        Values values = weight_shapes::weights(kind, 200, 8);
        std::erase(values, 0.0F);
        for (float &x : values)
            x = std::fabs(x);
        const SortedSide side(values);
        const double rounding = 1e-13 * side.squares();
        for (const std::int32_t limit : {1, 7, 127})
            for (double lowest = 2 * side.most(); lowest > side.most() * 1e-4; lowest *= 0.7)
                for (const double ratio : {1.8, 1.05, 1.00003}) {
                    const ScaleInterval interval{lowest, ratio * lowest};
                    ErrorShape plain;
                    ErrorShape quick;
                    side.addByValue(plain, interval, limit);
                    side.addByMultiple(quick, interval, limit);
                    const auto differ = [&](double a, double b, double unit) {
                        return std::fabs(a - b) * unit > rounding;
                    };
                    QVERIFY2(!differ(plain.error, quick.error, 1) &&
                                 !differ(plain.slope, quick.slope, lowest) &&
                                 plain.squaredMultiples == quick.squaredMultiples &&
                                 !differ(plain.gainBelow, quick.gainBelow, 1) &&
                                 !differ(plain.gainAbove, quick.gainAbove, 1),
                             qPrintable(named(kind, values, {0, limit})));
                }
    }
}

void TestBoundedScaleSearch::noScaleIsBelowTheBound()
{
    for (const Shape kind : weight_shapes::kAll)
        for (const CodeLimits limits : kLimits) {
            const Values values = weight_shapes::weights(kind, 200, 8);
            const double rounding = 1e-13 * squaresOf(values);
            const double most = 2.0 * std::fabs(*std::ranges::max_element(
                                          values, {}, [](float x) { return std::fabs(x); }));
            if (most == 0)
                continue;
            for (const double width : {0.3, 0.03, 0.001})
                for (double centre = most; centre > most * 1e-4; centre *= 0.7) {
                    const double half = width * centre;
                    const ErrorShape shape =
                        shapeOf(values, {centre - half, centre + half}, limits);
                    for (double part = 0; part <= 1; part += 0.125) {
                        QVERIFY2(errorAt(values, centre - part * half, limits) >=
                                     shape.leastBelow(half) - rounding,
                                 qPrintable(named(kind, values, limits)));
                        QVERIFY2(errorAt(values, centre + part * half, limits) >=
                                     shape.leastAbove(half) - rounding,
                                 qPrintable(named(kind, values, limits)));
                    }
                }
        }
}

void TestBoundedScaleSearch::clustersAreFound_data()
{
    QTest::addColumn<Values>("values");
    const auto five = {.1, -.35, .52, -.77, 1.0};
    const auto sixFar = {.9, .93, 1.0, 1.07, -.95, -1.02};
    const auto twelve = {.05, -.11, .2, .26, -.33, .41, .48, -.6, .71, .79, -.9, 1.0};
    QTest::newRow("five narrow") << clusters(five, 0.0005, 2000);
    QTest::newRow("five narrow, few") << clusters(five, 0.0005, 300);
    QTest::newRow("five, many") << clusters(five, 0.001, 20000);
    QTest::newRow("six far from zero") << clusters(sixFar, 0.001, 20000);
    QTest::newRow("twelve") << clusters(twelve, 0.0003, 20000);
    QTest::newRow("one") << clusters({0.9}, 1e-6, 500);
}

void TestBoundedScaleSearch::clustersAreFound()
{
    QFETCH(const Values, values);
    const double rounding = 1e-14 * squaresOf(values);
    for (int bits = 2; bits <= 8; ++bits)
        for (const CodeRange range : {CodeRange::Narrow, CodeRange::Full}) {
            const CodeLimits limits = symmetricLimits(bits, range);
            const double exact = exactScale(values, limits);
            const double least = errorAt(values, exact, limits);
            const double found = BoundedScaleSearch(values).run(limits, {1, squaresOf(values)});
            const double ratio = errorAt(values, found, limits) / (least + rounding);
            QVERIFY2(ratio <= 1 + BoundedScaleSearch::kTolerance + 1e-9,
                     qPrintable(QString("%1 bits, ratio %2").arg(bits).arg(ratio)));
            // What the weights get: scales are floats then.
            WeightSpec spec = weightSpecOfBits(bits);
            spec.range = range;
            const double chosen = chosenError(values, spec) / (least + rounding);
            QVERIFY2(chosen <= kAllowedGap,
                     qPrintable(QString("%1 bits, chosen %2").arg(bits).arg(chosen)));
        }
}

void TestBoundedScaleSearch::whatIsKnownStays()
{
    const Values values = {1.5F, -0.5F, 1, 0};
    BoundedScaleSearch search(values);
    // Of several searches over the same values, each with its own limits.
    QCOMPARE(search.run({3, 3}, {7, 1}), 0.5);
    QCOMPARE(search.run({0, 1}, {7, INFINITY}), 1.25);
    QCOMPARE(search.run({3, 3}, {0.5, 0}), 0.5);
    QCOMPARE(search.run({0, 0}, {7, 3.5}), 7.0);
    QCOMPARE(BoundedScaleSearch(Values{0, 0}).run({3, 3}, {7, 0}), 7.0);
    QCOMPARE(BoundedScaleSearch(Values{}).run({3, 3}, {7, 0}), 7.0);
}

void TestBoundedScaleSearch::anyWeights()
{
    for (const Shape kind : weight_shapes::kAll)
        for (const std::int64_t size : {1, 2, 9, 100, 1000})
            for (const CodeLimits limits : kLimits) {
                const Values values = weight_shapes::weights(kind, size, 2);
                const double squares = squaresOf(values);
                const double exact = exactScale(values, limits);
                const double least = exact > 0 ? errorAt(values, exact, limits) : squares;
                const double found = BoundedScaleSearch(values).run(limits, {FLT_MAX, squares});
                QVERIFY2(errorAt(values, found, limits) <=
                             least * (1 + 1.1 * BoundedScaleSearch::kTolerance) + 1e-14 * squares,
                         qPrintable(named(kind, values, limits)));
            }
}

QTEST_GUILESS_MAIN(TestBoundedScaleSearch)
#include "tst_bounded_scale_search.moc"

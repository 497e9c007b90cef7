// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "quant/quant_spec.h"

#include <QTest>

#include <optional>

using namespace quantloupe;

namespace {

std::optional<ErrorKind> failureOf(std::string_view text, std::string *message = nullptr)
{
    try {
        parseSpec(text);
    } catch (const Error &error) {
        if (message)
            *message = error.what();
        return error.kind();
    }
    return {};
}

LayerQuantSpec parsed(std::string_view text)
{
    return parseSpec(text).spec;
}

} // namespace

class TestQuantSpec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bareBits();
    void partsInAnyOrder();
    void sitesThatAreSet();
    void text_data();
    void text();
    void roundTripOfAll();
    void badInput_data();
    void badInput();
    void bitsChangeTheMethodWhereTheyMust();
    void validation();
    void canonicalForms();
    void everyMethodNamesItsSource();
};

void TestQuantSpec::bareBits()
{
    const WeightSpec four = weightSpecOfBits(4);
    QCOMPARE(four.method, WeightMethod::Mse);
    QCOMPARE(four.bits, 4);
    QCOMPARE(four.mapping, MappingType::Symmetric);
    QCOMPARE(four.granularity, Granularity::PerChannel);
    QCOMPARE(four.range, CodeRange::Narrow);
    QVERIFY(parsed("w4").weight == four);
    QCOMPARE(weightSpecOfBits(1).method, WeightMethod::Binary);
    QVERIFY(weightSpecOfBits(32) == WeightSpec{});
    for (const int bits : {-1, 0, 17, 31, 33})
        QVERIFY_THROWS_EXCEPTION(Error, weightSpecOfBits(bits));
}

void TestQuantSpec::partsInAnyOrder()
{
    const WeightSpec expected{WeightMethod::MinMax, 5, MappingType::Symmetric,
                              Granularity::PerTensor, CodeRange::Full};
    QVERIFY(parsed("w5:minmax:tensor:full").weight == expected);
    QVERIFY(parsed("w5:full:tensor:sym:minmax").weight == expected);
    QVERIFY(parsed(" w5:full:tensor:minmax ").weight == expected);
}

void TestQuantSpec::sitesThatAreSet()
{
    const SpecEdit both = parseSpec("a8:percentile=0.01,w2:ternary");
    QVERIFY(both.setsWeight && both.setsActivation);
    QCOMPARE(both.spec.weight.method, WeightMethod::Ternary);
    QCOMPARE(both.spec.activation.percentile, 0.01);
    const SpecEdit weight = parseSpec("wfloat");
    QVERIFY(weight.setsWeight && !weight.setsActivation);
    const SpecEdit activation = parseSpec("afloat");
    QVERIFY(!activation.setsWeight && activation.setsActivation);
    QVERIFY(activation.spec.isFloat());
}

void TestQuantSpec::text_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("canonicalText");
    const char *rows[][2] = {{"w4:mse:channel:sym:narrow", "w4"},
                             {"w4:asym", "w4:asym"},
                             {"w4:asym:full", "w4:asym"},
                             {"w4:group64", "w4:group64"},
                             {"w2:sym:group16:minmax", "w2:minmax:group16"},
                             {"w1", "w1"},
                             {"w1:binary:tensor", "w1:tensor"},
                             {"w2:ternary-exact", "w2:ternary-exact"},
                             {"w2:em:channel", "w2:em"},
                             {"w1:em", "w1:em"},
                             {"w1:kmeans:tensor", "w1:kmeans:tensor"},
                             {"w3:log", "w3:log"},
                             {"w4:tanh:sym", "w4:tanh"},
                             {"w4:pow2:full", "w4:pow2:full"},
                             {"w16:tensor:minmax:full", "w16:minmax:tensor:full"},
                             {"wfloat", "wfloat"},
                             {"w32", "wfloat"},
                             {"a8", "a8"},
                             {"a8:percentile", "a8"},
                             {"a8:asym", "a8"},
                             {"a8:sym:meanmax", "a8:meanmax:sym"},
                             {"a4:average=0.01", "a4:average"},
                             {"a4:average=0.250", "a4:average=0.25"},
                             {"a6:entropy:sym", "a6:entropy:sym"},
                             {"a8:percentile=1e-3", "a8:percentile=0.001"},
                             {"a8:percentile=1e-3:percentile=0.001", "a8:percentile=0.001"},
                             {"a4:mse", "a4:mse"},
                             {"a16:minmax", "a16:minmax"},
                             {"afloat", "afloat"}};
    for (const auto &row : rows)
        QTest::newRow(row[0]) << QByteArray(row[0]) << QByteArray(row[1]);
}

void TestQuantSpec::text()
{
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, canonicalText);
    const SpecEdit edit = parseSpec(given.toStdString());
    const std::string written =
        edit.setsWeight ? toText(edit.spec.weight) : toText(edit.spec.activation);
    QCOMPARE(QByteArray::fromStdString(written), canonicalText);
}

void TestQuantSpec::roundTripOfAll()
{
    int count = 0;
    for (int bits = 1; bits <= 16; ++bits)
        for (const WeightMethod method : weightMethods())
            for (const auto mapping : {MappingType::Symmetric, MappingType::Asymmetric})
                for (const Granularity granularity : granularities())
                    for (const auto range : {CodeRange::Narrow, CodeRange::Full}) {
                        const WeightSpec spec{method, bits, mapping, granularity, range};
                        try {
                            validate(spec);
                        } catch (const Error &) {
                            continue;
                        }
                        ++count;
                        QVERIFY(parsed(toText(spec)).weight == canonical(spec));
                    }
    // Bit-widths times 6 granularities x 2 ranges, for two methods x 2 mappings too: minmax and
    // mse, pow2, extremes, em and kmeans, log and tanh, ternary, ternary-exact and binary.
    QCOMPARE(count, (15 * 2 * 2 + 15 + 8 * 3 + 7 * 2 + 3) * 12);
    for (const RangeEstimator estimator : rangeEstimators())
        for (const auto mapping : {MappingType::Symmetric, MappingType::Asymmetric})
            for (const double number : {0.01, 1e-4, 0.3}) {
                const ActivationSpec spec =
                    canonical(ActivationSpec{7, estimator, number, mapping, number});
                QVERIFY(parsed(toText(spec)).activation == spec);
            }
    for (const double share : {0.0, 1e-4, 1e-5, 0.123456789012345, 0.499})
        QVERIFY(parsed(toText(ActivationSpec{6, RangeEstimator::Percentile, share})).activation ==
                (ActivationSpec{6, RangeEstimator::Percentile, share}));
}

void TestQuantSpec::badInput_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("named");
    const char *rows[][2] = {{"", "''"},
                             {"w4,", "''"},
                             {"4", "'4'"},
                             {"w", "'w'"},
                             {"w4x", "'w4x'"},
                             {"w17", "17"},
                             {"w0", "0"},
                             {"a1", "1"},
                             {"a17", "17"},
                             {"w4:best", "'best'"},
                             {"w4:mse:minmax", "'minmax'"},
                             {"w4:tensor:channel", "'channel'"},
                             {"w4:group48", "32, 64"},
                             {"w4:group16:group32", "'group32'"},
                             {"w4:sym:asym", "'asym'"},
                             {"w4:asym:narrow", "narrow"},
                             {"w1:asym", "asym"},
                             {"w1:full", "'full'"},
                             {"w2:ternary:narrow", "'narrow'"},
                             {"w3:ternary", "w2:ternary"},
                             {"w9:em", "use mse or minmax"},
                             {"w12:kmeans", "1 to 8 bits"},
                             {"w1:log", "2 to 8 bits"},
                             {"w1:tanh", "binary"},
                             {"w1:pow2", "pow2"},
                             {"w2:em:asym", "asym"},
                             {"w2:em:sym", "'sym'"},
                             {"w4:pow2:asym", "asym"},
                             {"w2:kmeans:full", "'full'"},
                             {"w4:binary", "w1"},
                             {"w1:minmax", "minmax"},
                             {"wfloat:mse", "'mse'"},
                             {"w4,w5", "'w5'"},
                             {"a8:mse:minmax", "'minmax'"},
                             {"a8:tensor", "'tensor'"},
                             {"a8:percentile=1e-3:percentile=1e-2", "contradicts"},
                             {"a8:percentile=", "'percentile='"},
                             {"a8:percentile=0.5", "0.5"},
                             {"a8:percentile=-1", "percentile"},
                             {"a8:percentile=nan", "percentile"},
                             {"a8:average=0", "above 0"},
                             {"a8:average=1.1", "at most 1"},
                             {"a8:average=", "'average='"},
                             {"a8:average=0.1:percentile=0.1", "'percentile'"},
                             {"a8:sym:asym", "'asym'"},
                             {"a8:narrow", "'narrow'"},
                             {"w4:", "''"}};
    for (const auto &row : rows)
        QTest::newRow(row[0]) << QByteArray(row[0]) << QByteArray(row[1]);
}

void TestQuantSpec::badInput()
{
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, named);
    std::string message;
    QVERIFY(failureOf(given.toStdString(), &message) == ErrorKind::BadInput);
    QVERIFY2(message.find(named.toStdString()) != std::string::npos, message.c_str());
}

void TestQuantSpec::bitsChangeTheMethodWhereTheyMust()
{
    const WeightSpec ternary = parsed("w2:ternary:tensor").weight;
    QCOMPARE(toText(withBits(ternary, 2)), std::string("w2:ternary:tensor"));
    QCOMPARE(toText(withBits(ternary, 8)), std::string("w8:tensor"));
    QCOMPARE(toText(withBits(parsed("w4:group64").weight, 3)), std::string("w3:group64"));
    QCOMPARE(toText(withBits(ternary, 1)), std::string("w1:tensor"));
    QCOMPARE(toText(withBits(ternary, 32)), std::string("wfloat"));
    QCOMPARE(toText(withBits(parsed("w4:minmax:asym").weight, 7)), std::string("w7:minmax:asym"));
    QCOMPARE(toText(withBits(parsed("w4:minmax:asym").weight, 1)), std::string("w1"));
    QCOMPARE(toText(withBits(WeightSpec{}, 3)), std::string("w3"));
    QCOMPARE(toText(withBits(parsed("w2:em").weight, 1)), std::string("w1:em"));
    QCOMPARE(toText(withBits(parsed("w2:em:tensor").weight, 9)), std::string("w9:tensor"));
    QCOMPARE(toText(withBits(parsed("w4:log").weight, 1)), std::string("w1"));
    QCOMPARE(toText(withBits(parsed("w4:pow2:full").weight, 6)), std::string("w6:pow2:full"));
    QCOMPARE(toText(withBits(parsed("a8:mse").activation, 4)), std::string("a4:mse"));
    QVERIFY_THROWS_EXCEPTION(Error, withBits(WeightSpec{}, 17));
    QVERIFY_THROWS_EXCEPTION(Error, withBits(ActivationSpec{}, 1));
}

void TestQuantSpec::validation()
{
    WeightSpec floatWithBits;
    floatWithBits.bits = 8;
    QVERIFY_THROWS_EXCEPTION(Error, validate(floatWithBits));
    QVERIFY_THROWS_EXCEPTION(Error, validate(WeightSpec{WeightMethod::Mse, 1}));
    QVERIFY_THROWS_EXCEPTION(
        Error, validate(WeightSpec{WeightMethod::Binary, 1, MappingType::Asymmetric}));
    QVERIFY_THROWS_EXCEPTION(Error, validate(ActivationSpec{8, RangeEstimator::Percentile, 0.5}));
    ActivationSpec average{8, RangeEstimator::MovingAverage};
    average.averaging = 0;
    QVERIFY_THROWS_EXCEPTION(Error, validate(average));
    validate(WeightSpec{});
    validate(ActivationSpec{});
}

void TestQuantSpec::canonicalForms()
{
    const WeightSpec narrow{WeightMethod::Mse, 4, MappingType::Asymmetric};
    WeightSpec full = narrow;
    full.range = CodeRange::Full;
    QVERIFY(narrow != full);
    QVERIFY(canonical(narrow) == canonical(full));
    const ActivationSpec other{8, RangeEstimator::MinMax, 0.1};
    QVERIFY(canonical(other) == (ActivationSpec{8, RangeEstimator::MinMax}));
}

void TestQuantSpec::everyMethodNamesItsSource()
{
    QCOMPARE(weightMethods().size(), std::size_t{11});
    for (const WeightMethod method : weightMethods()) {
        const std::string_view source = sourceOf(method);
        QVERIFY2(source.find("arXiv ") != std::string_view::npos ||
                     source.find("MLSys 2020") != std::string_view::npos ||
                     source.find("J. Algorithms") != std::string_view::npos,
                 name(method).data());
        QVERIFY(name(method) != "unknown");
    }
    // What its paper does not tell is said.
    QVERIFY(sourceOf(WeightMethod::Em).find("usual form") != std::string_view::npos);
    QVERIFY(!isSymmetric(parsed("w2:em").weight) && isSymmetric(parsed("w2:log").weight));
}

QTEST_GUILESS_MAIN(TestQuantSpec)
#include "tst_quant_spec.moc"

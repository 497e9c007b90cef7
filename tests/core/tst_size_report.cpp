// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "quant/size_report.h"

using namespace quantloupe;

namespace {

QuantConfig configOf(std::initializer_list<std::pair<const char *, const char *>> settings)
{
    QuantConfig config;
    for (const auto &[layer, text] : settings)
        config.set(layer, parseSpec(text).spec);
    return config;
}

} // namespace

class TestSizeReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weightBytesByHand_data();
    void weightBytesByHand();
    void floatModel();
    void mixedModel();
    void nothing();
};

void TestSizeReport::weightBytesByHand_data()
{
    QTest::addColumn<QByteArray>("setting");
    QTest::addColumn<qint64>("bytes");
    // 101 weights, 3 output channels.
    QTest::newRow("float") << QByteArray("wfloat") << qint64{404};
    QTest::newRow("4 bits") << QByteArray("w4") << qint64{51 + 12};
    QTest::newRow("4 bits per tensor") << QByteArray("w4:tensor") << qint64{51 + 4};
    // 33 weights a channel: two groups of 16 and the rest.
    QTest::newRow("4 bits per 16 weights") << QByteArray("w4:group16") << qint64{51 + 3 * 3 * 4};
    QTest::newRow("4 bits per 64 weights") << QByteArray("w4:group64") << qint64{51 + 3 * 4};
    QTest::newRow("4 bits asymmetric") << QByteArray("w4:asym") << qint64{51 + 12 + 3};
    QTest::newRow("9 bits asymmetric") << QByteArray("w9:asym") << qint64{114 + 12 + 6};
    QTest::newRow("ternary") << QByteArray("w2:ternary") << qint64{26 + 12};
    QTest::newRow("binary") << QByteArray("w1") << qint64{13 + 12};
    QTest::newRow("EM") << QByteArray("w2:em") << qint64{26 + 3 * 8};
    QTest::newRow("EM per tensor") << QByteArray("w2:em:tensor") << qint64{26 + 8};
    QTest::newRow("k-means") << QByteArray("w4:kmeans") << qint64{51 + 3 * 16 * 4};
    QTest::newRow("logarithmic") << QByteArray("w4:log") << qint64{51 + 12};
    QTest::newRow("tanh") << QByteArray("w4:tanh") << qint64{51 + 12};
    QTest::newRow("power of two") << QByteArray("w4:pow2") << qint64{51 + 12};
    QTest::newRow("16 bits") << QByteArray("w16") << qint64{202 + 12};
}

void TestSizeReport::weightBytesByHand()
{
    QFETCH(QByteArray, setting);
    QFETCH(qint64, bytes);
    const LayerSize layer{"l", 101, 3, 4, 0};
    QCOMPARE(weightBytes(layer, parseSpec(setting.toStdString()).spec.weight), bytes);
}

void TestSizeReport::floatModel()
{
    const std::vector<LayerSize> layers = {{"a", 100, 10, 2, 1000}};
    const std::vector<OtherParameters> others = {{10, 2}, {5, 8}};
    const SizeReport report = sizeReport(layers, others, {});
    QCOMPARE(report.bytes, 460);
    QCOMPARE(report.floatBytes, 460);
    QCOMPARE(report.storedBytes, 200 + 20 + 40);
    QCOMPARE(report.ratio, 1.0);
    QCOMPARE(report.averageBits, 32.0);
    QCOMPARE(report.effectiveBits, 32.0);
    QCOMPARE(report.bops, 1000.0 * 32 * 32);
}

void TestSizeReport::mixedModel()
{
    const std::vector<LayerSize> layers = {{"a", 1000, 10, 4, 5000}, {"b", 3000, 4, 4, 700}};
    const std::vector<OtherParameters> others = {{25, 4}};
    const SizeReport report =
        sizeReport(layers, others, configOf({{"a", "w4,a8"}, {"b", "w1"}, {"elsewhere", "w2"}}));
    QCOMPARE(report.layers.size(), std::size_t{2});
    QCOMPARE(report.layers[0].bytes, 500 + 40 + 4 + 1); // scale and zero point of a8
    QCOMPARE(report.layers[1].bytes, 375 + 16);
    QCOMPARE(report.layers[1].floatBytes, 12000);
    QCOMPARE(report.layers[0].bops, 5000.0 * 4 * 8);
    QCOMPARE(report.bytes, 545 + 391 + 100);
    QCOMPARE(report.floatBytes, 16100);
    QCOMPARE(report.ratio, 16100.0 / 1036);
    QCOMPARE(report.averageBits, (4.0 * 1000 + 1.0 * 3000) / 4000);
    QCOMPARE(report.effectiveBits, 936.0 * 8 / 4000);
    QCOMPARE(report.bops, 5000.0 * 32 + 700.0 * 32);
}

void TestSizeReport::nothing()
{
    const SizeReport report = sizeReport({}, {}, {});
    QCOMPARE(report.bytes, 0);
    QCOMPARE(report.ratio, 0.0);
    QCOMPARE(report.averageBits, 0.0);
    QCOMPARE(report.effectiveBits, 0.0);
}

QTEST_GUILESS_MAIN(TestSizeReport)
#include "tst_size_report.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "analysis/config_difference.h"
#include "made_up_layers.h"

using namespace quantloupe;
using namespace made_up_layers;

namespace {

LayerQuantSpec specOf(const char *text)
{
    return parseSpec(text).spec;
}

} // namespace

/// What differs between two configurations, layer by layer.
class TestConfigDifference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsLayerByLayer()
    {
        const GeneratorInfo info = dcgan();
        QuantConfig a;
        a.set("up1", specOf("w4,a8"));
        a.set("up2", specOf("w4"));
        QuantConfig b;
        b.set("up1", specOf("w4,a6"));
        b.set("up2", specOf("w4:mse:channel"));
        const auto layers = configDifference({a, info.layers}, {b, info.layers});
        QCOMPARE(layers.size(), info.layers.size());
        for (std::size_t i = 0; i < layers.size(); ++i) {
            QCOMPARE(layers[i].layer, info.layers[i].name);
            QCOMPARE(layers[i].weights, info.layers[i].weights);
            QCOMPARE(layers[i].isSame(), layers[i].layer != "up1");
        }
        QCOMPARE(layers[1].first.activation.bits, 8);
        QCOMPARE(layers[1].second.activation.bits, 6);
    }

    void layersOfOneNetworkAlone()
    {
        const GeneratorInfo info = dcgan();
        const std::vector<LayerInfo> other = {info.layers[1], linear("extra", 3, 5)};
        const auto layers = configDifference({{}, info.layers}, {{}, other});
        QCOMPARE(layers.size(), info.layers.size() + 1);
        QVERIFY(!layers[0].isInSecond && !layers[0].isSame());
        QVERIFY(layers[1].isSame());
        QCOMPARE(layers.back().layer, std::string("extra"));
        QVERIFY(!layers.back().isInFirst && !layers.back().isSame());
        QCOMPARE(layers.back().weights, 15);
    }

    void correctionsCountWhereTheyWork()
    {
        const GeneratorInfo info = dcgan();
        QuantConfig a;
        a.set("up1", specOf("w4"));
        QuantConfig b = a;
        CorrectionChoice choice;
        choice.setEverywhere(Correction::Bias, true);
        b.setCorrections(choice);
        const auto layers = configDifference({a, info.layers}, {b, info.layers});
        QCOMPARE(layers[1].corrections, std::vector{Correction::Bias});
        QVERIFY(!layers[1].isSame());
        // A float layer is not corrected.
        QVERIFY(layers[2].isSame());
    }

    void averageBitsCountWeights()
    {
        const std::vector<LayerInfo> layers = {linear("a", 10, 10), linear("b", 10, 30)};
        QuantConfig config;
        config.set("a", specOf("w8"));
        config.set("b", specOf("w4"));
        QCOMPARE(averageBits({config, layers}), (8.0 + 3 * 4) / 4);
        QCOMPARE(averageBits({{}, layers}), 32.0);
        QCOMPARE(averageBits({{}, {}}), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestConfigDifference)
#include "tst_config_difference.moc"

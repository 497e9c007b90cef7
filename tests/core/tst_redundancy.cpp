// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

// After Qt's headers: moc stumbles over <compare> as the first header of a file.
#include "analysis/rank_correlation.h"
#include "analysis/redundancy.h"
#include "made_up_layers.h"

#include <cmath>
#include <set>

using namespace quantloupe;
using namespace made_up_layers;

namespace {

using Order = std::vector<std::size_t>;

double tailOf(std::vector<double> a, std::vector<double> b)
{
    return rankCorrelation(a, b)->lowerTail;
}

double rhoOf(std::vector<double> a, std::vector<double> b)
{
    return rankCorrelation(a, b)->rho;
}

} // namespace

/// What a layer has beyond what its output needs, and how one order tells another.
class TestRedundancy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deconvolutionByHand()
    {
        // 6 channels of 5x5 to 2 of 10x10: s = 2, k = 4.
        const LayerInfo layer = layerOf({"up", 6, 2, 5, 2, 4});
        QCOMPARE(*mapRatio(layer), 6.0 / (4 * 2));
        QCOMPARE(*fanIn(layer), 6.0 * 16 / 4);
        QCOMPARE(*weightsPerOutput(layer), 6.0 * 2 * 16 / (2 * 100));
        QCOMPARE(*freedomSurplus(layer), 6.0 * 4 - 4 * 2);
    }

    void projectionByHand()
    {
        // One position grows to 4x4: every output sees each of the 100 inputs once.
        const LayerInfo layer = layerOf({"project", 100, 64, 1, 4, 4});
        QCOMPARE(*mapRatio(layer), 100.0 / (16 * 64));
        QCOMPARE(*fanIn(layer), 100.0);
        QCOMPARE(*weightsPerOutput(layer), 100.0);
        QCOMPARE(*freedomSurplus(layer), 100.0 - 16 * 64);
    }

    void otherKindsByHand()
    {
        LayerInfo convolution = layerOf({"conv", 8, 4, 6, 1, 3});
        convolution.kind = LayerKind::Convolution;
        QCOMPARE(*fanIn(convolution), 8.0 * 9);
        QCOMPARE(*freedomSurplus(convolution), 8.0 * 9 - 4);
        const LayerInfo vector = linear("fc", 12, 5);
        QCOMPARE(*mapRatio(vector), 12.0 / 5);
        QCOMPARE(*fanIn(vector), 12.0);
        QCOMPARE(*weightsPerOutput(vector), 12.0);
        QCOMPARE(*freedomSurplus(vector), 12.0 - 5);
    }

    void groupsSeeTheirOwnChannels()
    {
        // Two groups: half the weights, and half the channels on both sides.
        LayerInfo layer = layerOf({"grouped", 8, 4, 5, 2, 4});
        layer.groups = 2;
        layer.weightShape[1] = 2;
        layer.weights /= 2;
        layer.macs /= 2;
        QCOMPARE(*fanIn(layer), 4.0 * 16 / 4);
        QCOMPARE(*freedomSurplus(layer), 4.0 * 4 - 4 * 2);
    }

    void anIndexHasNoRedundancy()
    {
        LayerInfo layer = linear("embedding", 10, 5);
        layer.kind = LayerKind::Embedding;
        for (const RedundancyMeasure measure : redundancyMeasures())
            QVERIFY(!redundancy(measure, layer));
    }

    void orderIsFromTheMostRedundant()
    {
        GeneratorInfo info = dcgan();
        // 100/1024, 64/128, 32/64, 16/12: the second and the third are equal and keep their order.
        QCOMPARE(redundancyOrder(RedundancyMeasure::MapRatio, info.layers), Order({3, 1, 2, 0}));
        info.layers[1].kind = LayerKind::Embedding;
        QCOMPARE(redundancyOrder(RedundancyMeasure::MapRatio, info.layers), Order({3, 2, 0, 1}));
    }

    void namesAreDifferent()
    {
        std::set<std::string_view> names;
        for (const RedundancyMeasure measure : redundancyMeasures())
            names.insert(name(measure));
        QCOMPARE(names.size(), redundancyMeasures().size());
    }

    void correlationByHand()
    {
        QCOMPARE(rhoOf({1, 2, 3, 4}, {10, 20, 30, 1e6}), 1.0);
        QCOMPARE(rhoOf({1, 2, 3, 4}, {4, 3, 2, 1}), -1.0);
        // 1 - 6 * (1 + 1 + 4 + 1 + 1) / (5 * 24) of the squared differences of ranks.
        QCOMPARE(rhoOf({1, 2, 3, 4, 5}, {2, 1, 5, 3, 4}), 1 - 6.0 * 8 / 120);
        // Equal values share ranks 1 and 2: 1.5, 1.5, 3 against 1, 2, 3.
        QCOMPARE(rhoOf({7, 7, 9}, {1, 2, 3}), std::sqrt(0.75));
    }

    void tailByHand()
    {
        // One order of 24 is the opposite one; all are as low as the same one.
        QCOMPARE(tailOf({1, 2, 3, 4}, {4, 3, 2, 1}), 1.0 / 24);
        QCOMPARE(tailOf({1, 2, 3, 4}, {1, 2, 3, 4}), 1.0);
        // One swap of neighbours: the opposite order and three swaps of it, of 24.
        QCOMPARE(tailOf({1, 2, 3, 4}, {4, 3, 1, 2}), 4.0 / 24);
    }

    void manyPairsAreDrawn()
    {
        std::vector<double> rising(12);
        for (std::size_t i = 0; i < rising.size(); ++i)
            rising[i] = static_cast<double>(i);
        const std::vector<double> falling(rising.rbegin(), rising.rend());
        // 1 / 12! is beyond what draws can find; the measured order itself is one of them.
        QCOMPARE(tailOf(rising, falling), 1.0 / 100'001);
        QCOMPARE(tailOf(rising, rising), 1.0);
        std::vector<double> mixed = rising;
        std::swap(mixed[0], mixed[11]);
        const double tail = tailOf(rising, mixed);
        QVERIFY(tail > 0.5 && tail < 1);
        QCOMPARE(tailOf(rising, mixed), tail);
    }

    void nothingToRank()
    {
        const std::vector<double> two = {1, 2};
        const std::vector<double> same = {5, 5, 5};
        const std::vector<double> three = {1, 2, 3};
        QVERIFY(!rankCorrelation(two, two));
        QVERIFY(!rankCorrelation(same, three));
        QVERIFY(!rankCorrelation(three, same));
        QVERIFY(!rankCorrelation(three, two));
    }
};

QTEST_APPLESS_MAIN(TestRedundancy)
#include "tst_redundancy.moc"

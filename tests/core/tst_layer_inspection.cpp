// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "session_requests.h"
#include "state_dict_files.h"
#include "state_dict_networks.h"

#include "analysis/feature_maps.h"
#include "base/error.h"
#include "test_networks.h"

#include <ATen/ATen.h>

#include <cmath>

using namespace session_requests;
using namespace test_networks;

class TestLayerInspection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void equalsTheLayerReport_data();
    void equalsTheLayerReport();
    void equalsTheRangeOfTheReport();
    void withoutCalibrationSamplesAreShown();
    void earlierCalibrationsDoNotMatter();
    void weightComesFirst();
    void weightAloneIsWeightAlone();
    void laterLayersDoNotMatter();
    void mapsOfAFloatNetworkAreEqual();
    void mapsByHand();
    void mapsOfDeadChannelsAreEqual();
    void largeMapsAreThinned();
    void listsHaveNoMaps();
    void unknownLayersAreRefused();
    void canBeCancelled();

private:
    InspectRequest requestOf(const char *layer, int weightBits, int activationBits);

    QTemporaryDir m_folder;
    Session m_session;
    GeneratorPtr m_dcgan;
};

void TestLayerInspection::initTestCase()
{
    const std::string path = m_folder.filePath("network.pth").toStdString();
    writeZipPickle(path, sequentialNetworks().front().tensors);
    m_dcgan = m_session.open({path, {}, {}, {}, false}, RunContext());
}

InspectRequest TestLayerInspection::requestOf(const char *layer, int weightBits, int activationBits)
{
    InspectRequest request;
    request.compare = requestFor(m_dcgan, 4);
    setAll(request.compare, weightBits, activationBits);
    request.layer = layer;
    return request;
}

void TestLayerInspection::equalsTheLayerReport_data()
{
    QTest::addColumn<QString>("spec");
    for (const char *spec :
         {"w1", "w2:ternary", "w2", "w4:minmax:tensor", "w3:minmax:full", "w4:minmax:asym", "w2:em",
          "w4:kmeans", "w3:log", "w3:tanh:tensor", "w4:pow2", "w8", "w12", "wfloat"})
        QTest::newRow(spec) << spec;
}

void TestLayerInspection::equalsTheLayerReport()
{
    QFETCH(QString, spec);
    for (const char *layer : {"main.0", "main.3", "main.6"}) {
        InspectRequest request = requestOf(layer, kFloatBits, kFloatBits);
        request.compare.config.set(layer, parseSpec(spec.toStdString()).spec);
        const CompareReport report =
            m_session.compare(request.compare, Lane::Compute, RunContext());
        const LayerReport *expected = nullptr;
        for (const LayerReport &candidate : report.layers)
            if (candidate.name == layer)
                expected = &candidate;
        const WeightInspection weight = m_session.inspectLayer(request, RunContext()).weight;
        QCOMPARE(weight.layer.sqnr, expected->sqnr);
        QCOMPARE(weight.layer.clipped, expected->clipped);
        if (expected->spec.weight.isFloat())
            continue;
        QCOMPARE(weight.layer.occupancy.value(), expected->occupancy);
        QCOMPARE(weight.layer.entropy.value(), expected->entropy);
        QCOMPARE(weight.errors.size(), std::size_t(weight.channels));
    }
}

void TestLayerInspection::equalsTheRangeOfTheReport()
{
    const InspectRequest request = requestOf("main.3", 4, 6);
    const CompareReport report = m_session.compare(request.compare, Lane::Compute, RunContext());
    const ActivationInspection activation =
        m_session.inspectLayer(request, RunContext()).activation;
    QCOMPARE(activation.source, ActivationSource::Calibration);
    QCOMPARE(activation.samples, request.compare.calibration.count);
    QVERIFY(activation.range == report.layers[1].activation);
    // 12 maps of 4x4 behind a ReLU.
    QCOMPARE(activation.values, std::int64_t(activation.samples) * 12 * 16);
    QCOMPARE(activation.minimum, 0.0);
    QVERIFY(activation.zeros > 0.2);
}

void TestLayerInspection::withoutCalibrationSamplesAreShown()
{
    InspectRequest request = requestOf("main.6", 4, kFloatBits);
    request.compare.calibration.seed = 99;
    const ActivationInspection activation =
        m_session.inspectLayer(request, RunContext()).activation;
    QCOMPARE(activation.source, ActivationSource::Samples);
    QCOMPARE(activation.samples, 4);
    QCOMPARE(activation.values, 4 * 10 * 8 * 8);
    QVERIFY(!activation.range);
}

void TestLayerInspection::earlierCalibrationsDoNotMatter()
{
    InspectRequest request = requestOf("main.6", 4, kFloatBits);
    const ActivationInspection before = m_session.inspectLayer(request, RunContext()).activation;
    setAll(request.compare, 4, 8);
    QCOMPARE(m_session.inspectLayer(request, RunContext()).activation.source,
             ActivationSource::Calibration);
    setAll(request.compare, 4, kFloatBits);
    const ActivationInspection after = m_session.inspectLayer(request, RunContext()).activation;
    QCOMPARE(after.source, ActivationSource::Samples);
    QCOMPARE(after.samples, before.samples);
    QCOMPARE(after.values, before.values);
    QCOMPARE(after.maximum, before.maximum);
}

void TestLayerInspection::weightComesFirst()
{
    const InspectRequest request = requestOf("main.3", 4, 8);
    int calls = 0;
    const LayerInspection report =
        m_session.inspectLayer(request, RunContext(), [&](const LayerInspection &part) {
            ++calls;
            QVERIFY(!part.isComplete);
            QVERIFY(!part.weight.histogram.isEmpty());
            QVERIFY(part.maps.maps.empty());
        });
    QCOMPARE(calls, 1);
    QVERIFY(report.isComplete);
    QCOMPARE(report.maps.channels, 10);
    QCOMPARE(report.maps.maps.size(), 10U);
    QVERIFY(report.maps.maps.front().error.value() >= report.maps.maps.back().error.value());
    QVERIFY(report.maps.largestDifference > 0);
}

void TestLayerInspection::weightAloneIsWeightAlone()
{
    InspectRequest request = requestOf("main.3", 4, kFloatBits);
    request.parts = InspectParts::Weight;
    request.channel = 3;
    const LayerInspection report = m_session.inspectLayer(request, RunContext());
    QVERIFY(!report.isComplete);
    QCOMPARE(report.weight.channel.value(), 3);
    QCOMPARE(report.weight.chosen->weights, 12 * 16);
}

void TestLayerInspection::laterLayersDoNotMatter()
{
    InspectRequest request = requestOf("main.0", kFloatBits, kFloatBits);
    LayerQuantSpec spec;
    spec.weight = weightSpecOfBits(1);
    request.compare.config.set("main.6", spec);
    QCOMPARE(m_session.inspectLayer(request, RunContext()).maps.largestDifference, 0.0);
    request.layer = "main.6";
    QVERIFY(m_session.inspectLayer(request, RunContext()).maps.largestDifference > 0);
}

void TestLayerInspection::mapsOfAFloatNetworkAreEqual()
{
    const InspectRequest request = requestOf("main.6", kFloatBits, kFloatBits);
    const FeatureMaps maps = m_session.inspectLayer(request, RunContext()).maps;
    QCOMPARE(maps.maps.size(), 3U);
    for (const FeatureMap &map : maps.maps) {
        QVERIFY(map.reference == map.quantized);
        QCOMPARE(map.error.value(), 0.0);
        QCOMPARE(map.reference.width, 16);
    }
}

void TestLayerInspection::mapsByHand()
{
    const at::Tensor reference =
        at::tensor({0.F, 1.F, 2.F, 4.F, 0.F, 0.F, 0.F, 2.F}).reshape({1, 2, 2, 2});
    const at::Tensor quantized =
        at::tensor({0.F, 1.F, 2.F, 4.F, 0.F, -1.F, 0.F, 2.F}).reshape({1, 2, 2, 2});
    const FeatureMaps maps = featureMaps(reference, quantized, {});
    QCOMPARE(maps.range.low, -1.0);
    QCOMPARE(maps.range.high, 4.0);
    QCOMPARE(maps.largestDifference, 1.0);
    QCOMPARE(maps.maps[0].channel, 1);
    QCOMPARE(maps.maps[0].error.value(), 0.5);
    QCOMPARE(maps.maps[1].error.value(), 0.0);
    // 0 is one fifth of the range, 4 its end.
    QCOMPARE(maps.maps[1].reference.pixels, (std::vector<std::uint8_t>{51, 102, 153, 255}));
    QCOMPARE(maps.maps[0].quantized.pixels[1], 0);
    // Equal is white, the largest decrease blue.
    QCOMPARE(std::vector<std::uint8_t>(maps.maps[0].difference.at(0, 0),
                                       maps.maps[0].difference.at(0, 0) + 3),
             (std::vector<std::uint8_t>{255, 255, 255}));
    QCOMPARE(std::vector<std::uint8_t>(maps.maps[0].difference.at(1, 0),
                                       maps.maps[0].difference.at(1, 0) + 3),
             (std::vector<std::uint8_t>{0, 0, 255}));
    MapLimits inOrder;
    inOrder.order = MapOrder::Channel;
    inOrder.count = 1;
    const FeatureMaps first = featureMaps(reference, quantized, inOrder);
    QCOMPARE(first.maps.size(), 1U);
    QCOMPARE(first.maps[0].channel, 0);
}

/// One that is zero in both networks has no relative error, and is equal all the same.
void TestLayerInspection::mapsOfDeadChannelsAreEqual()
{
    const at::Tensor reference = at::tensor({0.F, 0.F, 1.F, 0.F, 0.F}).reshape({1, 5, 1, 1});
    const at::Tensor quantized = at::tensor({0.F, 1.F, 1.F, NAN, -0.F}).reshape({1, 5, 1, 1});
    MapLimits inOrder;
    inOrder.order = MapOrder::Channel;
    std::vector<bool> equal;
    for (const FeatureMap &map : featureMaps(reference, quantized, inOrder).maps)
        equal.push_back(map.isEqual);
    QCOMPARE(equal, (std::vector<bool>{true, false, true, false, true}));
}

void TestLayerInspection::largeMapsAreThinned()
{
    const at::Tensor values = at::arange(130 * 70, at::kFloat).reshape({1, 1, 130, 70});
    const FeatureMaps maps = featureMaps(values, values, {});
    QCOMPARE(maps.stride, 3);
    QCOMPARE(maps.maps[0].reference.height, 44);
    QCOMPARE(maps.maps[0].reference.width, 24);
}

void TestLayerInspection::listsHaveNoMaps()
{
    const at::Tensor values = at::ones({1, 5});
    const FeatureMaps maps = featureMaps(values, values, {});
    QVERIFY(maps.maps.empty());
    QVERIFY(maps.absence == Absence::OutputWithoutMaps);
}

void TestLayerInspection::unknownLayersAreRefused()
{
    InspectRequest request = requestOf("main.3", 4, kFloatBits);
    request.layer = "main.9";
    QVERIFY_EXCEPTION_THROWN(m_session.inspectLayer(request, RunContext()), Error);
    request.layer = "main.3";
    request.channel = 10;
    QVERIFY_EXCEPTION_THROWN(m_session.inspectLayer(request, RunContext()), Error);
}

void TestLayerInspection::canBeCancelled()
{
    const InspectRequest request = requestOf("main.3", 4, 8);
    std::stop_source stop;
    bool cancelled = false;
    try {
        m_session.inspectLayer(request, RunContext(stop.get_token()),
                               [&](const LayerInspection &) { stop.request_stop(); });
    } catch (const Cancelled &) {
        cancelled = true;
    }
    QVERIFY(cancelled);
    QVERIFY(m_session.inspectLayer(request, RunContext()).isComplete);
}

QTEST_APPLESS_MAIN(TestLayerInspection)
#include "tst_layer_inspection.moc"

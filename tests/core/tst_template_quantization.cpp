// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "session_requests.h"
#include "templates_fixture.h"

#include <algorithm>
#include <utility>

using namespace session_requests;
using namespace templates_fixture;

namespace {

at::Tensor tensor(const TemplateNetwork &network, const std::string &key)
{
    for (const auto &[name, value] : network.tensors)
        if (name == key)
            return value;
    return {};
}

} // namespace

/// Checkpoints of published code are quantized in the weight that their layers compute with.
class TestTemplateQuantization : public TemplatesFixture
{
    Q_OBJECT

private Q_SLOTS:
    void quantizedRun_data() { rows(); }
    void quantizedRun();
    void effectiveWeightIsQuantized_data();
    void effectiveWeightIsQuantized();
    void demodulationFollowsTheQuantizedWeight();

private:
    static const WeightSite &site(const Generator &generator, const std::string &name)
    {
        return *std::ranges::find(generator.program.layers, name, &WeightSite::name);
    }
};

void TestTemplateQuantization::quantizedRun()
{
    QFETCH(int, index);
    const TemplateNetwork &network = m_networks.at(static_cast<std::size_t>(index));
    Session session;
    OpenRequest open;
    open.path = saved(network.tensors).path;
    if (network.architecture.starts_with("CycleGAN"))
        open.assumptions["input.shape"] = "3x32x32";
    const GeneratorPtr generator = session.open(open, RunContext());
    const int asFloat = LayerQuantSpec().activation.bits;
    std::vector<double> sqnr;
    std::vector<std::int64_t> bytes;
    for (const auto &[weightBits, activationBits] : {std::pair(8, asFloat), {4, asFloat}, {4, 8}}) {
        CompareRequest request = requestFor(generator, 2);
        request.calibration.count = 4;
        setAll(request, weightBits, activationBits);
        const CompareReport report = session.compare(request, Lane::Compute, RunContext());
        QCOMPARE(report.pairs.size(), 2U);
        for (const SamplePair &pair : report.pairs)
            QVERIFY(pair.quantized != pair.reference);
        for (const LayerReport &layer : report.layers)
            QCOMPARE(layer.activation.has_value(),
                     request.config.spec(layer.name).activation.bits != asFloat);
        sqnr.push_back(report.mean.sqnr.value());
        bytes.push_back(report.size.bytes);
        QVERIFY(bytes.back() < report.size.floatBytes / 2);
    }
    // Where the effective weight was not the one that is quantized, 8 bits would show it.
    QVERIFY2(sqnr[0] > 20, qPrintable(QString::number(sqnr[0])));
    QVERIFY2(sqnr[0] > sqnr[1], qPrintable(QString("%1 %2").arg(sqnr[0]).arg(sqnr[1])));
    QVERIFY(bytes[1] < bytes[0]);
}

void TestTemplateQuantization::effectiveWeightIsQuantized_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QString>("layer");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<double>("gain");
    const double features = 24;
    QTest::newRow("spectral norm, linear") << 1 << "snlinear0"
                                           << "snlinear0.weight_orig" << 0.;
    QTest::newRow("spectral norm, convolution") << 1 << "block2.snconv2d1"
                                                << "block2.snconv2d1.weight_orig" << 0.;
    QTest::newRow("spectral norm, transposed") << 2 << "l2.0.module"
                                               << "l2.0.module.weight_bar" << 0.;
    QTest::newRow("equalized learning rate of the mapping")
        << 4 << "mapping.fc1"
        << "mapping.fc1.weight" << 0.01 / std::sqrt(features);
    QTest::newRow("equalized learning rate of a style")
        << 4 << "synthesis.b8.conv0.affine"
        << "synthesis.b8.conv0.affine.weight" << 1 / std::sqrt(features);
    QTest::newRow("modulation") << 4 << "synthesis.b8.conv0"
                                << "synthesis.b8.conv0.weight" << 1.;
    QTest::newRow("modulation without demodulation") << 4 << "synthesis.b8.torgb"
                                                     << "synthesis.b8.torgb.weight" << 1.;
}

void TestTemplateQuantization::effectiveWeightIsQuantized()
{
    QFETCH(int, index);
    QFETCH(QString, layer);
    QFETCH(QString, stored);
    QFETCH(double, gain);
    const TemplateNetwork &network = m_networks.at(static_cast<std::size_t>(index));
    const auto generator = opened(index);
    const at::Tensor weight = site(*generator, layer.toStdString()).weight;
    at::Tensor expected = tensor(network, stored.toStdString());
    if (gain > 0) {
        expected = expected * gain;
    } else {
        // The largest singular value, which power iteration comes near to.
        const at::Tensor rows = expected.reshape({expected.size(0), -1}).to(at::kDouble);
        expected = expected / at::linalg_svdvals(rows).max().item<double>();
    }
    const double tolerance = gain > 0 ? 1e-7 : 0.05;
    QVERIFY(((weight - expected).abs().max() / expected.abs().max()).item<double>() < tolerance);
    QCOMPARE(at::equal(weight, tensor(network, stored.toStdString())), gain == 1);
}

void TestTemplateQuantization::demodulationFollowsTheQuantizedWeight()
{
    const at::NoGradGuard noGradients;
    const TemplateNetwork network = styleGan2(0, Modulation::Plain);
    const auto generator = opened(network);
    const Values values = network.inputs(2);
    const at::Tensor expected = run(*generator, values);
    for (const auto &[name, isUndone] : {std::pair<const char *, bool>("synthesis.b16.conv1", true),
                                         {"synthesis.b16.torgb", false}}) {
        Overlay overlay(generator->program.layers.size());
        const WeightSite &halved = site(*generator, name);
        LayerOverlay &layer =
            overlay.at(static_cast<std::size_t>(&halved - generator->program.layers.data()));
        layer.weight = halved.weight * 0.5;
        layer.weightKey = 1;
        const double difference =
            (run(*generator, values, overlay) - expected).abs().max().item<double>();
        const double largest = expected.abs().max().item<double>();
        QVERIFY2((difference < kRounding * largest) == isUndone, name);
        QVERIFY2(isUndone || difference > 0.01 * largest, name);
    }
}

QTEST_APPLESS_MAIN(TestTemplateQuantization)

#include "tst_template_quantization.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "templates_fixture.h"

#include <functional>
#include <set>

using namespace templates_fixture;

namespace {

std::int64_t elements(const NamedTensors &tensors,
                      const std::function<bool(const QString &)> &counts)
{
    std::int64_t sum = 0;
    for (const auto &[name, tensor] : tensors)
        if (counts(QString::fromStdString(name)))
            sum += tensor.numel();
    return sum;
}

} // namespace

/// Checkpoints of published code open by the names of their tensors and compute what that code
/// does.
class TestTemplates : public TemplatesFixture
{
    Q_OBJECT

private Q_SLOTS:
    void equalsThePublishedCode_data() { rows(); }
    void equalsThePublishedCode();
    void isDescribed_data() { rows(); }
    void isDescribed();
    void parametersAreCounted_data() { rows(); }
    void parametersAreCounted();
    void countsOfThePapers();
    void nonFusedModulationEqualsFused_data();
    void nonFusedModulationEqualsFused();
    void assumptionsOfStyleGan2_data();
    void assumptionsOfStyleGan2();
    void almostIsRefused_data();
    void almostIsRefused();
};

void TestTemplates::equalsThePublishedCode()
{
    QFETCH(int, index);
    const at::NoGradGuard noGradients;
    const TemplateNetwork &network = m_networks.at(static_cast<std::size_t>(index));
    const auto generator = opened(index);
    for (const std::int64_t batch : {1, 3}) {
        const Values values = network.inputs(batch);
        const at::Tensor expected = network.forward(values);
        const at::Tensor result = run(*generator, values);
        QCOMPARE(result.sizes().vec(), expected.sizes().vec());
        const double difference = (result - expected).abs().max().item<double>();
        QVERIFY2(at::equal(result, expected), qPrintable(QString::number(difference)));
        QVERIFY(expected.std().item<double>() > 0.05);
    }
}

void TestTemplates::isDescribed()
{
    QFETCH(int, index);
    const TemplateNetwork &network = m_networks.at(static_cast<std::size_t>(index));
    const auto generator = opened(index);
    const GeneratorInfo &info = generator->info;
    QCOMPARE(info.architecture, network.architecture);
    QCOMPARE(info.output, network.picture);
    QVERIFY2(info.warnings.empty(), info.warnings.empty() ? "" : info.warnings.front().c_str());
    QCOMPARE(info.fixedBatch, 0);
    std::set<std::string> names;
    for (const LayerInfo &layer : info.layers) {
        names.insert(layer.name);
        QVERIFY2(layer.outputAxis >= 0, layer.name.c_str());
    }
    QCOMPARE(names, std::set<std::string>(network.layers.begin(), network.layers.end()));

    const Values values = network.inputs(1);
    QCOMPARE(info.inputs.size(), values.size());
    const bool image = network.architecture.starts_with("CycleGAN");
    QCOMPARE(info.inputs[0].kind, image ? InputKind::Image : InputKind::Latent);
    for (std::size_t i = 1; i < values.size(); ++i) {
        const InputKind kind = values[i].isDouble()                       ? InputKind::Truncation
                               : values[i].toTensor().is_floating_point() ? InputKind::OneHotLabel
                                                                          : InputKind::Label;
        QCOMPARE(info.inputs[i].kind, kind);
    }
    const bool attends = network.architecture == "SAGAN";
    const bool softmax = std::ranges::count(info.unquantized, std::string("softmax"),
                                            &UnquantizedOperation::operation) == 1;
    QCOMPARE(softmax, attends);
}

void TestTemplates::parametersAreCounted()
{
    QFETCH(int, index);
    const TemplateNetwork &network = m_networks.at(static_cast<std::size_t>(index));
    const auto generator = opened(index);
    // As PyTorch counts: running statistics and other buffers are no parameters.
    static const QRegularExpression buffer("running_|num_batches|weight_[uv]$|resample_filter|"
                                           "noise_const|w_avg");
    const std::int64_t expected = elements(
        network.tensors, [](const QString &name) { return !buffer.match(name).hasMatch(); });
    QCOMPARE(generator->info.totals.parameters, expected);
}

void TestTemplates::countsOfThePapers()
{
    const auto cycleGan = opened(0);
    std::int64_t weights = 0;
    for (const LayerInfo &layer : cycleGan->info.layers)
        weights += layer.weights;
    QCOMPARE(weights, 11372928);
    QCOMPARE(opened(3)->info.totals.parameters, 2054368);
}

void TestTemplates::nonFusedModulationEqualsFused_data()
{
    QTest::addColumn<int>("classes");
    QTest::newRow("without classes") << 0;
    QTest::newRow("5 classes") << 5;
}

void TestTemplates::nonFusedModulationEqualsFused()
{
    QFETCH(int, classes);
    const at::NoGradGuard noGradients;
    const TemplateNetwork fused = styleGan2(classes, Modulation::Fused);
    const auto generator = opened(fused);
    const Values values = fused.inputs(4);
    const at::Tensor expected = fused.forward(values);
    const double difference = (run(*generator, values) - expected).abs().max().item<double>();
    QVERIFY2(difference < kRounding * expected.abs().max().item<double>(),
             qPrintable(QString::number(difference)));
}

void TestTemplates::assumptionsOfStyleGan2_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("changes");
    QTest::newRow("no noise") << "noise"
                              << "none" << true;
    QTest::newRow("random noise") << "noise"
                                  << "random" << true;
    QTest::newRow("constant noise") << "noise"
                                    << "const" << false;
    QTest::newRow("no clamp that is ever reached") << "conv.clamp"
                                                   << "none" << false;
    QTest::newRow("rate") << "mapping.rate"
                          << "0.1" << true;
}

void TestTemplates::assumptionsOfStyleGan2()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(bool, changes);
    const at::NoGradGuard noGradients;
    const TemplateNetwork network = styleGan2(0, Modulation::Plain);
    LoadOptions options = saved(network.tensors);
    options.assumptions[key.toStdString()] = value.toStdString();
    const auto generator = loadGenerator(options);
    QVERIFY(generator->info.assumption(key.toStdString())->confirmed);
    const Values values = network.inputs(2);
    QCOMPARE(!at::equal(run(*generator, values), network.forward(values)), changes);
}

void TestTemplates::almostIsRefused_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("change");
    const auto row = [](const char *name, int index, const char *key, const char *change) {
        QTest::newRow(name) << index << key << change;
    };
    row("SAGAN without a convolution", 1, "block2.snconv2d0.weight_orig", "remove");
    row("SAGAN without a vector of spectral norm", 1, "block2.snconv2d2.weight_u", "remove");
    row("SAGAN with another factor", 1, "self_attn.sigma", "widen");
    row("SAGAN with a further layer", 1, "extra.weight", "add");
    row("attention without values", 2, "attn1.value_conv.weight", "remove");
    row("DiStyleGAN with residual blocks", 3, "residual.0.block.0.weight", "add");
    row("DiStyleGAN without a norm", 3, "upsample2.2.weight", "widen");
    row("StyleGAN2 with a skip layer", 4, "synthesis.b8.skip.weight", "add");
    row("StyleGAN2 without a style", 4, "synthesis.b16.conv1.affine.weight", "remove");
    row("StyleGAN2 with another filter", 4, "synthesis.b16.conv0.resample_filter", "widen");
}

void TestTemplates::almostIsRefused()
{
    QFETCH(int, index);
    QFETCH(QString, key);
    QFETCH(QString, change);
    const std::string name = key.toStdString();
    NamedTensors tensors = m_networks.at(static_cast<std::size_t>(index)).tensors;
    if (change == "add")
        tensors.emplace_back(name, numbers({3, 3}, 1));
    if (change == "remove")
        std::erase_if(tensors, [&](const auto &entry) { return entry.first == name; });
    if (change == "widen")
        for (auto &[entry, value] : tensors)
            if (entry == name)
                value = at::cat({value, value}, 0);
    QString message;
    try {
        loadGenerator(saved(tensors));
    } catch (const Error &error) {
        QCOMPARE(error.kind(), ErrorKind::BadInput);
        message = QString::fromUtf8(error.what());
    }
    const QString module = key.left(key.lastIndexOf(u'.'));
    QVERIFY2(message.contains(module), qPrintable(message));
    QVERIFY2(message.contains("--architecture") && !message.contains(u'\n'), qPrintable(message));
}

QTEST_APPLESS_MAIN(TestTemplates)

#include "tst_templates.moc"

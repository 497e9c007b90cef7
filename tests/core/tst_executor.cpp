// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "network_runs.h"
#include "shared_data.h"

#include <ATen/Parallel.h>

#include <map>

using namespace quantloupe;
using namespace test_networks;

/// The program cut at its layers computes what the module's own forward() computes, to the bit.
class TestExecutor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void equalsForward_data();
    void equalsForward();
    void sharedFilesEqualForward_data();
    void sharedFilesEqualForward();
    void foundLayers_data();
    void foundLayers();
    void gradientsEqualThoseOfForward_data();
    void gradientsEqualThoseOfForward();
    void fixedBatchIsFound();
    void partialWritesAreNotCached();

private:
    const TestNetwork &network(const QString &name) const;

    std::vector<TestNetwork> m_networks;
};

void TestExecutor::initTestCase()
{
    at::set_num_threads(1);
    m_networks = allNetworks();
}

const TestNetwork &TestExecutor::network(const QString &name) const
{
    for (const TestNetwork &network : m_networks)
        if (name == QString::fromStdString(network.name))
            return network;
    qFatal("no such network");
}

void TestExecutor::equalsForward_data()
{
    QTest::addColumn<QString>("name");
    for (const TestNetwork &network : m_networks)
        QTest::newRow(network.name.c_str()) << QString::fromStdString(network.name);
}

void TestExecutor::equalsForward()
{
    QFETCH(QString, name);
    const at::NoGradGuard noGradients;
    const TestNetwork &tested = network(name);
    QTemporaryDir folder;
    const auto generator = saveAndLoad(tested, folder.path().toStdString());
    const std::vector<std::int64_t> batches = tested.fixedBatch > 0
                                                  ? std::vector<std::int64_t>{tested.fixedBatch}
                                                  : std::vector<std::int64_t>{1, 2, 5};
    for (const std::int64_t batch : batches) {
        const Values values = tested.inputs(batch);
        const at::Tensor expected = forwardOfFile(generator->info.path, values);
        const at::Tensor result = run(*generator, values);
        QVERIFY2(at::equal(result, expected), qPrintable(QString("batch %1").arg(batch)));
        QVERIFY(expected.std().item<double>() > 0.01);
    }
    QVERIFY(!generator->program.layers.empty());
}

void TestExecutor::sharedFilesEqualForward_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("scripted") << "models/faces32_generator40.torchscript.pt";
    QTest::newRow("traced") << "models/style_wave.torchscript.pt";
}

void TestExecutor::sharedFilesEqualForward()
{
    QFETCH(QString, file);
    const auto path = shared_data::find(file.toStdString());
    if (path.empty())
        QSKIP(shared_data::kMissing);
    const at::NoGradGuard noGradients;
    LoadOptions options;
    options.path = path.string();
    const auto generator = loadGenerator(options);
    for (const std::int64_t batch : {1, 3, 8}) {
        const Values values = latents(generator->info.inputs.at(0).shape)(batch);
        QVERIFY(at::equal(run(*generator, values), forwardOfFile(path, values)));
    }
}

void TestExecutor::foundLayers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("layers");
    QTest::addColumn<QList<int>>("axes");
    const auto row = [](const char *name, const QStringList &layers, const QList<int> &axes) {
        QTest::newRow(name) << name << layers << axes;
    };
    for (const char *name : {"dcgan scripted", "dcgan traced"})
        row(name, {"main.0", "main.2", "main.4"}, {1, 1, 1});
    row("lists", {"first", "branch0", "branch1", "branch2", "last"}, {0, 0, 0, 0, 0});
    for (const char *name : {"shared weight scripted", "shared weight traced", "conditional"})
        row(name, {"first", "second", "third"}, {0, 0, 0});
    for (const char *name : {"grouped scripted", "grouped traced"})
        row(name, {"first", "plain", "up", "last"}, {0, 0, 1, 0});
    for (const char *name : {"labelled scripted", "labelled traced"})
        row(name, {"classes", "first", "last"}, {1, 0, 0});
    for (const char *name : {"spectral norm scripted", "spectral norm traced"})
        row(name, {"first", "weight_orig"}, {0, 0});
    for (const char *name : {"modulated", "modulated fused"})
        row(name, {"mapping", "styleA", "weightA", "styleB", "weightB"}, {0, 0, 0, 0, 0});
    row("equalized", {"first", "last"}, {0, 0});
}

void TestExecutor::foundLayers()
{
    QFETCH(QString, name);
    QFETCH(QStringList, layers);
    QFETCH(QList<int>, axes);
    QTemporaryDir folder;
    const auto generator = saveAndLoad(network(name), folder.path().toStdString());
    std::map<QString, int> found;
    for (const LayerInfo &layer : generator->info.layers)
        found[QString::fromStdString(layer.name)] = layer.outputAxis;
    std::map<QString, int> expected;
    for (int i = 0; i < layers.size(); ++i)
        expected[layers[i]] = axes[i];
    QCOMPARE(found, expected);
    QVERIFY(!generator->info.unquantized.empty());
}

void TestExecutor::gradientsEqualThoseOfForward_data()
{
    QTest::addColumn<QString>("name");
    // Networks whose quantization sites are the parameters themselves.
    for (const char *name :
         {"dcgan scripted", "dcgan traced", "conditional", "lists", "in place scripted",
          "in place traced", "shared weight scripted", "grouped traced", "labelled scripted",
          "image to image traced", "perceptron"})
        QTest::newRow(name) << name;
}

void TestExecutor::gradientsEqualThoseOfForward()
{
    QFETCH(QString, name);
    const TestNetwork &tested = network(name);
    QTemporaryDir folder;
    const auto generator = saveAndLoad(tested, folder.path().toStdString());
    const Values values = tested.inputs(3);
    Overlay overlay(generator->program.layers.size());
    for (std::size_t i = 0; i < overlay.size(); ++i)
        overlay[i].weight = generator->program.layers[i].weight.clone().set_requires_grad(true);
    Module module = torch::jit::load(generator->info.path);
    module.eval();
    for (const at::Tensor &parameter : module.parameters())
        parameter.set_requires_grad(true);
    const at::Tensor expected = module.forward(values).toTensor();
    const at::Tensor result = run(*generator, values, overlay);
    const at::Tensor direction = numbers(expected.sizes(), 77);
    (expected * direction).sum().backward();
    (result * direction).sum().backward();
    for (const auto &parameter : module.named_parameters()) {
        for (std::size_t i = 0; i < overlay.size(); ++i) {
            const std::string &layer = generator->program.layers[i].name;
            if (parameter.name != layer && parameter.name != layer + ".weight")
                continue;
            QVERIFY2(parameter.value.grad().defined(), layer.c_str());
            QVERIFY2(at::equal(parameter.value.grad(), overlay[i].weight.grad()), layer.c_str());
            QVERIFY(overlay[i].weight.grad().abs().sum().item<double>() > 0);
            overlay[i].weightKey = 1;
        }
    }
    for (const LayerOverlay &layer : overlay)
        QCOMPARE(layer.weightKey, 1U);
}

void TestExecutor::fixedBatchIsFound()
{
    QTemporaryDir folder;
    const auto fused = saveAndLoad(network("modulated fused"), folder.path().toStdString());
    QCOMPARE(fused->info.fixedBatch, 4);
    QVERIFY(!fused->info.warnings.empty());
    const auto free = saveAndLoad(network("modulated"), folder.path().toStdString());
    QCOMPARE(free->info.fixedBatch, 0);
}

void TestExecutor::partialWritesAreNotCached()
{
    QTemporaryDir folder;
    const auto generator = saveAndLoad(network("partial write"), folder.path().toStdString());
    QVERIFY(!generator->program.cacheable);
    for (const char *name : {"in place scripted", "in place traced"}) {
        const auto rewritten = saveAndLoad(network(name), folder.path().toStdString());
        QVERIFY2(rewritten->program.cacheable, name);
    }
}

QTEST_APPLESS_MAIN(TestExecutor)
#include "tst_executor.moc"

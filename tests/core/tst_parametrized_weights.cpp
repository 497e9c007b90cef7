// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "named_tensors.h"
#include "network_runs.h"
#include "state_dict_files.h"

using namespace quantloupe;
using namespace test_networks;

namespace {

/// How the second layer of the network below stores its weight.
enum class StoredForm { Spectral, SpectralParametrization, Weight, WeightParametrization };

constexpr const char *kLayer = "main.3";

/// What the layer computes with: torch's modules take a transposed convolution's outputs, its
/// second axis, for the rows of spectral norm, and the first axis for those of weight norm.
struct Stored
{
    NamedTensors tensors;
    at::Tensor effective;
};

at::Tensor unit(const at::Tensor &x)
{
    return x / x.norm();
}

Stored spectral(const at::Tensor &w, const char *original, const char *u, const char *v)
{
    const at::Tensor rows = w.permute({1, 0, 2, 3}).reshape({w.size(1), -1});
    const at::Tensor left = unit(numbers({w.size(1)}, 5));
    const at::Tensor right = unit(at::mv(rows.t(), left));
    const std::string layer = kLayer;
    return {{{layer + original, w}, {layer + u, left}, {layer + v, right}},
            w / at::dot(left, at::mv(rows, right))};
}

Stored weightNormed(const at::Tensor &w, const char *magnitude, const char *direction)
{
    const at::Tensor g = numbers({w.size(0), 1, 1, 1}, 6).abs() + 0.5;
    const at::Tensor norms = w.reshape({w.size(0), -1}).norm(2, 1).reshape({-1, 1, 1, 1});
    const std::string layer = kLayer;
    return {{{layer + magnitude, g}, {layer + direction, w}}, w * (g / norms)};
}

Stored stored(StoredForm form)
{
    const at::Tensor w = weight({12, 10, 4, 4}, 3) * 2;
    switch (form) {
    case StoredForm::Spectral:
        return spectral(w, ".weight_orig", ".weight_u", ".weight_v");
    case StoredForm::SpectralParametrization:
        return spectral(w, ".parametrizations.weight.original", ".parametrizations.weight.0._u",
                        ".parametrizations.weight.0._v");
    case StoredForm::Weight:
        return weightNormed(w, ".weight_g", ".weight_v");
    case StoredForm::WeightParametrization:
        return weightNormed(w, ".parametrizations.weight.original0",
                            ".parametrizations.weight.original1");
    }
    return {};
}

/// 8 -> 12x4x4 -> 10x8x8 -> 3x16x16.
NamedTensors dcgan(const NamedTensors &second)
{
    NamedTensors tensors = {{"main.0.weight", weight({8, 12, 4, 4}, 1)}};
    tensors.insert(tensors.end(), second.begin(), second.end());
    tensors.emplace_back("main.6.weight", weight({10, 3, 4, 4}, 2));
    return tensors;
}

at::Tensor forward(const at::Tensor &z, const at::Tensor &second)
{
    at::Tensor x = at::relu(at::conv_transpose2d(z, weight({8, 12, 4, 4}, 1)));
    x = at::relu(at::conv_transpose2d(x, second, at::Tensor(), 2, 1));
    return at::tanh(at::conv_transpose2d(x, weight({10, 3, 4, 4}, 2), at::Tensor(), 2, 1));
}

} // namespace

/// What is quantized of a weight that the network computes from others is what it computes.
class TestParametrizedWeights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checkpointsFold_data();
    void checkpointsFold();
    void unknownIsRefusedByName_data();
    void unknownIsRefusedByName();
    void scriptsKeepAnyFixedWeight();
    void scriptsNameAWeightThatDependsOnData();

private:
    LoadOptions saved(const NamedTensors &tensors) const
    {
        LoadOptions options;
        options.path = m_folder.filePath("network.pth").toStdString();
        writeZipPickle(options.path, tensors);
        return options;
    }
    std::shared_ptr<const Generator> scriptedLayer(const std::string &computed) const
    {
        TestNetwork network{
            "parametrized",
            moduleWith({{"first", weight({4 * 64, 10}, 1)}, {"conv", weight({3, 4, 3, 3}, 2)}}),
            latents({10})};
        network.module.define("def forward(self, z: Tensor) -> Tensor:\n"
                              "    x = torch.matmul(z, torch.t(self.first))\n"
                              "    x = torch.reshape(x, [-1, 4, 8, 8])\n"
                              "    w = " +
                              computed +
                              "\n"
                              "    return torch.conv2d(x, w, None, [1, 1], [1, 1])\n");
        return saveAndLoad(network, m_folder.path().toStdString());
    }

    QTemporaryDir m_folder;
};

void TestParametrizedWeights::checkpointsFold_data()
{
    QTest::addColumn<StoredForm>("form");
    QTest::newRow("spectral norm") << StoredForm::Spectral;
    QTest::newRow("spectral norm as a parametrization") << StoredForm::SpectralParametrization;
    QTest::newRow("weight norm") << StoredForm::Weight;
    QTest::newRow("weight norm as a parametrization") << StoredForm::WeightParametrization;
}

void TestParametrizedWeights::checkpointsFold()
{
    QFETCH(StoredForm, form);
    const at::NoGradGuard noGradients;
    const Stored second = stored(form);
    const auto generator = loadGenerator(saved(dcgan(second.tensors)));
    const Values values = latents({8, 1, 1})(3);
    const at::Tensor expected = forward(values[0].toTensor(), second.effective);
    const at::Tensor result = run(*generator, values);
    // The norm of a weight is summed in another order than here.
    QVERIFY((result - expected).abs().max().item<double>() < 1e-6);
    QVERIFY(generator->info.warnings.empty());
    QCOMPARE(generator->info.layers.size(), 3U);
    const WeightSite &site = generator->program.layers[1];
    QCOMPARE(site.name, std::string(kLayer));
    QCOMPARE(site.outputAxis, 1);
    QVERIFY((site.weight - second.effective).abs().max().item<double>() < 1e-6);
}

void TestParametrizedWeights::unknownIsRefusedByName_data()
{
    QTest::addColumn<QStringList>("fields");
    QTest::addColumn<QString>("named");
    QTest::newRow("spectral norm without its vectors")
        << QStringList{"weight_orig"} << "weight_orig";
    QTest::newRow("pruned") << QStringList{"weight_orig", "weight_mask"} << "weight_mask";
    QTest::newRow("weight norm without its magnitude") << QStringList{"weight_v"} << "weight_v";
    QTest::newRow("another parametrization")
        << QStringList{"parametrizations.weight.original", "parametrizations.weight.0.base"}
        << "parametrizations.weight.0.base";
}

void TestParametrizedWeights::unknownIsRefusedByName()
{
    QFETCH(QStringList, fields);
    QFETCH(QString, named);
    NamedTensors second;
    for (const QString &field : fields)
        second.emplace_back("main.3." + field.toStdString(), weight({12, 10, 4, 4}, 3));
    QString message;
    try {
        loadGenerator(saved(dcgan(second)));
    } catch (const Error &error) {
        QCOMPARE(error.kind(), ErrorKind::BadInput);
        message = QString::fromUtf8(error.what());
    }
    QVERIFY2(message.contains("the weight of main.3 ") && message.contains("main.3." + named),
             qPrintable(message));
}

void TestParametrizedWeights::scriptsKeepAnyFixedWeight()
{
    const at::NoGradGuard noGradients;
    const auto generator = scriptedLayer("torch.softmax(self.conv, 1)");
    QCOMPARE(generator->info.layers.size(), 2U);
    const WeightSite &site = generator->program.layers[1];
    QCOMPARE(site.name, std::string("conv"));
    QCOMPARE(site.outputAxis, 0);
    QVERIFY(at::equal(site.weight, at::softmax(weight({3, 4, 3, 3}, 2), 1)));
    const Values values = latents({10})(2);
    Overlay overlay(2);
    overlay[1].weight = at::zeros_like(site.weight);
    overlay[1].weightKey = 1;
    QVERIFY(at::equal(run(*generator, values), forwardOfFile(generator->info.path, values)));
    QCOMPARE(run(*generator, values, overlay).abs().max().item<float>(), 0.0F);
}

void TestParametrizedWeights::scriptsNameAWeightThatDependsOnData()
{
    const auto generator = scriptedLayer("torch.softmax(self.conv * (torch.mean(x) + 1.0), 1)");
    QCOMPARE(generator->info.layers.size(), 1U);
    QCOMPARE(generator->info.warnings.size(), 1U);
    const QString warning = QString::fromStdString(generator->info.warnings.front());
    QVERIFY2(warning.contains("The weight of the layer conv ") && warning.contains("stays float"),
             qPrintable(warning));
}

QTEST_APPLESS_MAIN(TestParametrizedWeights)
#include "tst_parametrized_weights.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "model/archive/safetensors.h"
#include "network_runs.h"
#include "shared_data.h"

#include <cstring>

using namespace quantloupe;

namespace {

/// The goldens were made on another machine: its kernels add in another order.
constexpr double kOtherMachine = 1e-5;

at::Tensor golden(const std::filesystem::path &file, const std::string &key)
{
    for (const StoredTensor &stored : readSafetensors(file)) {
        if (stored.name != key)
            continue;
        at::Tensor tensor = at::empty(stored.shape, at::kFloat);
        const std::vector<float> values = stored.toFloat();
        std::memcpy(tensor.data_ptr<float>(), values.data(), values.size() * sizeof(float));
        return tensor;
    }
    return {};
}

/// Latents come as rows; some networks take them as N x 1 x 1.
at::Tensor shapedFor(const Generator &generator, const at::Tensor &rows)
{
    Shape shape = generator.info.inputs.at(0).shape;
    shape.insert(shape.begin(), rows.size(0));
    return rows.reshape(shape);
}

} // namespace

/// The loader's networks compute what PyTorch computed for the same files.
class TestGoldens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void output_data();
    void output();
};

void TestGoldens::output_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("output");
    const auto row = [](const char *model, const char *file, const char *input,
                        const char *output) {
        QTest::newRow(model) << QString("models/%1").arg(model)
                             << QString("golden/%1.safetensors").arg(file) << input << output;
    };
    row("faces32_generator05.pt", "faces32", "z", "faces32_generator05");
    row("faces32_generator40.pt", "faces32", "z", "faces32_generator40");
    row("faces32_generator40.torchscript.pt", "faces32", "z", "faces32_generator40");
    row("facegen_generator.pt", "facegen", "z", "image");
    row("mnist_mlp_generator.ckpt", "mnist_mlp", "z", "image");
    row("style_wave.torchscript.pt", "style_wave", "image_in", "image_out");
}

void TestGoldens::output()
{
    QFETCH(QString, model);
    QFETCH(QString, file);
    QFETCH(QString, input);
    QFETCH(QString, output);
    const auto path = shared_data::find(model.toStdString());
    const auto goldenPath = shared_data::find(file.toStdString());
    if (path.empty() || goldenPath.empty())
        QSKIP(shared_data::kMissing);
    const at::NoGradGuard noGradients;
    LoadOptions options;
    options.path = path.string();
    const auto generator = loadGenerator(options);
    const at::Tensor given = shapedFor(*generator, golden(goldenPath, input.toStdString()));
    const at::Tensor expected = golden(goldenPath, output.toStdString());
    QVERIFY(given.defined() && expected.defined());
    const at::Tensor result = test_networks::run(*generator, {given}).reshape(expected.sizes());
    const double distance = (result - expected).abs().max().item<double>();
    QVERIFY2(distance <= kOtherMachine, qPrintable(QString::number(distance)));
    QVERIFY2(expected.std().item<double>() > 0.05, "the golden output is no picture");
}

QTEST_APPLESS_MAIN(TestGoldens)
#include "tst_goldens.moc"

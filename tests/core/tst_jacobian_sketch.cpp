// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "analysis/jacobian_build.h"
#include "network_runs.h"
#include "opened_files.h"

#include <torch/csrc/autograd/autograd.h>

#include <cmath>
#include <map>
#include <optional>

using namespace quantloupe;
using namespace test_networks;

namespace {

/// Sums of as many float products as there are weights, in another order.
constexpr double kSums = 1e-4;

std::vector<float> changeOf(const at::Tensor &weight, std::uint64_t seed)
{
    const at::Tensor change = numbers(weight.sizes(), seed, 0.01);
    return {change.data_ptr<float>(), change.data_ptr<float>() + change.numel()};
}

std::vector<BatchSamples> batchesOf(std::size_t count, std::size_t size)
{
    std::vector<BatchSamples> batches;
    for (std::size_t i = 0; i < count; ++i) {
        if (i % size == 0)
            batches.push_back({StreamRole::Sweep, {}, {}});
        batches.back().samples.push_back({0, i});
    }
    return batches;
}

} // namespace

/// What gradients tell of changed weights.
class TestJacobianSketch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void responsesAreDirectGradients_data();
    void responsesAreDirectGradients();
    void errorOfALinearNetworkIsMet();
    void crossTermsAddUp();
    void budgetBoundsTheProbes();

private:
    std::shared_ptr<const Generator> load(const TestNetwork &network) const
    {
        network.module.save(m_folder.path("network.pt"));
        LoadOptions options;
        options.path = m_folder.path("network.pt");
        return loadGenerator(options);
    }

    NetworkFolder m_folder;
};

void TestJacobianSketch::responsesAreDirectGradients_data()
{
    QTest::addColumn<int>("probes");
    QTest::addColumn<int>("batch");
    QTest::newRow("a probe for each batch") << 4 << 2;
    QTest::newRow("several probes for each batch") << 9 << 2;
    QTest::newRow("several batches for each probe") << 4 << 1;
    QTest::newRow("one batch") << 5 << 8;
}

/// The formula itself: forward() of the file, gradients of <u, G(z)> by its parameters, times the
/// change.
void TestJacobianSketch::responsesAreDirectGradients()
{
    QFETCH(int, probes);
    QFETCH(int, batch);
    const auto generator = load(perceptron());
    const auto batches = batchesOf(7, static_cast<std::size_t>(batch));
    const auto sketch =
        sketchJacobian(*generator, generator->plan, batches, {.probes = probes}, RunContext());
    QCOMPARE(sketch->probes(), probes);
    QCOMPARE(sketch->samples(), std::size_t(7));

    Module module = torch::jit::load(m_folder.path("network.pt"));
    module.eval();
    const std::size_t count = batches.size();
    const std::size_t groups = std::min(count, static_cast<std::size_t>(probes));
    const auto firstProbe = [&](std::size_t group) {
        return group * static_cast<std::size_t>(probes) / groups;
    };
    double signal = 0;
    std::map<std::string, std::vector<double>> expected;
    for (const WeightSite &site : generator->program.layers)
        expected[site.name].resize(static_cast<std::size_t>(probes), 0);
    for (std::size_t b = 0; b < count; ++b) {
        const at::AutoGradMode gradients(true);
        const ProgramInputs inputs = inputBatch(*generator, generator->plan, {}, batches[b]);
        const std::size_t group = b * groups / count;
        const auto inGroup = static_cast<double>(firstProbe(group + 1) - firstProbe(group));
        const at::Tensor output = module.forward(inputs.values).toTensor();
        signal += output.detach().to(at::kDouble).square().sum().item<double>();
        for (std::size_t p = firstProbe(group); p < firstProbe(group + 1); ++p) {
            const at::Tensor signs =
                probeSigns(output.sizes(), batches[b].samples.size(), 0, static_cast<int>(p), b);
            QVERIFY(signs.abs().eq(1).all().item<bool>());
            for (const WeightSite &site : generator->program.layers) {
                at::Tensor parameter = tensorOf(module, site.name);
                parameter.set_requires_grad(true);
                const at::Tensor again = module.forward(inputs.values).toTensor();
                const at::Tensor gradient =
                    torch::autograd::grad({again}, {parameter}, {signs}).front();
                const std::vector<float> change = changeOf(parameter, 5);
                const at::Tensor changes = numbers(parameter.sizes(), 5, 0.01);
                expected[site.name][p] +=
                    (gradient.to(at::kDouble) * changes).sum().item<double>() / std::sqrt(inGroup);
            }
        }
    }
    QVERIFY(std::abs(sketch->signalEnergy() / signal - 1) < kSums);
    for (std::size_t layer = 0; layer < generator->program.layers.size(); ++layer) {
        const WeightSite &site = generator->program.layers[layer];
        const std::vector<double> response = sketch->response(layer, changeOf(site.weight, 5));
        double largest = 0;
        for (const double value : expected[site.name])
            largest = std::max(largest, std::abs(value));
        QVERIFY(largest > 0);
        for (std::size_t p = 0; p < response.size(); ++p)
            QVERIFY2(std::abs(response[p] - expected[site.name][p]) < kSums * largest,
                     qPrintable(QStringLiteral("%1 probe %2: %3 instead of %4")
                                    .arg(QString::fromStdString(site.name))
                                    .arg(p)
                                    .arg(response[p])
                                    .arg(expected[site.name][p])));
    }
}

/// Where the output is linear in the weights only chance is left: the mean square of n probes has
/// a relative deviation of sqrt(2 / n) at most.
void TestJacobianSketch::errorOfALinearNetworkIsMet()
{
    const TestNetwork network{"linear",
                              scripted("def forward(self, x: Tensor) -> Tensor:\n"
                                       "    return torch.matmul(x, torch.t(self.only))\n",
                                       {{"only", weight({256, 10}, 1)}}),
                              latents({10})};
    const auto generator = load(network);
    constexpr int kProbes = 800;
    const auto batches = batchesOf(12, 4);
    const auto sketch =
        sketchJacobian(*generator, generator->plan, batches, {.probes = kProbes}, RunContext());
    const WeightSite &site = generator->program.layers.front();
    const at::Tensor change = numbers(site.weight.sizes(), 7, 0.1);
    double error = 0;
    for (const BatchSamples &batch : batches) {
        const ProgramInputs inputs = inputBatch(*generator, generator->plan, {}, batch);
        const at::Tensor difference =
            at::matmul(inputs.values.at(0).toTensor(), change.t()).to(at::kDouble);
        error += difference.square().sum().item<double>();
    }
    const double predicted = predictedError(sketch->response(0, changeOf(site.weight, 7))) * 100;
    QVERIFY2(std::abs(predicted / error - 1) < 4 * std::sqrt(2.0 / kProbes),
             qPrintable(QString::number(predicted / error)));
}

void TestJacobianSketch::crossTermsAddUp()
{
    const auto generator = load(perceptron());
    const auto batches = batchesOf(8, 2);
    const auto sketch = sketchJacobian(*generator, generator->plan, batches, {}, RunContext());
    const auto &layers = generator->program.layers;
    const auto a = sketch->response(0, changeOf(layers[0].weight, 1));
    const auto b = sketch->response(1, changeOf(layers[1].weight, 2));
    const double together = predictedError(sumOf(a, b));
    QVERIFY(std::abs(together - predictedError(a) - predictedError(b) - crossTerm(a, b)) <
            1e-12 * together);
    QVERIFY(crossTerm(a, b) != 0);
    // Twice the change, four times the error.
    std::vector<float> twice = changeOf(layers[0].weight, 1);
    for (float &value : twice)
        value *= 2;
    QVERIFY(std::abs(predictedError(sketch->response(0, twice)) / predictedError(a) - 4) < kSums);
}

void TestJacobianSketch::budgetBoundsTheProbes()
{
    const auto generator = load(perceptron());
    std::size_t each = 0;
    for (const WeightSite &site : generator->program.layers)
        each += site.weight.nbytes();
    const auto batches = batchesOf(8, 2);
    const auto build = [&](std::size_t bytes) {
        return sketchJacobian(*generator, generator->plan, batches, {.probes = 32, .bytes = bytes},
                              RunContext());
    };
    QCOMPARE(build(each * 7)->probes(), 7);
    QCOMPARE(build(each * 7)->bytes(), each * 7);
    QCOMPARE(build(each * 100)->probes(), 32);
    QVERIFY_EXCEPTION_THROWN(build(each * 3), Error);
}

QTEST_APPLESS_MAIN(TestJacobianSketch)
#include "tst_jacobian_sketch.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "model/generator.h"
#include "opened_files.h"
#include "session/torchscript_trial.h"

#include <ATen/ATen.h>

using namespace quantloupe;
using namespace test_networks;

namespace {

const std::string kFeatures = "    y = torch.matmul(x, torch.t(self.w))\n";
const std::string kPicture = kFeatures + "    p = torch.tanh(torch.reshape(y, [-1, 3, 16, 16]))\n";

bool warns(const GeneratorInfo &info, const QString &part)
{
    return std::any_of(info.warnings.begin(), info.warnings.end(), [&](const std::string &text) {
        return QString::fromStdString(text).contains(part);
    });
}

} // namespace

/// What a network returns beside or instead of a picture, and what it is told about its inputs.
class TestNetworkOutputs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setTrialProgram(QUANTLOUPE_BIN_DIR "/quantloupe-cli"); }
    void pictureAmongOtherResults_data();
    void pictureAmongOtherResults();
    void rangeOfTheLastOperation_data();
    void rangeOfTheLastOperation();
    void labelsJoinedToTheLatent();
    void failureStatesItsReason();
    void whatTheNetworkRaisesIsSaid();
    void linearLayersDoNotReadPictures();
    void preparedInputsAreTheNetworksOwn_data();
    void preparedInputsAreTheNetworksOwn();
    void batchCountersDoNotCostTheCache();
    void layersInsideConditionsAndLoopsAreNamed();

private:
    NetworkFolder m_folder;
};

void TestNetworkOutputs::pictureAmongOtherResults_data()
{
    QTest::addColumn<QString>("signature");
    QTest::addColumn<QString>("result");
    QTest::newRow("tuple") << "x: Tensor) -> Tuple[Tensor, Tensor]"
                           << "(p, y)";
    QTest::newRow("tuple, picture last") << "x: Tensor) -> Tuple[Tensor, Tensor]"
                                         << "(y[:, :7], p)";
    QTest::newRow("list") << "x: Tensor) -> List[Tensor]"
                          << "[p, p * 0.5]";
    QTest::newRow("dictionary") << "x: Tensor) -> Dict[str, Tensor]"
                                << "{\"image\": p}";
    QTest::newRow("nested") << "x: Tensor) -> Tuple[Tensor, Tuple[Tensor, Tensor]]"
                            << "(y[:, :7], (y[:, :9], p))";
}

void TestNetworkOutputs::pictureAmongOtherResults()
{
    QFETCH(QString, signature);
    QFETCH(QString, result);
    const std::string file =
        m_folder.script("results.pt", kPicture + "    return " + result.toStdString() + "\n",
                        signature.toStdString());
    const auto [generator, message] = opened({file, {}, {}, {}, false});
    QVERIFY2(generator, qPrintable(message));
    QCOMPARE(info(*generator).output, Shape({3, 16, 16}));
    QCOMPARE(info(*generator).layers.size(), 1U);
}

void TestNetworkOutputs::rangeOfTheLastOperation_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("range");
    QTest::newRow("tanh") << "torch.tanh(p)"
                          << "-1,1";
    QTest::newRow("sigmoid") << "torch.sigmoid(p)"
                             << "0,1";
    QTest::newRow("clamp") << "torch.clamp(p * 0.5 + 0.5, 0.0, 1.0)"
                           << "0,1";
    QTest::newRow("clamp to bytes") << "torch.clamp(p * 127.5 + 128.0, 0.0, 255.0)"
                                    << "0,255";
}

void TestNetworkOutputs::rangeOfTheLastOperation()
{
    QFETCH(QString, expression);
    QFETCH(QString, range);
    const std::string file = m_folder.script(
        "range.pt", kFeatures + "    p = torch.reshape(y, [-1, 3, 16, 16])\n    return " +
                        expression.toStdString() + "\n");
    const auto [generator, message] = opened({file, {}, {}, {}, false});
    QVERIFY2(generator, qPrintable(message));
    QCOMPARE(QString::fromStdString(info(*generator).assumption("output.range")->value), range);
}

void TestNetworkOutputs::labelsJoinedToTheLatent()
{
    const std::string file =
        m_folder.script("joined.pt",
                        "    y = torch.matmul(torch.cat([x, label], 1), torch.t(self.w))\n"
                        "    return torch.tanh(torch.reshape(y, [-1, 3, 16, 16]))\n",
                        "x: Tensor, label: Tensor) -> Tensor");
    const auto [generator, message] = opened({file, {}, {}, {}, false});
    QVERIFY2(generator, qPrintable(message));
    const std::vector<InputInfo> &inputs = info(*generator).inputs;
    QCOMPARE(inputs.size(), 2U);
    QCOMPARE(inputs[1].kind, InputKind::OneHotLabel);
    QCOMPARE(inputs[0].shape.at(0) + inputs[1].classes, 10);
    // What is fed is what was given, and is told of each sample.
    SampleRequest request;
    request.generator = generator;
    request.plan = samplingPlan(*generator);
    request.source.samples = firstSamples(0, 3);
    const std::int64_t last = inputs[1].classes - 1;
    request.source.labels =
        std::make_shared<const std::vector<std::int64_t>>(std::vector<std::int64_t>{last, 0, last});
    std::vector<std::int64_t> fed;
    Session().sample(request, Lane::Compute, RunContext(), [&](const std::vector<Sample> &batch) {
        for (const Sample &sample : batch)
            fed.push_back(sample.label.value());
    });
    QCOMPARE(fed, *request.source.labels);
}

void TestNetworkOutputs::failureStatesItsReason()
{
    const std::string file = m_folder.script(
        "double.pt", "    y = torch.matmul(torch.mul(x, 1).to(7), torch.t(self.w))\n"
                     "    return torch.tanh(torch.reshape(y, [-1, 3, 16, 16]))\n");
    const QString message = refusal({file, {}, {}, {}, false});
    QVERIFY2(message.contains("double.pt") && message.contains("expected scalar type Double"),
             qPrintable(message));
    QVERIFY2(message.contains("--assume input.shape") && !message.contains('\n'),
             qPrintable(message));
}

void TestNetworkOutputs::whatTheNetworkRaisesIsSaid()
{
    const std::string file = m_folder.script(
        "raises.pt", "    y = torch.matmul(x, torch.t(self.w))\n"
                     "    assert x.size(1) == 77, \"latent must have 77 channels\"\n"
                     "    return torch.tanh(torch.reshape(y, [-1, 3, 16, 16]))\n");
    const QString message = refusal({file, {}, {}, {}, false});
    QVERIFY2(message.contains("raises.pt") && message.contains("latent must have 77 channels") &&
                 !message.startsWith("internal"),
             qPrintable(message));
}

void TestNetworkOutputs::linearLayersDoNotReadPictures()
{
    const std::string file = m_folder.path("linear.pt");
    scripted("def forward(self, x: Tensor) -> Tensor:\n"
             "    return torch.matmul(x, torch.t(self.w))\n",
             {{"w", weight({12, 64}, 1)}})
        .save(file);
    const QString message = refusal({file, {}, {}, {}, false});
    QVERIFY2(message.contains("no picture"), qPrintable(message));
}

void TestNetworkOutputs::preparedInputsAreTheNetworksOwn_data()
{
    QTest::addColumn<QString>("preparation");
    QTest::addColumn<bool>("isOwn");
    QTest::newRow("nothing") << "x" << true;
    QTest::newRow("pad") << "torch.pad(x, [1, 1, 1, 1])" << true;
    QTest::newRow("zeros around") << "torch.constant_pad_nd(x, [1, 1, 1, 1], 0.)" << true;
    QTest::newRow("mirrored") << "torch.reflection_pad2d(x, [1, 1, 1, 1])" << true;
    QTest::newRow("repeated") << "torch.replication_pad2d(x, [1, 1, 1, 1])" << true;
    QTest::newRow("scaled and padded") << "torch.pad((x + 1.) * 127.5, [1, 1, 1, 1])" << true;
    QTest::newRow("normalized") << "(x - self.mean) / 0.25" << true;
    QTest::newRow("inverted") << "1. - x" << true;
    QTest::newRow("squared") << "x * x" << false;
    QTest::newRow("rectified") << "torch.pad(torch.relu(x), [1, 1, 1, 1])" << false;
}

void TestNetworkOutputs::preparedInputsAreTheNetworksOwn()
{
    QFETCH(QString, preparation);
    QFETCH(bool, isOwn);
    const std::string source = "def forward(self, x: Tensor) -> Tensor:\n"
                               "    y = torch.relu(torch.conv2d(" +
                               preparation.toStdString() +
                               ", self.first, None, [1, 1], [1, 1]))\n"
                               "    return torch.tanh(torch.conv2d(y, self.last))\n";
    scripted(source, {{"first", weight({4, 3, 3, 3}, 1)}, {"last", weight({3, 4, 3, 3}, 2)}},
             {{"mean", numbers({1, 3, 1, 1}, 3)}})
        .save(m_folder.path("prepared.pt"));
    const auto generator = opened({m_folder.path("prepared.pt"), {}, {}, {}, false}).generator;
    QVERIFY(generator);
    QCOMPARE(generator->info.layers.size(), std::size_t(2));
    QCOMPARE(generator->info.layers[0].readsNetworkInput, isOwn);
    QVERIFY(!generator->info.layers[1].readsNetworkInput);
}

void TestNetworkOutputs::batchCountersDoNotCostTheCache()
{
    const std::string file = m_folder.path("counts.pt");
    Module module = moduleWith({{"w", weight({768, 10}, 1)}},
                               {{"num_batches_tracked", at::zeros({}, at::kLong)}});
    module.define("def forward(self, x: Tensor) -> Tensor:\n"
                  "    self.num_batches_tracked.add_(1)\n"
                  "    y = torch.matmul(x, torch.t(self.w))\n"
                  "    return torch.tanh(torch.reshape(y, [-1, 3, 16, 16]))\n");
    module.save(file);
    const auto [generator, message] = opened({file, {}, {}, {}, false});
    QVERIFY2(generator, qPrintable(message));
    QVERIFY(!warns(info(*generator), "writes into its own input"));
}

void TestNetworkOutputs::layersInsideConditionsAndLoopsAreNamed()
{
    const std::string file = m_folder.script(
        "blocks.pt", "    if bool(torch.sum(x) > 0.0):\n"
                     "        y = torch.abs(torch.matmul(x, torch.t(self.w)))\n"
                     "    else:\n"
                     "        y = torch.cat([x, x], 1)[:, :1].expand(x.size(0), 768)\n"
                     "    return torch.tanh(torch.reshape(y, [-1, 3, 16, 16]))\n");
    const auto [generator, message] = opened({file, {}, {}, {}, false});
    QVERIFY2(generator, qPrintable(message));
    QVERIFY(warns(info(*generator), "layer w stands inside a condition or loop"));
    QVERIFY(warns(info(*generator), "multiply-accumulates are not counted"));
    std::vector<std::string> names;
    for (const UnquantizedOperation &operation : info(*generator).unquantized)
        names.push_back(operation.operation);
    for (const char *inside : {"abs", "matmul", "tanh"})
        QVERIFY2(std::find(names.begin(), names.end(), inside) != names.end(), inside);
}

QTEST_APPLESS_MAIN(TestNetworkOutputs)
#include "tst_network_outputs.moc"

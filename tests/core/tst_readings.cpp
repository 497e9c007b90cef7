// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/file_io.h"
#include "model/architecture.h"
#include "network_runs.h"
#include "shared_data.h"
#include "state_dict_files.h"
#include "state_dict_networks.h"

using namespace quantloupe;
using namespace test_networks;

namespace {

struct Outcome
{
    std::shared_ptr<const Generator> generator;
    ErrorKind kind = ErrorKind::Internal;
    QString message;
};

Outcome opened(const LoadOptions &options)
{
    try {
        return {loadGenerator(options), ErrorKind::Internal, {}};
    } catch (const Error &error) {
        return {nullptr, error.kind(), QString::fromUtf8(error.what())};
    }
}

} // namespace

/// State dicts find the network they come from.
class TestReadings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sequential_data();
    void sequential();
    void embeddingOfTheClass_data();
    void embeddingOfTheClass();
    void whatOnlyLooksLikeAnEmbedding();
    void imageToImage_data();
    void imageToImage();
    void orderOfKeysDoesNotMatter();
    void projectionActivationCanBeChosen();
    void assumptionsChangeTheNetwork();
    void severalReadingsAreOffered();
    void unknownReadingListsTheChoices();
    void refused_data();
    void refused();
    void sharedFilesThatAreNoGenerators_data();
    void sharedFilesThatAreNoGenerators();

private:
    QTemporaryDir m_folder;
    LoadOptions saved(const NamedTensors &tensors, const char *ending = "safetensors")
    {
        LoadOptions options;
        options.path = m_folder.filePath(QString("network.%1").arg(ending)).toStdString();
        if (std::string_view(ending) == "safetensors")
            writeSafetensors(options.path, tensors);
        else
            writeZipPickle(options.path, tensors, "state_dict");
        return options;
    }
};

void TestReadings::sequential_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QString>("ending");
    int index = 0;
    for (const StateDictNetwork &network : sequentialNetworks()) {
        for (const char *ending : {"safetensors", "pth"})
            QTest::addRow("%s, %s", network.name.c_str(), ending) << index << ending;
        ++index;
    }
}

void TestReadings::sequential()
{
    QFETCH(int, index);
    QFETCH(QString, ending);
    const at::NoGradGuard noGradients;
    const StateDictNetwork network = sequentialNetworks().at(static_cast<std::size_t>(index));
    const Outcome outcome = opened(saved(network.tensors, qPrintable(ending)));
    QVERIFY2(outcome.generator, qPrintable(outcome.message));
    const GeneratorInfo &info = outcome.generator->info;
    QCOMPARE(info.architecture, network.architecture);
    QCOMPARE(info.inputs.at(0).shape, network.inputShape);
    QCOMPARE(info.output, network.picture);
    const Values values = latents(network.inputShape)(3);
    const at::Tensor expected = network.forward(values[0].toTensor());
    QVERIFY(at::equal(run(*outcome.generator, values).reshape(expected.sizes()), expected));
    QVERIFY(expected.std().item<double>() > 0.01);
    QVERIFY(!info.assumptions.empty());
    for (const Assumption &assumption : info.assumptions)
        QVERIFY(!assumption.confirmed && !assumption.reason.empty());
    for (const std::string &warning : info.warnings)
        QVERIFY2(warning.find("is not used") == std::string::npos, warning.c_str());
}

void TestReadings::embeddingOfTheClass_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("joined");
    QTest::addColumn<bool>("isTheUsual");
    QTest::newRow("added") << "label_emb" << 8 << "added" << true;
    QTest::newRow("multiplied") << "label_emb" << 8 << "multiplied" << false;
    QTest::newRow("after") << "embedding" << 3 << "after the latent" << true;
    QTest::newRow("before") << "classEmbed" << 3 << "before the latent" << false;
}

void TestReadings::embeddingOfTheClass()
{
    QFETCH(QString, name);
    QFETCH(int, width);
    QFETCH(QString, joined);
    QFETCH(bool, isTheUsual);
    const at::NoGradGuard noGradients;
    const StateDictNetwork network = sequentialNetworks().front();
    QCOMPARE(network.inputShape, (Shape{8, 1, 1}));
    const at::Tensor table = numbers({5, width}, 4);
    NamedTensors tensors = network.tensors;
    tensors.emplace_back(name.toStdString() + ".weight", table);
    LoadOptions options = saved(tensors);
    if (!isTheUsual)
        options.assumptions["label.joined"] = joined.toStdString();
    const Outcome outcome = opened(options);
    QVERIFY2(outcome.generator, qPrintable(outcome.message));
    const GeneratorInfo &info = outcome.generator->info;
    QCOMPARE(info.inputs.size(), std::size_t{2});
    QCOMPARE(info.inputs[0].shape, (Shape{width == 8 ? 8 : 8 - width, 1, 1}));
    QCOMPARE(info.inputs[1].kind, InputKind::Label);
    QCOMPARE(info.inputs[1].classes, 5);
    QVERIFY(info.layer(name.toStdString()));
    QCOMPARE(info.assumption("label.joined")->value, joined.toStdString());
    const at::Tensor labels = at::tensor({4, 0, 2}, at::kLong);
    const at::Tensor latent = numbers({3, info.inputs[0].shape[0], 1, 1}, 6);
    const at::Tensor rows = table.index_select(0, labels).view({3, width, 1, 1});
    const at::Tensor whole = joined == "added"              ? latent + rows
                             : joined == "multiplied"       ? latent * rows
                             : joined == "after the latent" ? at::cat({latent, rows}, 1)
                                                            : at::cat({rows, latent}, 1);
    QVERIFY(at::equal(run(*outcome.generator, {latent, labels}), network.forward(whole)));
}

/// A projection of the latent has a name, too.
void TestReadings::whatOnlyLooksLikeAnEmbedding()
{
    const NamedTensors tensors = {{"embed.weight", weight({4 * 4 * 8, 10}, 1)},
                                  {"a.weight", weight({8, 8, 4, 4}, 2)},
                                  {"b.weight", weight({8, 3, 4, 4}, 3)}};
    const Outcome outcome = opened(saved(tensors));
    QVERIFY2(outcome.generator, qPrintable(outcome.message));
    QCOMPARE(outcome.generator->info.inputs.size(), std::size_t{1});
    QCOMPARE(outcome.generator->info.inputs[0].shape, (Shape{10}));
}

void TestReadings::imageToImage_data()
{
    QTest::addColumn<QString>("final");
    QTest::newRow("CycleGAN") << "";
    QTest::newRow("sigmoid") << "sigmoid";
}

void TestReadings::imageToImage()
{
    QFETCH(QString, final);
    const at::NoGradGuard noGradients;
    const StateDictNetwork network = cycleGan();
    LoadOptions options = saved(network.tensors, "pth");
    if (!final.isEmpty())
        options.assumptions["activation.final"] = final.toStdString();
    const Outcome outcome = opened(options);
    QVERIFY2(outcome.generator, qPrintable(outcome.message));
    QVERIFY(outcome.generator->info.isImageToImage());
    QCOMPARE(outcome.generator->info.architecture, network.architecture);
    const at::Tensor picture = numbers({2, 3, 64, 64}, 9).clamp(-1, 1);
    const at::Tensor result = run(*outcome.generator, {picture});
    const at::Tensor expected = network.forward(picture);
    QCOMPARE(at::equal(result, expected), final.isEmpty());
    QCOMPARE(result.min().item<float>() < 0, final.isEmpty());
}

void TestReadings::orderOfKeysDoesNotMatter()
{
    const at::NoGradGuard noGradients;
    const StateDictNetwork network = sequentialNetworks().front();
    NamedTensors sorted = network.tensors;
    std::sort(sorted.begin(), sorted.end(),
              [](const auto &a, const auto &b) { return a.first > b.first; });
    const Outcome outcome = opened(saved(sorted));
    QVERIFY2(outcome.generator, qPrintable(outcome.message));
    const Values values = latents(network.inputShape)(2);
    QVERIFY(at::equal(run(*outcome.generator, values), network.forward(values[0].toTensor())));
}

void TestReadings::projectionActivationCanBeChosen()
{
    const at::NoGradGuard noGradients;
    const StateDictNetwork network = sequentialNetworks().at(6);
    QCOMPARE(network.name, std::string("linear projection"));
    LoadOptions options = saved(network.tensors);
    options.assumptions["activation.projection"] = "relu";
    const Outcome outcome = opened(options);
    QVERIFY2(outcome.generator, qPrintable(outcome.message));
    QVERIFY(outcome.generator->info.assumption("activation.projection")->confirmed);
    const Values values = latents(network.inputShape)(2);
    QVERIFY(!at::equal(run(*outcome.generator, values), network.forward(values[0].toTensor())));
}

void TestReadings::assumptionsChangeTheNetwork()
{
    const at::NoGradGuard noGradients;
    const StateDictNetwork network = sequentialNetworks().front();
    const Values values = latents(network.inputShape)(2);
    std::vector<at::Tensor> results;
    const std::vector<std::pair<std::string, std::string>> choices = {
        {"activation.hidden", "relu"}, {"activation.hidden", "leaky_relu"},
        {"activation.hidden", "elu"},  {"activation.final", "sigmoid"},
        {"activation.final", "none"},  {"norm.eps", "0.8"}};
    for (const auto &[key, value] : choices) {
        LoadOptions options = saved(network.tensors);
        options.assumptions[key] = value;
        const Outcome outcome = opened(options);
        QVERIFY2(outcome.generator, qPrintable(outcome.message));
        const at::Tensor result = run(*outcome.generator, values);
        for (const at::Tensor &other : results)
            QVERIFY2(!at::equal(result, other), (key + "=" + value).c_str());
        results.push_back(result);
    }
    LoadOptions wrong = saved(network.tensors);
    wrong.assumptions["activation.hidden"] = "gelu";
    const Outcome outcome = opened(wrong);
    QVERIFY(!outcome.generator);
    QVERIFY2(outcome.message.contains("activation.hidden") &&
                 outcome.message.contains("leaky_relu"),
             qPrintable(outcome.message));
}

void TestReadings::severalReadingsAreOffered()
{
    // 3x3 transposed convolutions: 16 -> 32 with stride 2, or 16 with stride 1.
    const NamedTensors tensors = {{"a.weight", weight({10, 8, 4, 4}, 1)},
                                  {"b.weight", weight({8, 8, 4, 4}, 2)},
                                  {"c.weight", weight({8, 8, 4, 4}, 3)},
                                  {"d.weight", weight({8, 3, 3, 3}, 4)}};
    const Outcome likeliest = opened(saved(tensors));
    QVERIFY2(likeliest.generator, qPrintable(likeliest.message));
    const Assumption *reading = likeliest.generator->info.assumption("architecture.reading");
    QVERIFY(reading);
    QVERIFY(reading->choices.size() > 1);
    QVERIFY(!reading->confirmed);
    QCOMPARE(reading->value, reading->choices.front());
    std::set<Shape> pictures;
    for (const std::string &choice : reading->choices) {
        LoadOptions options = saved(tensors);
        options.assumptions["architecture.reading"] = choice;
        const Outcome outcome = opened(options);
        QVERIFY2(outcome.generator, qPrintable(outcome.message));
        pictures.insert(outcome.generator->info.output);
        QVERIFY(outcome.generator->info.assumption("architecture.reading")->confirmed);
    }
    QCOMPARE(pictures.size(), reading->choices.size());
    QVERIFY(pictures.count({3, 32, 32}) && pictures.count({3, 16, 16}));
}

void TestReadings::unknownReadingListsTheChoices()
{
    LoadOptions options = saved(sequentialNetworks().front().tensors);
    options.assumptions["architecture.reading"] = "3x1000x1000";
    const Outcome outcome = opened(options);
    QVERIFY(!outcome.generator);
    QVERIFY2(outcome.message.contains("3x16x16"), qPrintable(outcome.message));
}

void TestReadings::refused_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("word");
    QTest::newRow("discriminator") << 0 << "";
    QTest::newRow("classifier") << 1 << "";
    QTest::newRow("recurrent network") << 2 << "rnn";
    QTest::newRow("absurd shapes") << 3 << "";
}

void TestReadings::refused()
{
    QFETCH(int, which);
    QFETCH(QString, word);
    const std::vector<NamedTensors> dicts = {
        {{"main.0.weight", weight({8, 3, 4, 4}, 1)},
         {"main.2.weight", weight({16, 8, 4, 4}, 2)},
         {"main.4.weight", weight({1, 16, 4, 4}, 3)}},
        {{"conv1.weight", weight({6, 1, 5, 5}, 1)},
         {"conv1.bias", numbers({6}, 2)},
         {"fc1.weight", weight({20, 96}, 3)},
         {"fc2.weight", weight({10, 20}, 4)}},
        {{"rnn.weight_ih_l0", weight({8, 4}, 1)}, {"rnn.weight_hh_l0", weight({8, 8}, 2)}},
        {{"a.weight", numbers({1, 1, 1, 1}, 1)}, {"b.weight", numbers({7, 5, 3, 2}, 2)}}};
    const LoadOptions options = saved(dicts.at(static_cast<std::size_t>(which)));
    const Outcome outcome = opened(options);
    QVERIFY(!outcome.generator);
    QCOMPARE(outcome.kind, ErrorKind::BadInput);
    QVERIFY2(outcome.message.contains(QString::fromStdString(options.path)) &&
                 outcome.message.contains("--architecture") && outcome.message.contains(word),
             qPrintable(outcome.message));
}

void TestReadings::sharedFilesThatAreNoGenerators_data()
{
    QTest::addColumn<QString>("file");
    for (const char *file : {"faces32_discriminator40.pt", "mnist_lenet.pth", "cifar_resnet20.th",
                             "inception_v3_fid_partial.pth"})
        QTest::newRow(file) << QString("models/%1").arg(file);
}

void TestReadings::sharedFilesThatAreNoGenerators()
{
    QFETCH(QString, file);
    LoadOptions options;
    options.path = shared_data::find(file.toStdString()).string();
    if (options.path.empty())
        QSKIP(shared_data::kMissing);
    const Outcome outcome = opened(options);
    QVERIFY(!outcome.generator);
    QCOMPARE(outcome.kind, ErrorKind::BadInput);
    QVERIFY(outcome.message.contains(file.section('/', 1)));
    QVERIFY(!outcome.message.contains('\n'));
}

QTEST_APPLESS_MAIN(TestReadings)
#include "tst_readings.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "model/archive/safetensors.h"
#include "network_runs.h"
#include "train/dcgan.h"
#include "train/program_network.h"
#include "train/training_start.h"
#include "training_runs.h"

#include <ATen/Parallel.h>

using namespace quantloupe;
using namespace training_runs;
using small_training::labelledRequest;
using small_training::request;

namespace fs = std::filesystem;

namespace {

constexpr int kSamples = 64;

std::shared_ptr<const Generator> opened(const TrainRequest &training)
{
    LoadOptions options;
    options.path = training.out.string();
    return loadGenerator(options);
}

at::Tensor latents()
{
    return test_networks::numbers({kSamples, 8, 1, 1}, 5);
}

at::Tensor allOf(std::int64_t label)
{
    return at::full({kSamples}, label, at::kLong);
}

/// Share of the samples of a class that are lighter at the left edge than at the right one.
double shareAtTheLeft(const Generator &generator, std::int64_t label)
{
    const at::NoGradGuard noGradients;
    const at::Tensor pictures = test_networks::run(generator, {latents(), allOf(label)});
    const at::Tensor left = pictures.narrow(3, 0, 2).mean({1, 2, 3});
    const at::Tensor right = pictures.narrow(3, 6, 2).mean({1, 2, 3});
    return (left > right).to(at::kDouble).mean().item<double>();
}

/// The networks of a training, begun with those of a file.
struct Started
{
    Started(const TrainRequest &training, int classes)
    {
        ImageStack pictures;
        pictures.side = training.preparation.side;
        pictures.channels = 1;
        const TrainedArchitecture architecture = architectureFor(training, pictures, classes);
        std::vector<NamedTensor> all;
        const auto add = [&](std::unique_ptr<Trainable> &network, const NetworkProgram &program,
                             const std::string &prefix) {
            network = makeNetwork(program, 77, 0, c10::kCPU);
            for (const auto &tensors : {network->parameters(), network->buffers()})
                for (const NamedTensor &tensor : tensors)
                    all.push_back({prefix + tensor.name, tensor.tensor});
        };
        add(generator, architecture.generator, "generator.");
        add(average, architecture.generator, "average.");
        add(discriminator, architecture.discriminator, "discriminator.");
        readStart(training.startFrom, all, architecture);
    }

    std::unique_ptr<Trainable> generator;
    std::unique_ptr<Trainable> average;
    std::unique_ptr<Trainable> discriminator;
};

/// Whatever the class.
void checkSame(const Started &started, const Started &plain)
{
    const at::NoGradGuard noGradients;
    const at::Tensor drawn = plain.generator->forward(latents(), Pass{false});
    QVERIFY(drawn.std().item<double>() > 0.01);
    for (const std::int64_t label : {0, 1}) {
        const auto both = {std::pair{started.generator.get(), plain.generator.get()},
                           std::pair{started.average.get(), plain.average.get()}};
        for (const auto &[network, before] : both)
            QVERIFY(at::allclose(network->forward({latents(), allOf(label)}, Pass{false}),
                                 before->forward(latents(), Pass{false}), 1e-5, 1e-6));
        QVERIFY(at::allclose(
            started.discriminator->forward({drawn, allOf(label)}, Pass{false}).flatten(),
            plain.discriminator->forward(drawn, Pass{false}).flatten(), 1e-5, 1e-6));
    }
}

} // namespace

/// Trainings of networks that are given the class of what they draw and rate.
class TestTrainingClasses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }
    void drawsTheClassItIsGiven();
    void sameSeedSameNetworks();
    void resumedIsTheSame();
    void otherLabelsAreRefused();
    void startsFromNetworksWithoutClasses_data();
    void startsFromNetworksWithoutClasses();
    void startsFromNetworksWithTheSameClasses();
    void wrongLabels_data();
    void wrongLabels();

private:
    training_runs::Folders folder;
};

void TestTrainingClasses::drawsTheClassItIsGiven()
{
    TrainRequest training = labelledRequest(folder("draws"));
    training.steps = 500;
    QCOMPARE(trainGenerator(training, RunContext()).classes, 2);
    const auto generator = opened(training);
    QCOMPARE(generator->info.inputs.size(), std::size_t{2});
    QCOMPARE(generator->info.inputs[0].shape, (Shape{8, 1, 1}));
    QCOMPARE(generator->info.inputs[1].kind, InputKind::Label);
    QCOMPARE(generator->info.inputs[1].classes, 2);
    for (const Assumption &assumption : generator->info.assumptions)
        QCOMPARE(assumption.reason, std::string("Stated by the file."));
    const LayerInfo *embedding = generator->info.layer("embedding");
    QVERIFY(embedding);
    QCOMPARE(embedding->kind, LayerKind::Embedding);
    QCOMPARE(embedding->weightShape, (Shape{2, 2}));
    const double left = shareAtTheLeft(*generator, 0);
    const double right = shareAtTheLeft(*generator, 1);
    QVERIFY2(left > 0.9 && right < 0.1, qPrintable(QString("%1, %2").arg(left).arg(right)));
}

void TestTrainingClasses::sameSeedSameNetworks()
{
    const TrainRequest one = labelledRequest(folder("one"));
    const TrainRequest two = labelledRequest(folder("two"));
    trainGenerator(one, RunContext());
    trainGenerator(two, RunContext());
    for (const char *name : {"g.safetensors", "g.discriminator.safetensors"}) {
        const auto first = readSafetensors(one.out.parent_path() / name);
        const auto second = readSafetensors(two.out.parent_path() / name);
        QCOMPARE(first.size(), second.size());
        for (std::size_t i = 0; i < first.size(); ++i)
            QVERIFY2(first[i].bytes == second[i].bytes, first[i].name.c_str());
    }
    QVERIFY(readTextFile(one.out.parent_path() / "g-steps/000040.png") ==
            readTextFile(two.out.parent_path() / "g-steps/000040.png"));
}

void TestTrainingClasses::resumedIsTheSame()
{
    TrainRequest whole = labelledRequest(folder("whole"));
    TrainRequest cut = labelledRequest(folder("cut"));
    whole.steps = cut.steps = 60;
    trainGenerator(whole, RunContext());
    const fs::path place = cut.out.parent_path();
    QVERIFY(stopsAt(place / "g-steps/000020.png", cut));
    cut.resume = true;
    QVERIFY(trainGenerator(cut, RunContext()).resumedFrom >= 20);
    for (const char *name : {"g.safetensors", "g.discriminator.safetensors",
                             "g.checkpoint.safetensors", "g.csv", "g-steps/000060.png"})
        QVERIFY2(readTextFile(place / name) == readTextFile(whole.out.parent_path() / name), name);
}

void TestTrainingClasses::otherLabelsAreRefused()
{
    TrainRequest training = labelledRequest(folder("labels"));
    training.steps = 1;
    trainGenerator(training, RunContext());
    training.resume = true;
    std::vector<std::uint8_t> labels(256);
    labels[3] = 1;
    writeFileAtomically(training.labels, image_archives::idxLabels(labels));
    std::string differences;
    QVERIFY(contains(refusal(training, &differences), "other settings"));
    QVERIFY2(differences.starts_with("- contents of the labels: "), differences.c_str());
    training.labels.clear();
    QVERIFY(contains(refusal(training, &differences), "other settings"));
    QVERIFY2(contains(differences, "- classes: 2 in the checkpoint, not set now"),
             differences.c_str());
}

void TestTrainingClasses::startsFromNetworksWithoutClasses_data()
{
    QTest::addColumn<bool>("half");
    QTest::addColumn<QString>("file");
    QTest::newRow("a checkpoint") << false << "g.checkpoint.safetensors";
    QTest::newRow("a generator and its discriminator") << false << "g.safetensors";
    QTest::newRow("of half precision") << true << "g.safetensors";
}

void TestTrainingClasses::startsFromNetworksWithoutClasses()
{
    QFETCH(bool, half);
    QFETCH(QString, file);
    TrainRequest plain = request(folder(QTest::currentDataTag()));
    plain.half = half;
    plain.steps = 30;
    plain.flip = false;
    trainGenerator(plain, RunContext());
    TrainRequest training = labelledRequest(plain.out.parent_path());
    training.startFrom = plain.out.parent_path() / file.toStdString();
    const Started started(training, 2);
    const Started same(training, 0);
    checkSame(started, same);
    // And what it begins with, it can go on from.
    training.out = training.out.parent_path() / "next.safetensors";
    training.steps = 2;
    QCOMPARE(trainGenerator(training, RunContext()).steps, 2);
}

void TestTrainingClasses::startsFromNetworksWithTheSameClasses()
{
    TrainRequest training = labelledRequest(folder("same"));
    training.steps = 30;
    trainGenerator(training, RunContext());
    training.startFrom = training.out;
    const Started started(training, 2);
    const at::NoGradGuard noGradients;
    const at::Tensor first = started.generator->forward({latents(), allOf(0)}, Pass{false});
    const at::Tensor second = started.generator->forward({latents(), allOf(1)}, Pass{false});
    QVERIFY(!at::equal(first, second));
    QVERIFY(at::equal(test_networks::run(*opened(training), {latents(), allOf(1)}), second));
    // More classes are other networks.
    try {
        const Started other(training, 3);
        QFAIL("Networks of two classes became those of three.");
    } catch (const Error &error) {
        QVERIFY2(contains(error.what(), "embedding.weight"), error.what());
    }
}

void TestTrainingClasses::wrongLabels_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *what, const std::string &contents, const char *part) {
        QTest::newRow(what) << QByteArray::fromStdString(contents) << part;
    };
    std::vector<std::uint8_t> labels(256);
    using image_archives::idxLabels;
    row("nothing", "", "is no IDX file of labels");
    row("pictures", image_archives::idx(small_training::squares(2)), "is no IDX file of labels");
    row("none", idxLabels({}), "labels 0 pictures, but");
    row("too few", idxLabels({0, 1, 1}), "labels 3 pictures, but");
    row("cut", idxLabels({0, 1, 1}).substr(0, 10), "shorter than its header says");
    row("one class", idxLabels(labels), "gives all pictures the same class");
    labels[7] = 2;
    row("a gap", idxLabels(labels), "gives none of the pictures the class 1");
    labels[7] = 255;
    row("out of range", idxLabels(labels), "gives none of the pictures the class 1");
}

void TestTrainingClasses::wrongLabels()
{
    QFETCH(QByteArray, contents);
    QFETCH(QString, part);
    const std::string name = std::string("wrong ") + QTest::currentDataTag();
    TrainRequest training = labelledRequest(folder(name.c_str()));
    writeFileAtomically(training.labels, contents.toStdString());
    const std::string sentence = refusal(training);
    QVERIFY2(contains(sentence, part.toStdString()), sentence.c_str());
    QVERIFY(contains(sentence, training.labels.string()));
    QVERIFY(!contains(sentence, "\n"));
    QVERIFY(!fs::exists(training.out.parent_path() / "g.checkpoint.safetensors"));
}

QTEST_GUILESS_MAIN(TestTrainingClasses)
#include "tst_training_classes.moc"

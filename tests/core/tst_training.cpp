// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "model/archive/safetensors.h"
#include "model/archive/safetensors_writer.h"
#include "model/generator.h"
#include "model/stated_assumptions.h"
#include "training_runs.h"

#include <ATen/Parallel.h>

using namespace quantloupe;
using namespace training_runs;
using small_training::request;

namespace fs = std::filesystem;

/// Whole trainings of a small network.
class TestTraining : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }
    void writesWhatItPromises();
    void statesWhatWeightsCannotTell();
    void statementsAreChecked();
    void sameSeedSameFiles();
    void impossibleRequests_data();
    void impossibleRequests();
    void hingeAndColours();

private:
    training_runs::Folders folder;
};

void TestTraining::writesWhatItPromises()
{
    const TrainRequest training = request(folder("files"));
    const TrainReport report = trainGenerator(training, RunContext());
    for (const std::string &file : report.files)
        QVERIFY2(fs::exists(file), file.c_str());
    const fs::path folder = training.out.parent_path();
    const Image grid = readImage(folder / "g-steps/000040.png");
    QCOMPARE(grid.width, 8 * 10 + 2);
    QVERIFY(!fs::exists(folder / "g-steps/000030.png"));
    const std::string curve = readTextFile(folder / "g.csv");
    QCOMPARE(std::count(curve.begin(), curve.end(), '\n'), 9);
    QVERIFY(contains(curve, "\n40,"));
    QCOMPARE(report.pictures, std::size_t{256});
    const auto metadata = readSafetensorsMetadata(folder / "g.discriminator.safetensors");
    QCOMPARE(metadata.at("steps"), std::string("40"));
    QVERIFY(contains(metadata.at("training"), "\"gamma\":\"1\""));
}

void TestTraining::statesWhatWeightsCannotTell()
{
    TrainRequest training = request(folder("states"));
    training.half = true;
    training.steps = 2;
    trainGenerator(training, RunContext());
    LoadOptions options;
    options.path = training.out.string();
    const auto generator = loadGenerator(options);
    QCOMPARE(generator->info.architecture, std::string("sequential"));
    QCOMPARE(generator->info.output, (Shape{1, 8, 8}));
    QCOMPARE(generator->storedBytesPerElement, 2);
    QVERIFY(!generator->info.assumptions.empty());
    for (const Assumption &assumption : generator->info.assumptions) {
        QVERIFY2(assumption.confirmed, assumption.key.c_str());
        QCOMPARE(assumption.reason, std::string("Stated by the file."));
    }
    options.assumptions["activation.final"] = "sigmoid";
    QCOMPARE(loadGenerator(options)->info.assumption("activation.final")->value,
             std::string("sigmoid"));
}

void TestTraining::statementsAreChecked()
{
    TrainRequest training = request(folder("statements"));
    training.steps = 1;
    trainGenerator(training, RunContext());
    LoadOptions options;
    options.path = training.out.string();
    const std::vector<StoredTensor> tensors = readSafetensors(training.out);
    const auto stating = [&](const std::string &text) {
        writeFileAtomically(options.path,
                            encodeSafetensors(tensors, {{kStatedAssumptionsKey, text}}));
    };
    for (const char *harmless :
         {"", "{", "[1]", "{\"activation.final\": 3}", "{\"weather\": \"\"}"}) {
        stating(harmless);
        QVERIFY(!loadGenerator(options)->info.assumption("activation.final")->confirmed);
    }
    for (const char *wrong : {"{\"activation.final\": \"gelu\"}", "{\"norm.eps\": \"x\"}",
                              "{\"latent.distribution\": \"cauchy\"}"}) {
        stating(wrong);
        QVERIFY_EXCEPTION_THROWN(loadGenerator(options), Error);
    }
}

void TestTraining::sameSeedSameFiles()
{
    const TrainRequest one = request(folder("one"));
    const TrainRequest two = request(folder("two"));
    TrainRequest other = request(folder("other"));
    other.loop.seed = 4;
    for (const TrainRequest &training : {one, two, other})
        trainGenerator(training, RunContext());
    for (const char *name : {"g.safetensors", "g.csv", "g.discriminator.safetensors"}) {
        const std::string first = readTextFile(one.out.parent_path() / name);
        // Metadata names the data set's path.
        if (std::string(name) == "g.csv")
            QVERIFY(first == readTextFile(two.out.parent_path() / name));
        QVERIFY(first != readTextFile(other.out.parent_path() / name));
    }
    QVERIFY(readSafetensors(one.out).at(0).bytes == readSafetensors(two.out).at(0).bytes);
}

void TestTraining::impossibleRequests_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *what, const char *word) {
        QTest::newRow(what) << what << word;
    };
    row("side", "power of two");
    row("architecture", "stylegan");
    row("latent", "latent");
    row("out", "FILE.safetensors");
    row("folder", "/no/such");
    row("dataset", "/no/such");
    row("batch", "fewer than one batch");
    row("device", "tpu");
}

void TestTraining::impossibleRequests()
{
    QFETCH(QString, what);
    QFETCH(QString, word);
    TrainRequest training = request(folder("impossible"));
    if (what == "side")
        training.preparation.side = 20;
    if (what == "architecture")
        training.architecture = "stylegan";
    if (what == "latent")
        training.latent = 0;
    if (what == "out")
        training.out = folder("impossible") / "g.pth";
    if (what == "folder")
        training.out = "/no/such/g.safetensors";
    if (what == "dataset")
        training.dataset = "/no/such";
    if (what == "batch")
        training.loop.batch = 1000;
    if (what == "device")
        training.device = "tpu";
    const std::string sentence = refusal(training);
    QVERIFY2(contains(sentence, word.toStdString()), sentence.c_str());
    QVERIFY(!contains(sentence, "\n"));
}

void TestTraining::hingeAndColours()
{
    TrainRequest training = request(folder("hinge"));
    training.dataset = "builtin:avatars";
    training.preparation.count = 32;
    training.preparation.side = 16;
    training.loop.loss = AdversarialLoss::Hinge;
    training.loop.gamma = 0;
    training.steps = 3;
    const TrainReport report = trainGenerator(training, RunContext());
    QCOMPARE(report.channels, 3);
    QCOMPARE(report.generatorParameters, 8 * 16 * 16 + 16 * 8 * 16 + 8 * 3 * 16 + 4 * 24);
    LoadOptions options;
    options.path = training.out.string();
    QCOMPARE(loadGenerator(options)->info.output, (Shape{3, 16, 16}));
}

QTEST_GUILESS_MAIN(TestTraining)
#include "tst_training.moc"

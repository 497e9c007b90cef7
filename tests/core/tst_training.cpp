// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "base/error.h"
#include "model/archive/safetensors.h"
#include "model/archive/safetensors_writer.h"
#include "model/generator.h"
#include "model/stated_assumptions.h"
#include "network_runs.h"
#include "small_training.h"
#include "train/train_generator.h"

#include <ATen/Parallel.h>

using namespace quantloupe;
using small_training::request;

namespace fs = std::filesystem;

namespace {

/// Stops itself when a file of the training appears.
class StopWhen
{
public:
    explicit StopWhen(fs::path file) : m_file(std::move(file)) {}
    bool stops(const TrainRequest &request)
    {
        std::stop_source stop;
        std::jthread watcher([&](const std::stop_token &end) {
            while (!end.stop_requested() && !fs::exists(m_file))
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            stop.request_stop();
        });
        try {
            trainGenerator(request, RunContext(stop.get_token()));
        } catch (const Cancelled &) {
            return true;
        }
        return false;
    }

private:
    fs::path m_file;
};

std::string refusal(const TrainRequest &request, std::string *context = nullptr)
{
    try {
        trainGenerator(request, RunContext());
    } catch (const Error &error) {
        if (context)
            *context = error.context();
        return error.kind() == ErrorKind::Internal ? "" : error.what();
    }
    return "";
}

bool contains(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

/// Absolute difference of the mean pictures of the data and of generated samples, 0 to 2.
double distanceOfMeans(const fs::path &file)
{
    LoadOptions options;
    options.path = file.string();
    const auto generator = loadGenerator(options);
    const at::Tensor pictures =
        test_networks::run(*generator, {test_networks::numbers({64, 8, 1, 1}, 5)});
    at::Tensor data = at::zeros({1, 8, 8});
    const std::vector<Image> squares = small_training::squares(256);
    for (const Image &image : squares)
        for (int p = 0; p < 64; ++p)
            data.data_ptr<float>()[p] += image.pixels[static_cast<std::size_t>(p)] / 127.5F - 1;
    return (pictures.mean(0) - data / 256).abs().mean().item<double>();
}

} // namespace

/// Whole trainings of a small network.
class TestTraining : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }
    void learnsThePictures();
    void writesWhatItPromises();
    void statesWhatWeightsCannotTell();
    void statementsAreChecked();
    void sameSeedSameFiles();
    void resumedIsTheSame();
    void moreStepsAreTheSame();
    void otherSettingsAreRefused();
    void damagedCheckpoints();
    void impossibleRequests_data();
    void impossibleRequests();
    void hingeAndColours();

private:
    fs::path folder(const char *name)
    {
        const fs::path path = fs::path(m_folder.path().toStdString()) / name;
        fs::create_directories(path);
        return path;
    }

    QTemporaryDir m_folder;
};

void TestTraining::learnsThePictures()
{
    TrainRequest training = request(folder("learns"));
    training.steps = 1;
    trainGenerator(training, RunContext());
    const double before = distanceOfMeans(training.out);
    training.steps = 400;
    training.resume = true;
    const TrainReport report = trainGenerator(training, RunContext());
    const double after = distanceOfMeans(training.out);
    QVERIFY2(before > 0.4, std::to_string(before).c_str());
    QVERIFY2(after < before / 3, std::to_string(after).c_str());
    QCOMPARE(report.steps, 400);
    QCOMPARE(report.resumedFrom, 1);
}

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

void TestTraining::resumedIsTheSame()
{
    const fs::path folder = this->folder("resumed");
    TrainRequest training = request(folder);
    training.steps = 60;
    trainGenerator(training, RunContext());
    const std::vector<const char *> names = {"g.safetensors", "g.discriminator.safetensors",
                                             "g.checkpoint.safetensors", "g.csv",
                                             "g-steps/000060.png"};
    std::vector<std::string> whole;
    for (const char *name : names) {
        whole.push_back(readTextFile(folder / name));
        fs::remove(folder / name);
    }
    fs::remove_all(folder / "g-steps");
    QVERIFY(StopWhen(folder / "g-steps/000020.png").stops(training));
    QVERIFY(fs::exists(folder / "g.checkpoint.safetensors"));
    QVERIFY(!fs::exists(folder / "g.safetensors"));
    QVERIFY(contains(refusal(training), "--resume"));
    training.resume = true;
    QVERIFY(trainGenerator(training, RunContext()).resumedFrom >= 20);
    for (std::size_t i = 0; i < names.size(); ++i)
        QVERIFY2(readTextFile(folder / names[i]) == whole[i], names[i]);
}

void TestTraining::moreStepsAreTheSame()
{
    const fs::path folder = this->folder("more");
    TrainRequest training = request(folder);
    training.steps = 33;
    trainGenerator(training, RunContext());
    // Rows written after the checkpoint by a training that was killed.
    writeFileAtomically(folder / "g.csv", readTextFile(folder / "g.csv") + "35,9,9,9,9,9\n40,9,");
    training.resume = true;
    training.steps = 40;
    trainGenerator(training, RunContext());
    TrainRequest whole = request(this->folder("whole"));
    trainGenerator(whole, RunContext());
    QVERIFY(readTextFile(folder / "g.csv") == readTextFile(whole.out.parent_path() / "g.csv"));
    QVERIFY(readSafetensors(training.out).at(0).bytes == readSafetensors(whole.out).at(0).bytes);
    training.steps = 30;
    QVERIFY(contains(refusal(training), "--steps"));
}

void TestTraining::otherSettingsAreRefused()
{
    const fs::path folder = this->folder("settings");
    TrainRequest training = request(folder);
    training.steps = 1;
    trainGenerator(training, RunContext());
    training.resume = true;
    training.loop.gamma = 2;
    training.loop.batch = 8;
    std::string differences;
    QVERIFY(contains(refusal(training, &differences), "other settings"));
    QCOMPARE(differences, std::string("- batch: 16 in the checkpoint, 8 now\n"
                                      "- gamma: 1 in the checkpoint, 2 now"));
    training = request(folder);
    training.resume = true;
    writeFileAtomically(training.dataset, image_archives::idx(small_training::squares(255)));
    QVERIFY(contains(refusal(training, &differences), "other settings"));
    QVERIFY(contains(differences, "- contents of the images: "));
}

void TestTraining::damagedCheckpoints()
{
    const fs::path folder = this->folder("damaged");
    TrainRequest training = request(folder);
    training.steps = 1;
    trainGenerator(training, RunContext());
    training.resume = true;
    const fs::path checkpoint = folder / "g.checkpoint.safetensors";
    const std::string good = readTextFile(checkpoint);
    for (const std::string &bad : {std::string(), good.substr(0, 100),
                                   good.substr(0, good.size() - 4), readTextFile(training.out)}) {
        writeFileAtomically(checkpoint, bad);
        QVERIFY2(contains(refusal(training), checkpoint.string()), refusal(training).c_str());
    }
    writeFileAtomically(checkpoint, good);
    const std::vector<StoredTensor> tensors = readSafetensors(checkpoint);
    auto metadata = readSafetensorsMetadata(checkpoint);
    for (const char *steps : {"", "x", "-1", "0.5", "nan", "inf", "1e300", "7"}) {
        metadata["fact.steps"] = steps;
        writeFileAtomically(checkpoint, encodeSafetensors(tensors, metadata));
        QVERIFY2(contains(refusal(training), "steps"), steps);
    }
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

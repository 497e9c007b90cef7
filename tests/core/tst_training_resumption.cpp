// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "model/archive/safetensors.h"
#include "model/archive/safetensors_writer.h"
#include "training_runs.h"

#include <ATen/Parallel.h>

using namespace quantloupe;
using namespace training_runs;
using small_training::request;

namespace fs = std::filesystem;

/// Trainings that go on, and what they must not go on from or replace.
class TestTrainingResumption : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }
    void resumedIsTheSame();
    void moreStepsAreTheSame();
    void otherSettingsAreRefused();
    void damagedCheckpoints();
    void nothingThatIsThereIsReplaced_data();
    void nothingThatIsThereIsReplaced();

private:
    training_runs::Folders folder;
};

void TestTrainingResumption::resumedIsTheSame()
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
    QVERIFY(stopsAt(folder / "g-steps/000020.png", training));
    QVERIFY(fs::exists(folder / "g.checkpoint.safetensors"));
    QVERIFY(!fs::exists(folder / "g.safetensors"));
    QVERIFY(contains(refusal(training), "--resume"));
    training.resume = true;
    QVERIFY(trainGenerator(training, RunContext()).resumedFrom >= 20);
    for (std::size_t i = 0; i < names.size(); ++i)
        QVERIFY2(readTextFile(folder / names[i]) == whole[i], names[i]);
}

void TestTrainingResumption::moreStepsAreTheSame()
{
    const fs::path folder = this->folder("more");
    TrainRequest training = request(folder);
    training.steps = 33;
    trainGenerator(training, RunContext());
    QVERIFY(contains(readTextFile(folder / "g.csv"), "\n33,"));
    // Rows written after the checkpoint by a training that was killed.
    writeFileAtomically(folder / "g.csv", readTextFile(folder / "g.csv") + "35,9,9,9,9,9\n40,9,");
    training.resume = true;
    training.steps = 43;
    trainGenerator(training, RunContext());
    TrainRequest whole = request(this->folder("whole"));
    whole.steps = 43;
    trainGenerator(whole, RunContext());
    QVERIFY(readTextFile(folder / "g.csv") == readTextFile(whole.out.parent_path() / "g.csv"));
    QVERIFY(readSafetensors(training.out).at(0).bytes == readSafetensors(whole.out).at(0).bytes);
    training.steps = 30;
    QVERIFY(contains(refusal(training), "--steps"));
}

void TestTrainingResumption::otherSettingsAreRefused()
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

void TestTrainingResumption::damagedCheckpoints()
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

void TestTrainingResumption::nothingThatIsThereIsReplaced_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"g.safetensors", "g.discriminator.safetensors", "g.csv", "g-steps/000020.png"})
        QTest::newRow(name) << name;
}

void TestTrainingResumption::nothingThatIsThereIsReplaced()
{
    QFETCH(QString, name);
    const fs::path folder = this->folder(("there " + name.section('/', 0, 0)).toUtf8());
    TrainRequest training = request(folder);
    const fs::path file = folder / name.toStdString();
    fs::create_directories(file.parent_path());
    writeFileAtomically(file, "of another training");
    // Pictures, which may take a minute, are not even looked for.
    training.dataset = "/no/such";
    for (const bool resume : {false, true}) {
        training.resume = resume;
        const std::string sentence = refusal(training);
        QVERIFY(contains(sentence, (folder / name.section('/', 0, 0).toStdString()).string()));
        QVERIFY(contains(sentence, "--out"));
        QVERIFY(!contains(sentence, "\n"));
    }
    QCOMPARE(readTextFile(file), std::string("of another training"));
    QVERIFY(!fs::exists(folder / "g.checkpoint.safetensors"));
}

QTEST_GUILESS_MAIN(TestTrainingResumption)
#include "tst_training_resumption.moc"

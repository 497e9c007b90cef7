// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "base/error.h"
#include "base/file_io.h"
#include "model/archive/safetensors.h"
#include "small_training.h"
#include "train/train_generator.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cstring>
#include <limits>

using namespace quantloupe;

namespace fs = std::filesystem;

namespace {

std::vector<float> weights(const fs::path &checkpoint)
{
    for (const StoredTensor &tensor : readSafetensors(checkpoint))
        if (tensor.name == "generator.main.0.weight") {
            std::vector<float> values(tensor.bytes.size() / sizeof(float));
            std::memcpy(values.data(), tensor.bytes.data(), tensor.bytes.size());
            return values;
        }
    return {};
}

/// Largest difference of the first layer's weights of two checkpoints' generators.
double distance(const fs::path &a, const fs::path &b)
{
    const std::vector<float> one = weights(a);
    const std::vector<float> two = weights(b);
    if (one.empty() || one.size() != two.size())
        return std::numeric_limits<double>::infinity();
    double most = 0;
    for (std::size_t i = 0; i < one.size(); ++i)
        most = std::max(most, std::abs(static_cast<double>(one[i]) - two[i]));
    return most;
}

fs::path checkpointOf(const TrainRequest &training)
{
    return training.out.parent_path() / "g.checkpoint.safetensors";
}

std::string refusal(const TrainRequest &request)
{
    try {
        trainGenerator(request, RunContext());
    } catch (const Error &error) {
        return std::string(error.what()) + error.context();
    }
    return "";
}

} // namespace

/// A training that begins with the networks of another one.
class TestTrainingStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void beginsWhereTheOtherEnded();
    void resumedIsTheSame();
    void otherStartIsRefused();
    void whatIsNoCheckpointOfTheseNetworks();

private:
    TrainRequest request(const char *name)
    {
        const fs::path path = fs::path(m_folder.path().toStdString()) / name;
        fs::create_directories(path);
        TrainRequest training = small_training::request(path);
        training.steps = 8;
        training.loop.gamma = 0.25;
        training.startFrom = m_first;
        return training;
    }

    QTemporaryDir m_folder;
    fs::path m_first;
    fs::path m_firstGenerator;
};

void TestTrainingStart::initTestCase()
{
    at::set_num_threads(1);
    TrainRequest first = request("first");
    first.startFrom.clear();
    first.steps = 40;
    trainGenerator(first, RunContext());
    m_firstGenerator = first.out;
    m_first = checkpointOf(first);
}

void TestTrainingStart::beginsWhereTheOtherEnded()
{
    TrainRequest training = request("begins");
    training.steps = 1;
    const TrainReport report = trainGenerator(training, RunContext());
    QCOMPARE(report.resumedFrom, 0);
    // Adam moves no weight further than its rate in its first step.
    QVERIFY(distance(checkpointOf(training), m_first) <= training.loop.rate * 1.001);
    TrainRequest random = request("random");
    random.steps = 1;
    random.startFrom.clear();
    trainGenerator(random, RunContext());
    QVERIFY(distance(checkpointOf(random), m_first) > training.loop.rate * 2);
}

void TestTrainingStart::resumedIsTheSame()
{
    TrainRequest training = request("resumed");
    training.steps = 4;
    trainGenerator(training, RunContext());
    training.steps = 8;
    training.resume = true;
    trainGenerator(training, RunContext());
    const TrainRequest whole = request("whole");
    trainGenerator(whole, RunContext());
    QCOMPARE(distance(checkpointOf(training), checkpointOf(whole)), 0.0);
}

void TestTrainingStart::otherStartIsRefused()
{
    TrainRequest training = request("other");
    trainGenerator(training, RunContext());
    training.resume = true;
    training.startFrom = checkpointOf(training);
    QVERIFY(refusal(training).find("- start-from: ") != std::string::npos);
}

void TestTrainingStart::whatIsNoCheckpointOfTheseNetworks()
{
    TrainRequest training = request("refused");
    training.startFrom = m_firstGenerator.parent_path() / "g.discriminator.safetensors";
    QVERIFY(refusal(training).find("is no checkpoint, and no discriminator lies beside it") !=
            std::string::npos);
    training.startFrom = "/no/such.safetensors";
    QVERIFY(refusal(training).find("/no/such.safetensors") != std::string::npos);
    training.startFrom = m_first;
    training.width = 16;
    QVERIFY2(refusal(training).find(m_first.string()) != std::string::npos,
             refusal(training).c_str());
    QVERIFY(!fs::exists(training.out));
}

QTEST_GUILESS_MAIN(TestTrainingStart)
#include "tst_training_start.moc"

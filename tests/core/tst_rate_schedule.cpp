// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "base/error.h"
#include "model/archive/safetensors.h"
#include "small_training.h"
#include "train/rate_schedule.h"
#include "train/train_generator.h"

#include <ATen/Parallel.h>

using namespace quantloupe;

namespace fs = std::filesystem;

namespace {

LoopSettings decaying(std::int64_t begin, std::int64_t end)
{
    LoopSettings settings;
    settings.rate = 0.5;
    settings.decay = {begin, end};
    return settings;
}

std::string differencesOf(const TrainRequest &request)
{
    try {
        trainGenerator(request, RunContext());
    } catch (const Error &error) {
        return error.context();
    }
    return "";
}

} // namespace

/// The fall of the learning rate at the end of a training.
class TestRateSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }
    void fallsEvenly();
    void withoutDecay();
    void tellsOnlyWhatWasFollowed();
    void slowsTheTraining();
    void resumedIsTheSame();
    void decayIsChosenLate();
    void followedDecayIsBinding();

private:
    TrainRequest request(const char *name, const RateDecay &decay)
    {
        const fs::path path = fs::path(m_folder.path().toStdString()) / name;
        fs::create_directories(path);
        TrainRequest training = small_training::request(path);
        training.steps = 12;
        training.loop.decay = decay;
        return training;
    }
    static auto weightsAfter(const TrainRequest &training)
    {
        trainGenerator(training, RunContext());
        return readSafetensors(training.out).at(0).bytes;
    }

    QTemporaryDir m_folder;
};

void TestRateSchedule::fallsEvenly()
{
    const LoopSettings settings = decaying(4, 8);
    const double expected[] = {0.5, 0.5, 0.5, 0.5, 0.5, 0.375, 0.25, 0.125};
    for (int step = 0; step < 8; ++step)
        QCOMPARE(rateAt(settings, step), expected[step]);
}

void TestRateSchedule::withoutDecay()
{
    QCOMPARE(rateAt(decaying(0, 0), 1000000), 0.5);
    QCOMPARE(rateAt(decaying(8, 8), 9), 0.5);
}

void TestRateSchedule::tellsOnlyWhatWasFollowed()
{
    QVERIFY(followedSchedule(decaying(4, 8), 4).empty());
    QVERIFY(followedSchedule(decaying(0, 0), 9).empty());
    QCOMPARE(followedSchedule(decaying(4, 8), 5),
             (SettingsText{{"decay-from", "4"}, {"decay-to", "8"}}));
}

void TestRateSchedule::slowsTheTraining()
{
    QVERIFY(weightsAfter(request("constant", {})) != weightsAfter(request("falling", {6, 12})));
}

void TestRateSchedule::resumedIsTheSame()
{
    TrainRequest training = request("resumed", {6, 12});
    training.steps = 9;
    trainGenerator(training, RunContext());
    training.steps = 12;
    training.resume = true;
    QVERIFY(weightsAfter(training) == weightsAfter(request("whole", {6, 12})));
}

void TestRateSchedule::decayIsChosenLate()
{
    TrainRequest training = request("late", {});
    training.steps = 6;
    trainGenerator(training, RunContext());
    training.loop.decay = {6, 12};
    training.steps = 12;
    training.resume = true;
    QVERIFY(weightsAfter(training) == weightsAfter(request("early", {6, 12})));
}

void TestRateSchedule::followedDecayIsBinding()
{
    TrainRequest training = request("binding", {6, 12});
    trainGenerator(training, RunContext());
    training.resume = true;
    training.steps = 14;
    training.loop.decay = {6, 14};
    QCOMPARE(differencesOf(training), std::string("- decay-to: 12 in the checkpoint, 14 now"));
    training.loop.decay = {};
    QCOMPARE(differencesOf(training), std::string("- decay-from: 6 in the checkpoint, not set now\n"
                                                  "- decay-to: 12 in the checkpoint, not set now"));
}

QTEST_GUILESS_MAIN(TestRateSchedule)
#include "tst_rate_schedule.moc"

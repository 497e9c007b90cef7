// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "small_training.h"
#include "train/training_data.h"

#include <ATen/ATen.h>

#include <cmath>
#include <set>

using namespace quantloupe;
using small_training::numberedPictures;

namespace {

c10::Device cpu()
{
    return c10::Device(c10::kCPU);
}

} // namespace

/// Pictures and latents that a training sees, step by step.
class TestTrainingData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void epochsTakeEveryPictureOnce();
    void picturesBecomePlanes();
    void latentsOfAStep();
    void labelsFollowTheirPictures();
    void classesOfLatents();
};

void TestTrainingData::epochsTakeEveryPictureOnce()
{
    const ImageStack stack = numberedPictures(20);
    TrainingData data(stack, {1, 5, 8, false}, cpu());
    std::vector<std::vector<int>> epochs(2);
    for (int step = 0; step < 8; ++step) {
        const at::Tensor batch = data.pictures(step).values;
        for (int i = 0; i < 5; ++i)
            epochs[step / 4].push_back(
                static_cast<int>(std::lround((batch[i][1][1][1].item<double>() + 1) * 127.5)));
    }
    for (const std::vector<int> &epoch : epochs)
        QCOMPARE(std::set<int>(epoch.begin(), epoch.end()).size(), std::size_t{20});
    QVERIFY(epochs[0] != epochs[1]);
    TrainingData later(stack, {1, 5, 8, false}, cpu());
    QVERIFY(at::equal(later.pictures(6).values, data.pictures(6).values));
    QVERIFY(at::equal(data.pictures(0).values, later.pictures(0).values));
}

void TestTrainingData::picturesBecomePlanes()
{
    const ImageStack stack = numberedPictures(1);
    TrainingData data(stack, {1, 1, 8, false}, cpu());
    const at::Tensor picture = data.pictures(0).values;
    QCOMPARE(picture.sizes().vec(), (std::vector<std::int64_t>{1, 3, 2, 2}));
    QCOMPARE(picture[0][0][0][0].item<double>(), 1.0);
    QCOMPARE(picture[0][1][0][0].item<double>(), -1.0);
    TrainingData flipped(stack, {1, 1, 8, true}, cpu());
    int mirrored = 0;
    for (int step = 0; step < 100; ++step)
        mirrored += flipped.pictures(step).values[0][0][0][1].item<double>() == 1;
    QVERIFY(mirrored > 30 && mirrored < 70);
}

void TestTrainingData::latentsOfAStep()
{
    const ImageStack stack = numberedPictures(1);
    const TrainingData data(stack, {1, 16, 100, false}, cpu());
    const at::Tensor latents = data.latents(5).values;
    QCOMPARE(latents.sizes().vec(), (std::vector<std::int64_t>{16, 100, 1, 1}));
    QVERIFY(at::equal(latents, data.latents(5).values));
    QVERIFY(!at::equal(latents, data.latents(6).values));
    QVERIFY(!at::equal(latents, data.latents(StreamRole::Preview, 5, 16).values));
    QVERIFY(std::fabs(latents.mean().item<double>()) < 0.1);
    QVERIFY(std::fabs(latents.std().item<double>() - 1) < 0.1);
}

void TestTrainingData::labelsFollowTheirPictures()
{
    const ImageStack stack = numberedPictures(20);
    PictureLabels labels;
    labels.classes = 7;
    for (int i = 0; i < 20; ++i)
        labels.values.push_back(static_cast<std::uint8_t>(i % 7));
    // Steps of 6 do not divide the epoch.
    TrainingData data(stack, {1, 6, 8, true, labels}, cpu());
    for (const std::int64_t step : {0, 1, 2, 3, 9, 3}) {
        const NetworkInput batch = data.pictures(step);
        QCOMPARE(batch.labels.sizes().vec(), (std::vector<std::int64_t>{6}));
        for (int i = 0; i < 6; ++i) {
            const auto number = std::lround((batch.values[i][1][1][1].item<double>() + 1) * 127.5);
            QCOMPARE(batch.labels[i].item<std::int64_t>(), number % 7);
        }
    }
    TrainingData plain(stack, {1, 6, 8, true}, cpu());
    QVERIFY(!plain.pictures(0).labels.defined());
    QVERIFY(!plain.latents(0).labels.defined());
    QVERIFY(at::equal(plain.pictures(3).values, data.pictures(3).values));
    QVERIFY(at::equal(plain.latents(3).values, data.latents(3).values));
}

void TestTrainingData::classesOfLatents()
{
    const ImageStack stack = numberedPictures(1);
    const TrainingData data(stack, {1, 500, 8, false, {{0}, 5}}, cpu());
    const at::Tensor labels = data.latents(5).labels;
    QVERIFY(at::equal(labels, data.latents(5).labels));
    QVERIFY(!at::equal(labels, data.latents(6).labels));
    const at::Tensor counts = at::bincount(labels, {}, 5);
    QCOMPARE(counts.numel(), 5);
    QVERIFY(counts.min().item<std::int64_t>() > 60);
}

QTEST_GUILESS_MAIN(TestTrainingData)
#include "tst_training_data.moc"

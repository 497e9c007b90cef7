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
};

void TestTrainingData::epochsTakeEveryPictureOnce()
{
    const ImageStack stack = numberedPictures(20);
    TrainingData data(stack, {1, 5, 8, false}, cpu());
    std::vector<std::vector<int>> epochs(2);
    for (int step = 0; step < 8; ++step) {
        const at::Tensor batch = data.pictures(step);
        for (int i = 0; i < 5; ++i)
            epochs[step / 4].push_back(
                static_cast<int>(std::lround((batch[i][1][1][1].item<double>() + 1) * 127.5)));
    }
    for (const std::vector<int> &epoch : epochs)
        QCOMPARE(std::set<int>(epoch.begin(), epoch.end()).size(), std::size_t{20});
    QVERIFY(epochs[0] != epochs[1]);
    TrainingData later(stack, {1, 5, 8, false}, cpu());
    QVERIFY(at::equal(later.pictures(6), data.pictures(6)));
    QVERIFY(at::equal(data.pictures(0), later.pictures(0)));
}

void TestTrainingData::picturesBecomePlanes()
{
    const ImageStack stack = numberedPictures(1);
    TrainingData data(stack, {1, 1, 8, false}, cpu());
    const at::Tensor picture = data.pictures(0);
    QCOMPARE(picture.sizes().vec(), (std::vector<std::int64_t>{1, 3, 2, 2}));
    QCOMPARE(picture[0][0][0][0].item<double>(), 1.0);
    QCOMPARE(picture[0][1][0][0].item<double>(), -1.0);
    TrainingData flipped(stack, {1, 1, 8, true}, cpu());
    int mirrored = 0;
    for (int step = 0; step < 100; ++step)
        mirrored += flipped.pictures(step)[0][0][0][1].item<double>() == 1;
    QVERIFY(mirrored > 30 && mirrored < 70);
}

void TestTrainingData::latentsOfAStep()
{
    const ImageStack stack = numberedPictures(1);
    const TrainingData data(stack, {1, 16, 100, false}, cpu());
    const at::Tensor latents = data.latents(5);
    QCOMPARE(latents.sizes().vec(), (std::vector<std::int64_t>{16, 100, 1, 1}));
    QVERIFY(at::equal(latents, data.latents(5)));
    QVERIFY(!at::equal(latents, data.latents(6)));
    QVERIFY(!at::equal(latents, data.latents(StreamRole::Preview, 5, 16)));
    QVERIFY(std::fabs(latents.mean().item<double>()) < 0.1);
    QVERIFY(std::fabs(latents.std().item<double>() - 1) < 0.1);
}

QTEST_GUILESS_MAIN(TestTrainingData)
#include "tst_training_data.moc"

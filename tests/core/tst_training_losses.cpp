// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "model/archive/safetensors.h"
#include "model/generator.h"
#include "network_runs.h"
#include "train/adversarial_loss.h"
#include "train/dcgan.h"
#include "train/program_network.h"
#include "train/tensor_storage.h"
#include "training_runs.h"

#include <ATen/Parallel.h>

#include <cmath>

using namespace quantloupe;
using namespace training_runs;
using small_training::request;

namespace fs = std::filesystem;

namespace {

void fill(const Trainable &network, const fs::path &file)
{
    std::vector<NamedTensor> tensors = network.parameters();
    for (const NamedTensor &buffer : network.buffers())
        tensors.push_back(buffer);
    for (const StoredTensor &stored : readSafetensors(file))
        for (const NamedTensor &tensor : tensors)
            if (tensor.name == stored.name)
                copyStored(stored, tensor, file.string());
}

/// What a training has written, to be played against what others have.
struct Players
{
    explicit Players(const TrainRequest &request)
    {
        const DcganShape shape{request.preparation.side, 1, request.latent, request.width};
        generator = makeNetwork(dcganGenerator(shape), 0, 0, c10::kCPU);
        discriminator = makeNetwork(dcganDiscriminator(shape), 0, 1, c10::kCPU);
        fill(*generator, request.out);
        fill(*discriminator, fs::path(request.out).replace_extension(".discriminator.safetensors"));
    }

    std::unique_ptr<Trainable> generator;
    std::unique_ptr<Trainable> discriminator;
};

/// 1 x 8 x 8 each, -1..1.
at::Tensor realPictures()
{
    const std::vector<Image> squares = small_training::squares(256);
    at::Tensor all = at::zeros({256, 1, 8, 8});
    float *value = all.data_ptr<float>();
    for (const Image &image : squares)
        for (const std::uint8_t level : image.pixels)
            *value++ = level / 127.5F - 1;
    return all;
}

at::Tensor drawn(const Trainable &generator)
{
    return generator.forward(test_networks::numbers({256, 8, 1, 1}, 5), Pass{false});
}

double lossOf(const Trainable &generator, const Trainable &judge)
{
    return generatorLoss(AdversarialLoss::NonSaturating,
                         judge.forward(drawn(generator), Pass{false}))
        .item<double>();
}

double lossOfJudge(const Trainable &judge, const Trainable &generator)
{
    return discriminatorLoss(AdversarialLoss::NonSaturating,
                             judge.forward(realPictures(), Pass{false}),
                             judge.forward(drawn(generator), Pass{false}))
        .item<double>();
}

/// Absolute difference of the mean pictures of the data and of generated samples, 0 to 2.
double distanceOfMeans(const Trainable &generator)
{
    return (drawn(generator).mean(0) - realPictures().mean(0)).abs().mean().item<double>();
}

} // namespace

/// What a training is for: pictures that a judge takes for real ones.
class TestTrainingLosses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }
    void aShortRunLowersItsLosses();

private:
    training_runs::Folders folder;
};

/// In step with each other the two losses pull in opposite directions, and neither need fall. So
/// each network is judged against one that stands still (tournaments within one training: Olsson et
/// al. 2018, "Skill Rating for Generative Adversarial Networks").
void TestTrainingLosses::aShortRunLowersItsLosses()
{
    TrainRequest training = request(folder("learns"));
    training.steps = 1;
    trainGenerator(training, RunContext());
    const Players first(training);
    training.steps = 400;
    training.resume = true;
    const TrainReport report = trainGenerator(training, RunContext());
    const Players last(training);
    QCOMPARE(report.resumedFrom, 1);

    constexpr double kFall = 0.75;
    const double before = lossOf(*first.generator, *last.discriminator);
    const double after = lossOf(*last.generator, *last.discriminator);
    QVERIFY2(after < kFall * before, qPrintable(QString("%1 to %2").arg(before).arg(after)));
    const double judged = lossOfJudge(*first.discriminator, *first.generator);
    const double judgedLater = lossOfJudge(*last.discriminator, *first.generator);
    QVERIFY2(judgedLater < kFall * judged,
             qPrintable(QString("%1 to %2").arg(judged).arg(judgedLater)));
    // Who cannot tell scores 0, and loses softplus(0) on either side.
    QVERIFY(judgedLater < kFall * 2 * std::log(2));
    // And the pictures show it.
    QVERIFY(distanceOfMeans(*last.generator) < distanceOfMeans(*first.generator) / 3);
}

QTEST_GUILESS_MAIN(TestTrainingLosses)
#include "tst_training_losses.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "small_training.h"
#include "train/adam.h"
#include "train/adversarial_loop.h"
#include "train/adversarial_loss.h"
#include "train/dcgan.h"
#include "train/program_network.h"
#include "train/weight_average.h"

#include <ATen/ATen.h>

#include <cmath>

using namespace quantloupe;
using small_training::numberedPictures;

namespace {

/// forward(x) = f(x, w), as plain as a network can be.
class OneParameter : public Trainable
{
public:
    using Function = std::function<at::Tensor(const at::Tensor &, const at::Tensor &)>;
    OneParameter(at::Tensor weight, Function function)
        : m_weight(std::move(weight)), m_function(std::move(function))
    {
        m_weight.set_requires_grad(true);
    }
    at::Tensor forward(const NetworkInput &input, const Pass & /*pass*/) const override
    {
        return m_function(input.values, m_weight);
    }
    std::vector<NamedTensor> parameters() const override { return {{"w", m_weight}}; }
    std::vector<NamedTensor> buffers() const override { return {}; }

private:
    at::Tensor m_weight;
    Function m_function;
};

at::Tensor products(const at::Tensor &x, const at::Tensor &w)
{
    return (x.flatten(1) * w).sum(1);
}

c10::Device cpu()
{
    return c10::Device(c10::kCPU);
}

double first(const at::Tensor &tensor)
{
    return tensor.flatten()[0].item<double>();
}

} // namespace

/// Formulas and orders that a training is made of.
class TestTrainingParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lossesAreTheFormulas();
    void theGeneratorLearnsFromTheBestRated();
    void penaltyOfALinearNetwork();
    void penaltyReachesParameters();
    void adamIsThePaper();
    void averageOfWeights();
    void reestimatedStatistics();
    void networksAreSeeded();
    void shapesOfDcgans();
    void dcgansWithClasses();
    void penaltyOfThePicturesOwnClass();
    void loopKnowsNoLayers();
};

void TestTrainingParts::lossesAreTheFormulas()
{
    const at::Tensor real = at::tensor({2.0, -0.5});
    const at::Tensor fake = at::tensor({-3.0, 0.25});
    const auto softplus = [](double x) { return std::log1p(std::exp(x)); };
    const double expected =
        (softplus(-2) + softplus(0.5)) / 2 + (softplus(-3) + softplus(0.25)) / 2;
    const auto plain = AdversarialLoss::NonSaturating;
    QVERIFY(std::fabs(first(discriminatorLoss(plain, real, fake)) - expected) < 1e-6);
    QVERIFY(std::fabs(first(generatorLoss(plain, fake)) - (softplus(3) + softplus(-0.25)) / 2) <
            1e-6);
    const auto hinge = AdversarialLoss::Hinge;
    QCOMPARE(first(discriminatorLoss(hinge, real, fake)), 0.75 + 0.625);
    QCOMPARE(first(generatorLoss(hinge, fake)), 1.375);
    QCOMPARE(parseAdversarialLoss("hinge"), hinge);
    QCOMPARE(parseAdversarialLoss("non-saturating"), plain);
}

void TestTrainingParts::theGeneratorLearnsFromTheBestRated()
{
    const auto hinge = AdversarialLoss::Hinge;
    const at::Tensor fake = at::tensor({{-3.0}, {0.25}, {1.0}, {-0.5}}).requires_grad_(true);
    QCOMPARE(first(generatorLoss(hinge, fake, 2)), -0.625);
    QCOMPARE(first(generatorLoss(hinge, fake, 4)), first(generatorLoss(hinge, fake)));
    QCOMPARE(first(generatorLoss(hinge, fake, 9)), first(generatorLoss(hinge, fake)));
    generatorLoss(hinge, fake, 2).backward();
    QVERIFY(at::equal(fake.grad(), at::tensor({{0.0}, {-0.5}, {-0.5}, {0.0}})));
}

void TestTrainingParts::penaltyOfALinearNetwork()
{
    const at::Tensor weight = at::tensor({1.0F, -2.0F, 0.5F, 3.0F});
    const OneParameter network(weight, products);
    // The gradient of every picture is the weight itself.
    QCOMPARE(first(gradientPenalty(network, at::rand({5, 1, 2, 2}))), 1 + 4 + 0.25 + 9);
}

void TestTrainingParts::penaltyReachesParameters()
{
    const OneParameter network(at::tensor({1.0F, -2.0F}), [](const auto &x, const auto &w) {
        return (x.square() * w).sum(1);
    });
    const at::Tensor pictures = at::tensor({0.5F, 2.0F, -1.0F, 1.0F}).view({2, 2});
    LoopSettings settings;
    settings.rate = 0.1;
    Adam adam(network, settings);
    // Mean of |2 x w|^2: derivative 8 w E x^2 has the sign of w, and Adam's first step is the rate.
    adam.minimize(gradientPenalty(network, pictures));
    const at::Tensor weight = network.parameters()[0].tensor;
    QVERIFY(std::fabs(weight[0].item<double>() - 0.9) < 1e-5);
    QVERIFY(std::fabs(weight[1].item<double>() + 1.9) < 1e-5);
}

void TestTrainingParts::adamIsThePaper()
{
    const OneParameter network(at::tensor({1.0F}), products);
    LoopSettings settings;
    settings.rate = 0.01;
    settings.beta1 = 0.5;
    settings.beta2 = 0.9;
    Adam adam(network, settings);
    double weight = 1;
    double mean = 0;
    double square = 0;
    for (int step = 1; step <= 5; ++step) {
        const at::Tensor parameter = network.parameters()[0].tensor;
        adam.minimize((parameter * parameter * parameter).sum());
        const double gradient = 3 * weight * weight;
        mean = 0.5 * mean + 0.5 * gradient;
        square = 0.9 * square + 0.1 * gradient * gradient;
        weight -= 0.01 * (mean / (1 - std::pow(0.5, step))) /
                  (std::sqrt(square / (1 - std::pow(0.9, step))) + 1e-8);
        QVERIFY(std::fabs(first(parameter) - weight) < 1e-5);
    }
    QVERIFY(std::fabs(first(adam.state()[0].tensor) - mean) < 1e-5);
    QCOMPARE(adam.state()[1].name, std::string("w.second"));
}

void TestTrainingParts::averageOfWeights()
{
    const OneParameter average(at::tensor({0.0F}), products);
    const OneParameter network(at::tensor({1.0F}), products);
    // Ten pictures a step and a half-life of ten: half of the way.
    updateAverage(average, network, 10, 10, 1000);
    QCOMPARE(first(average.parameters()[0].tensor), 0.5);
    // At the start a twentieth of the pictures seen is the half-life: nearly all of the way.
    updateAverage(average, network, 1e9, 10, 4);
    QVERIFY(std::fabs(first(average.parameters()[0].tensor) - (1 - 0.5 * std::exp2(-5))) < 1e-6);
}

void TestTrainingParts::reestimatedStatistics()
{
    const auto network = makeNetwork(dcganGenerator({8, 1, 5, 4}), 1, 0, cpu());
    const auto input = [](std::int64_t i) -> at::Tensor {
        return at::full({4, 5, 1, 1}, 1.0 + i) * at::arange(1, 5).view({4, 1, 1, 1});
    };
    at::Tensor expected;
    for (int i = 0; i < 3; ++i) {
        network->forward(input(i), Pass{true, 1});
        const at::Tensor mean = network->buffers()[0].tensor.clone();
        expected = i == 0 ? mean : expected + mean;
    }
    network->buffers()[0].tensor.fill_(99);
    reestimateStatistics(*network, 3, input);
    QVERIFY(at::allclose(network->buffers()[0].tensor, expected / 3, 1e-4, 1e-5));
}

void TestTrainingParts::networksAreSeeded()
{
    const NetworkProgram program = dcganDiscriminator({16, 3, 8, 16});
    const auto one = makeNetwork(program, 1, 1, cpu());
    const auto same = makeNetwork(program, 1, 1, cpu());
    const auto other = makeNetwork(program, 2, 1, cpu());
    std::int64_t elements = 0;
    for (std::size_t i = 0; i < one->parameters().size(); ++i) {
        const NamedTensor parameter = one->parameters()[i];
        QVERIFY(at::equal(parameter.tensor, same->parameters()[i].tensor));
        elements += parameter.tensor.numel();
        if (!parameter.name.ends_with("weight"))
            continue;
        QVERIFY(!at::equal(parameter.tensor, other->parameters()[i].tensor));
        const double fanIn = static_cast<double>(parameter.tensor.numel()) /
                             static_cast<double>(parameter.tensor.size(0));
        const double deviation = std::sqrt(2 / 1.04 / fanIn);
        QVERIFY(std::fabs(parameter.tensor.std().item<double>() / deviation - 1) < 0.1);
    }
    QCOMPARE(elements, program.elements());
}

void TestTrainingParts::shapesOfDcgans()
{
    for (const int side : {8, 32, 128}) {
        const DcganShape shape{side, 3, 10, 4};
        const auto generator = makeNetwork(dcganGenerator(shape), 1, 0, cpu());
        const at::Tensor pictures = generator->forward(at::randn({2, 10, 1, 1}), Pass{});
        QCOMPARE(pictures.sizes().vec(), (std::vector<std::int64_t>{2, 3, side, side}));
        QVERIFY(pictures.abs().max().item<double>() <= 1);
        const auto discriminator = makeNetwork(dcganDiscriminator(shape), 1, 0, cpu());
        QCOMPARE(discriminator->forward(pictures, Pass{}).numel(), 2);
    }
}

void TestTrainingParts::dcgansWithClasses()
{
    const DcganShape shape{16, 3, 10, 4, Upsampling::Free, 3};
    const at::Tensor one = at::zeros({2}, at::kLong);
    const at::Tensor two = at::ones({2}, at::kLong);
    const auto generator = makeNetwork(dcganGenerator(shape), 1, 0, cpu());
    const at::Tensor latents = at::randn({2, 10, 1, 1});
    const at::Tensor pictures = generator->forward({latents, one}, Pass{});
    QCOMPARE(pictures.sizes().vec(), (std::vector<std::int64_t>{2, 3, 16, 16}));
    QVERIFY(at::equal(pictures, generator->forward({latents, one}, Pass{})));
    QVERIFY(!at::equal(pictures, generator->forward({latents, two}, Pass{})));
    const auto discriminator = makeNetwork(dcganDiscriminator(shape), 1, 1, cpu());
    const at::Tensor mixed = at::tensor({2, 0}, at::kLong);
    const at::Tensor scores = discriminator->forward({pictures, mixed}, Pass{});
    QCOMPARE(scores.sizes().vec(), (std::vector<std::int64_t>{2, 1}));
    QVERIFY(at::equal(scores[0], discriminator->forward({pictures, two + 1}, Pass{})[0]));
    QVERIFY(at::equal(scores[1], discriminator->forward({pictures, one}, Pass{})[1]));
    QVERIFY(!at::equal(scores[0], discriminator->forward({pictures, one}, Pass{})[0]));
}

void TestTrainingParts::penaltyOfThePicturesOwnClass()
{
    const auto network =
        makeNetwork(dcganDiscriminator({8, 1, 5, 4, Upsampling::Free, 2}), 1, 1, cpu());
    const at::Tensor pictures = at::rand({4, 1, 8, 8});
    const at::Tensor zeros = at::zeros({4}, at::kLong);
    const double first = gradientPenalty(*network, {pictures, zeros}).item<double>();
    const double second = gradientPenalty(*network, {pictures, zeros + 1}).item<double>();
    const at::Tensor halves = at::tensor({0, 0, 1, 1}, at::kLong);
    const double mixed = gradientPenalty(*network, {pictures, halves}).item<double>();
    const auto of = [&](int from, const at::Tensor &labels) {
        return gradientPenalty(*network, {pictures.narrow(0, from, 2), labels.narrow(0, 0, 2)})
            .item<double>();
    };
    QVERIFY(std::fabs(first / second - 1) > 0.01);
    QVERIFY(std::fabs(mixed - (of(0, zeros) + of(2, zeros + 1)) / 2) < 1e-5 * mixed);
}

void TestTrainingParts::loopKnowsNoLayers()
{
    const ImageStack stack = numberedPictures(4);
    LoopSettings settings;
    settings.batch = 4;
    settings.rate = 0.05;
    settings.penaltyEvery = 2;
    TrainingData data(stack, {1, 4, 1, false}, cpu());
    const auto spread = [](const auto &z, const auto &w) {
        return (z * 0.01 + w).expand({z.size(0), 3, 2, 2});
    };
    const OneParameter generator(at::tensor({0.9F}).view({1, 1, 1, 1}), spread);
    const OneParameter average(at::tensor({0.9F}).view({1, 1, 1, 1}), spread);
    const OneParameter discriminator(at::zeros({12}), products);
    AdversarialLoop loop({generator, discriminator, average}, data, settings);
    StepLosses losses;
    for (int step = 0; step < 60; ++step)
        losses = loop.step(step);
    // All but one of the twelve values of the pictures are near black.
    QVERIFY(first(generator.parameters()[0].tensor) < 0);
    QVERIFY(losses.penalty > 0);
    QCOMPARE(loop.state().size(), std::size_t{3 + 4});
}

QTEST_GUILESS_MAIN(TestTrainingParts)
#include "tst_training_parts.moc"

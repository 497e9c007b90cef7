// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/adversarial_loop.h"

#include "base/error.h"
#include "train/adversarial_loss.h"
#include "train/rate_schedule.h"
#include "train/weight_average.h"

#include <ATen/ATen.h>

#include <cmath>

namespace quantloupe {

namespace {

void append(std::vector<NamedTensor> &all, const std::string &prefix,
            const std::vector<NamedTensor> &tensors)
{
    for (const NamedTensor &one : tensors)
        all.push_back({prefix + one.name, one.tensor});
}

void append(std::vector<NamedTensor> &all, const std::string &prefix, const Trainable &network)
{
    append(all, prefix, network.parameters());
    append(all, prefix, network.buffers());
}

void requireFinite(const StepLosses &losses, std::int64_t step)
{
    if (!std::isfinite(losses.discriminator) || !std::isfinite(losses.generator))
        throw Error(ErrorKind::BadInput, "The losses of step " + std::to_string(step + 1) +
                                             " are no numbers any more; train with a lower "
                                             "--rate or a higher --gamma.");
}

} // namespace

AdversarialLoop::AdversarialLoop(const AdversarialNetworks &networks, TrainingData &data,
                                 const LoopSettings &settings)
    : m_networks(networks),
      m_data(data),
      m_settings(settings),
      m_generatorAdam(networks.generator, settings),
      m_discriminatorAdam(networks.discriminator, settings)
{
}

StepLosses AdversarialLoop::step(std::int64_t step)
{
    StepLosses losses;
    m_generatorAdam.setRate(rateAt(m_settings, step));
    m_discriminatorAdam.setRate(rateAt(m_settings, step));
    const NetworkInput latents = m_data.latents(step);
    const NetworkInput fake = {m_networks.generator.forward(latents, Pass{}), latents.labels};
    updateDiscriminator(step, {fake.values.detach(), fake.labels}, losses);
    updateGenerator(fake, losses);
    requireFinite(losses, step);
    updateAverage(m_networks.average, m_networks.generator, m_settings.averageHalfLife,
                  m_settings.batch, step + 1);
    return losses;
}

void AdversarialLoop::updateDiscriminator(std::int64_t step, const NetworkInput &fake,
                                          StepLosses &losses)
{
    const NetworkInput real = m_data.pictures(step);
    const at::Tensor realScore = m_networks.discriminator.forward(real, Pass{});
    const at::Tensor fakeScore = m_networks.discriminator.forward(fake, Pass{});
    const at::Tensor loss = discriminatorLoss(m_settings.loss, realScore, fakeScore);
    losses.discriminator = loss.item<double>();
    losses.realScore = realScore.mean().item<double>();
    losses.fakeScore = fakeScore.mean().item<double>();
    const bool penalized = m_settings.gamma > 0 && step % m_settings.penaltyEvery == 0;
    if (penalized) {
        const at::Tensor penalty = gradientPenalty(m_networks.discriminator, real);
        m_penalty = penalty.item<double>();
        m_discriminatorAdam.minimize(loss +
                                     penalty * (m_settings.gamma / 2 * m_settings.penaltyEvery));
    } else {
        m_discriminatorAdam.minimize(loss);
    }
    m_networks.discriminator.confine();
    losses.penalty = m_penalty;
}

void AdversarialLoop::updateGenerator(const NetworkInput &fake, StepLosses &losses)
{
    const at::Tensor scores = m_networks.discriminator.forward(fake, Pass{});
    const at::Tensor loss = generatorLoss(m_settings.loss, scores, m_settings.top);
    losses.generator = loss.item<double>();
    m_generatorAdam.minimize(loss);
    m_networks.generator.confine();
}

std::vector<NamedTensor> AdversarialLoop::networks()
{
    std::vector<NamedTensor> all;
    append(all, "generator.", m_networks.generator);
    append(all, "discriminator.", m_networks.discriminator);
    append(all, "average.", m_networks.average);
    return all;
}

void AdversarialLoop::confineNetworks()
{
    for (const Trainable *network :
         {&m_networks.generator, &m_networks.discriminator, &m_networks.average})
        network->confine();
}

std::vector<NamedTensor> AdversarialLoop::state()
{
    std::vector<NamedTensor> all = networks();
    append(all, "generator_adam.", m_generatorAdam.state());
    append(all, "discriminator_adam.", m_discriminatorAdam.state());
    return all;
}

void AdversarialLoop::resumeAt(std::int64_t steps, double penalty)
{
    m_generatorAdam.setSteps(steps);
    m_discriminatorAdam.setSteps(steps);
    m_penalty = penalty;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/adam.h"
#include "train/training_data.h"

namespace quantloupe {

/// What one step measured: means over its batch.
struct StepLosses
{
    double discriminator = 0;
    double generator = 0;
    /// The discriminator's raw outputs for real and generated pictures.
    double realScore = 0;
    double fakeScore = 0;
    /// E |gradient|^2 of the last step that took it.
    double penalty = 0;
};

/// A generator, its average and a discriminator.
struct AdversarialNetworks
{
    const Trainable &generator;
    const Trainable &discriminator;
    const Trainable &average;
};

/// Adversarial training of any two networks. Each step: one update of the discriminator on real
/// and generated pictures, one of the generator on the same latents, one of the average. The
/// gradient penalty is taken on real pictures every `penaltyEvery` steps with `penaltyEvery` times
/// its weight (lazy regularization: Karras et al. 2020, "Analyzing and Improving the Image Quality
/// of StyleGAN", section 3.2).
class AdversarialLoop
{
public:
    AdversarialLoop(const AdversarialNetworks &networks, TrainingData &data,
                    const LoopSettings &settings);

    /// Step `step`, counted from 0. Throws Error{BadInput} if a loss is no longer finite.
    StepLosses step(std::int64_t step);

    /// Parameters and running statistics of all three by name. The tensors themselves.
    std::vector<NamedTensor> networks();
    /// Everything that later steps depend on: the networks and the optimizers' moments.
    std::vector<NamedTensor> state();
    /// After networks were copied in that may not be what these allow.
    void confineNetworks();
    /// After the state of `steps` steps was copied in.
    void resumeAt(std::int64_t steps, double penalty);

private:
    void updateDiscriminator(std::int64_t step, const NetworkInput &fake, StepLosses &losses);
    void updateGenerator(const NetworkInput &fake, StepLosses &losses);

    AdversarialNetworks m_networks;
    TrainingData &m_data;
    LoopSettings m_settings;
    Adam m_generatorAdam;
    Adam m_discriminatorAdam;
    double m_penalty = 0;
};

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quantloupe {

enum class AdversarialLoss { NonSaturating, Hinge };

/// "non-saturating", "hinge".
std::string_view name(AdversarialLoss loss);
/// Throws Error{BadInput} for any other text.
AdversarialLoss parseAdversarialLoss(std::string_view text);

/// Steps over which the learning rate falls to nothing; none where `end` <= `begin`.
struct RateDecay
{
    std::int64_t begin = 0;
    std::int64_t end = 0;
};

/// What the adversarial loop needs to know.
struct LoopSettings
{
    std::uint64_t seed = 0;
    int batch = 64;
    AdversarialLoss loss = AdversarialLoss::NonSaturating;
    /// Adam (Kingma, Ba 2015); both networks.
    double rate = 2e-4;
    double beta1 = 0;
    double beta2 = 0.99;
    RateDecay decay;
    /// Weight of the gradient penalty (0 switches it off), and every how many steps it is taken.
    double gamma = 1;
    int penaltyEvery = 4;
    /// The generator learns from so many pictures of a batch, those rated best; 0 for all of them.
    int top = 0;
    /// Pictures after which a step's weights count half in the averaged generator.
    double averageHalfLife = 10000;
};

/// Each setting with its value as text, named like the option of the command line; what a
/// checkpoint must agree in. The decay is left out: only the steps that it reached must agree
/// (followedSchedule).
using SettingsText = std::vector<std::pair<std::string, std::string>>;
SettingsText toText(const LoopSettings &settings);

/// Shortest text that reads back as the same number.
std::string numberToText(double value);

} // namespace quantloupe

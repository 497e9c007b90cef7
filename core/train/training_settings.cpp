// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/training_settings.h"

#include "base/error.h"

#include <array>
#include <charconv>

namespace quantloupe {

std::string_view name(AdversarialLoss loss)
{
    return loss == AdversarialLoss::Hinge ? "hinge" : "non-saturating";
}

AdversarialLoss parseAdversarialLoss(std::string_view text)
{
    for (const AdversarialLoss loss : {AdversarialLoss::NonSaturating, AdversarialLoss::Hinge})
        if (text == name(loss))
            return loss;
    throw Error(ErrorKind::BadInput,
                "There is no loss '" + std::string(text) + "'; choose non-saturating or hinge.");
}

std::string numberToText(double value)
{
    std::array<char, 32> text{};
    const auto result = std::to_chars(text.data(), text.data() + text.size(), value);
    return {text.data(), result.ptr};
}

SettingsText toText(const LoopSettings &settings)
{
    return {{"seed", std::to_string(settings.seed)},
            {"batch", std::to_string(settings.batch)},
            {"loss", std::string(name(settings.loss))},
            {"rate", numberToText(settings.rate)},
            {"beta1", numberToText(settings.beta1)},
            {"beta2", numberToText(settings.beta2)},
            {"gamma", numberToText(settings.gamma)},
            {"penalty-every", std::to_string(settings.penaltyEvery)},
            {"top", std::to_string(settings.top)},
            {"average", numberToText(settings.averageHalfLife)}};
}

} // namespace quantloupe

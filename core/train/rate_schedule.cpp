// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/rate_schedule.h"

namespace quantloupe {

double rateAt(const LoopSettings &settings, std::int64_t step)
{
    const RateDecay &decay = settings.decay;
    if (decay.end <= decay.begin || step < decay.begin)
        return settings.rate;
    const auto left = static_cast<double>(decay.end - step);
    return settings.rate * left / static_cast<double>(decay.end - decay.begin);
}

SettingsText followedSchedule(const LoopSettings &settings, std::int64_t done)
{
    const RateDecay &decay = settings.decay;
    if (decay.end <= decay.begin || done <= decay.begin)
        return {};
    return {{"decay-from", std::to_string(decay.begin)}, {"decay-to", std::to_string(decay.end)}};
}

} // namespace quantloupe

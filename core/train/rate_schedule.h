// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "train/training_settings.h"

#include <cstdint>

namespace quantloupe {

/// Learning rate of step `step`, counted from 0: `settings.rate` up to the decay's first step, then
/// falling by the same amount each step, so that the step after the decay's last would have none.
double rateAt(const LoopSettings &settings, std::int64_t step);

/// The part of the schedule that the first `done` steps have followed: empty before the decay. Two
/// trainings whose texts agree took these steps at the same rates.
SettingsText followedSchedule(const LoopSettings &settings, std::int64_t done);

} // namespace quantloupe

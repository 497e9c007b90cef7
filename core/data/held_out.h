// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random_stream.h"

namespace quantloupe {

/// The stream of held-out samples: those that show how a range does on inputs that calibration
/// never saw. Another one than that of the final numbers, because observers are chosen by it.
inline constexpr StreamRole kHeldOutStream = StreamRole::Sweep;

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/channel_statistics.h"
#include "engine/executor.h"

namespace quantloupe {

/// The norm with its statistics moved as far as quantization moved those of its input, by the
/// formulas of computeCorrections(). `reference` and `quantized` have the norm's channels; one
/// whose statistics are not finite keeps its own.
NormOverlay movedNorm(const Program &program, int norm, const ChannelStatistics &reference,
                      const ChannelStatistics &quantized);

} // namespace quantloupe

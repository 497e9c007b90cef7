// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/correction_task.h"
#include "quant/corrections.h"
#include "quant/quant_config.h"

#include <cstddef>
#include <string>

namespace quantloupe {

/// A batch norm with stored statistics follows the layer before any other layer does.
bool hasNormBehind(const Program &program, std::size_t layer);

/// Why `correction`, one of batch norms, does nothing on a layer that wants it. Empty where a norm
/// is behind the layer, and where saying so is not worth it: what is on for the whole generator
/// says it once, and only if no layer that wants it has a norm.
std::string missingNormNote(const CorrectionTask &task, Correction correction, std::size_t layer);

/// Why re-estimation leaves a norm behind the layer alone: it is folded.
std::string foldedNormNote(const std::string &layer);

/// Why bias correction leaves the layer alone: its output has no axis of channels.
std::string noChannelsNote(const std::string &layer);

/// That corrections are wanted of nothing but float layers; empty otherwise.
std::string nothingQuantizedNote(const QuantConfig &config);

} // namespace quantloupe

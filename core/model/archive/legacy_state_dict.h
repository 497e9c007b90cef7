// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/state_dict.h"

#include <cstddef>
#include <span>
#include <string>

namespace quantloupe {

/// Whether the bytes start with the pickled magic number of torch.save's format before 1.6.
bool hasLegacyMagic(std::span<const std::byte> bytes);

/// Whether the bytes are a tar archive, the format before PyTorch 0.2.
bool isTar(std::span<const std::byte> bytes);

/// Reads the legacy format: pickles of the magic number, the protocol, the system's facts, the
/// object and the storage keys, then each storage as its element count and data.
StateDictFile readLegacyStateDict(std::span<const std::byte> bytes, const std::string &file);

} // namespace quantloupe

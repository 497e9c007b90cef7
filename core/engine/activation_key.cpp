// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/activation_key.h"

#include "base/hash.h"

#include <bit>

namespace quantloupe {

std::uint64_t keyOf(const ActivationRange &range)
{
    std::uint64_t key = mixHash(2, std::bit_cast<std::uint32_t>(range.scale));
    key = mixHash(key, static_cast<std::uint64_t>(range.zeroPoint));
    key = mixHash(key, static_cast<std::uint64_t>(range.quantMin));
    key = mixHash(key, static_cast<std::uint64_t>(range.quantMax));
    return key == 0 ? 1 : key;
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/pickle_tree.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace quantloupe {

struct ReadPickle
{
    PickleTree tree;
    /// The length of the pickle, its STOP included; other data may follow.
    std::size_t consumed = 0;
};

/// Reads one pickle of protocol 0 to 5 and executes nothing: globals come from a closed list, calls
/// become inert values, and the number of values, stack entries and memo entries is limited.
/// Memory is proportional to the bytes read. `file` is the name used in messages.
/// Text keeps the escapes of protocol 0 as they are written.
/// Throws Error{BadInput|Unsupported}.
ReadPickle readPickle(std::span<const std::byte> bytes, std::string_view file);

} // namespace quantloupe

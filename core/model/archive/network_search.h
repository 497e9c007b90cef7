// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/pickle_tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

struct FoundTensor
{
    std::string_view key;
    PickleId tensor = 0;
};

struct FoundNetwork
{
    /// The keys that lead to it, joined by dots; empty at top level.
    std::string name;
    std::vector<FoundTensor> tensors;
};

/// Every dictionary down to the fourth level whose values are mostly tensors, in the order of the
/// file, but those of optimizers. Throws Error{BadInput} for a key that is too long or no UTF-8.
std::vector<FoundNetwork> findNetworks(const PickleTree &tree, std::string_view file);

} // namespace quantloupe

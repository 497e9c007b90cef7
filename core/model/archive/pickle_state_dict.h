// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/pickle_tree.h"
#include "model/archive/state_dict.h"
#include "model/archive/storage_source.h"

#include <string_view>

namespace quantloupe {

/// The networks and notes of a torch.save pickle, with the tensors copied out of `storages`. All
/// layouts and their sum are checked before the first tensor is allocated: at most
/// kMaximumTensorBytes, and at most 16 times what the storages hold (plus 16 MiB), so that shared
/// and expanded tensors cannot make a small file large.
/// Throws Error{BadInput|Unsupported} naming `file`.
StateDictFile buildStateDictFile(const PickleTree &tree, StorageSource &storages,
                                 std::string_view file);

} // namespace quantloupe

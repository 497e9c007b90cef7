// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/stored_tensor.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace quantloupe {

/// What a call of a known Python global gives.
enum class GlobalRole : std::uint8_t {
    /// A value that nothing looks into.
    Inert,
    /// A dictionary from pairs, or an empty one.
    MakeDict,
    /// The first argument itself (torch.Size, a parameter around its tensor).
    FirstArgument,
    /// A tensor from (storage, offset, size, stride, ...).
    RebuildTensor,
    /// The same with the element type as seventh argument, over a storage of bytes.
    RebuildTypedTensor,
    /// A tensor subclass from (function, type, arguments, state).
    RebuildFromType,
    /// A storage class; `type` is its element type, empty if this program has none for it.
    StorageType,
    /// torch.UntypedStorage: counted in bytes.
    UntypedStorageType,
    /// torch.float32 and so on.
    ElementType
};

struct KnownGlobal
{
    GlobalRole role = GlobalRole::Inert;
    std::optional<DType> type = {};
};

/// The global called "<module>.<name>" if it is on the closed list of those a weight file needs.
std::optional<KnownGlobal> findKnownGlobal(std::string_view fullName);

/// Throws the Error{BadInput|Unsupported} that names a global outside the list and the way out.
[[noreturn]] void refuseGlobal(std::string_view file, std::string_view fullName);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/pickle_tree.h"
#include "model/archive/stored_tensor.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

/// What a persistent id of torch.save says about a storage.
struct StorageReference
{
    std::string_view key;
    std::string_view location;
    /// Empty for an element type this program has none for.
    std::optional<DType> type;
    /// Of the whole storage, in elements of `type`.
    std::uint64_t elements = 0;
    /// The part of it that is meant, in elements (a legacy file's storage view, else all).
    std::uint64_t viewOffset = 0;
    std::uint64_t viewElements = 0;
    bool isUntyped = false;
};

/// Where a tensor's elements lie. Invariant: every one lies inside the storage.
struct TensorLayout
{
    StorageReference storage;
    DType type = DType::Float32;
    /// In elements of `type` from the start of the storage.
    std::uint64_t offset = 0;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;
    std::uint64_t bytes = 0;
};

/// Whom messages are about.
struct TensorSource
{
    std::string_view file;
    std::string_view tensor;
};

/// Throws Error{BadInput} if the parts are not those of a storage.
StorageReference readStorage(const PickleTree &tree, PickleId storage, std::string_view file);

/// The layout of a PickleKind::Tensor, its arithmetic checked. Throws Error{BadInput|Unsupported}.
TensorLayout readTensorLayout(const PickleTree &tree, PickleId tensor, const TensorSource &source);

/// The elements in row-major order, copied out of the storage's bytes. Throws Error{BadInput} if
/// the storage is shorter than declared.
std::vector<std::byte> gatherElements(const TensorLayout &layout,
                                      std::span<const std::byte> storage,
                                      const TensorSource &source);

} // namespace quantloupe

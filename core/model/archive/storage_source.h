// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/tensor_layout.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace quantloupe {

/// Where the storages of a file lie.
class StorageSource
{
public:
    StorageSource() = default;
    virtual ~StorageSource() = default;
    StorageSource(const StorageSource &) = delete;
    StorageSource &operator=(const StorageSource &) = delete;

    /// The whole storage; valid as long as this object. Throws Error{BadInput} if the file does
    /// not hold it.
    virtual std::span<const std::byte> bytesOf(const StorageReference &storage) = 0;
    /// Its length, known without unpacking it; 0 if the file does not hold it.
    virtual std::uint64_t sizeOf(const StorageReference &storage) const = 0;
    /// What a user should know about the storages read; whole sentences.
    virtual std::vector<std::string> notes() const { return {}; }
};

} // namespace quantloupe

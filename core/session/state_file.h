// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/stored_tensor.h"

#include <cstring>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace quantloupe {

/// A tensor of plain values.
template <typename T>
StoredTensor stored(const std::string &name, DType type, std::vector<std::int64_t> shape,
                    const std::vector<T> &values)
{
    const std::span bytes = std::as_bytes(std::span(values));
    return {name, type, std::move(shape), {bytes.begin(), bytes.end()}};
}

/// Tensors by name.
class StateTensors
{
public:
    explicit StateTensors(std::vector<StoredTensor> tensors);

    /// A missing one is damage: throws Error{BadInput}.
    const StoredTensor &tensor(const std::string &name) const;

    template <typename T> std::vector<T> values(const std::string &name) const
    {
        const std::vector<std::byte> &bytes = tensor(name).bytes;
        std::vector<T> values(bytes.size() / sizeof(T));
        // memcpy takes no null pointer, not even for nothing.
        if (!values.empty())
            std::memcpy(values.data(), bytes.data(), values.size() * sizeof(T));
        return values;
    }

private:
    std::map<std::string, StoredTensor> m_tensors;
};

/// Atomically, with a sum. A file that cannot be written is left out: the measurement goes on and
/// can only not be resumed from there.
void writeStateFile(const std::filesystem::path &file, const std::vector<StoredTensor> &tensors);

/// Nothing where the file is missing or not what was written.
std::optional<StateTensors> readStateFile(const std::filesystem::path &file);

} // namespace quantloupe

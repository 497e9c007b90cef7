// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/state_file.h"

#include "base/error.h"
#include "base/file_io.h"
#include "base/hash.h"
#include "model/archive/safetensors.h"
#include "model/archive/safetensors_writer.h"

namespace quantloupe {

namespace fs = std::filesystem;

namespace {

constexpr const char *kSumKey = "sha256";

/// Of the tensors and of the name they are kept under, so that a file does not pass for another.
/// By their names, as a file has an order of its own.
std::string sumOf(const fs::path &file, const std::vector<StoredTensor> &tensors)
{
    std::map<std::string_view, std::span<const std::byte>> bytes;
    for (const StoredTensor &tensor : tensors)
        bytes.emplace(tensor.name, tensor.bytes);
    Sha256 hash;
    hash.add(file.filename().string());
    for (const auto &[name, values] : bytes)
        hash.add(values);
    return hash.hex();
}

} // namespace

StateTensors::StateTensors(std::vector<StoredTensor> tensors)
{
    for (StoredTensor &tensor : tensors)
        m_tensors.emplace(tensor.name, std::move(tensor));
}

const StoredTensor &StateTensors::tensor(const std::string &name) const
{
    const auto found = m_tensors.find(name);
    if (found == m_tensors.end())
        throw Error(ErrorKind::BadInput, "The part lacks " + name + ".");
    return found->second;
}

void writeStateFile(const fs::path &file, const std::vector<StoredTensor> &tensors)
{
    std::error_code ignored;
    fs::create_directories(file.parent_path(), ignored);
    try {
        writeFileAtomically(file, encodeSafetensors(tensors, {{kSumKey, sumOf(file, tensors)}}));
    } catch (const Error &) {
        // As the header says.
    }
}

std::optional<StateTensors> readStateFile(const fs::path &file)
{
    std::error_code missing;
    if (file.empty() || !fs::is_regular_file(file, missing))
        return {};
    try {
        std::vector<StoredTensor> tensors = readSafetensors(file);
        const auto metadata = readSafetensorsMetadata(file);
        const auto sum = metadata.find(kSumKey);
        if (sum == metadata.end() || sum->second != sumOf(file, tensors))
            return {};
        return StateTensors(std::move(tensors));
    } catch (const Error &) {
        return {};
    }
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/stored_tensor.h"

#include <filesystem>
#include <string>
#include <vector>

namespace quantloupe {

/// One network's tensors in the order of the file, keys without wrapper prefixes (`module.`).
struct StateDict
{
    /// Where it stood in the file: "g_ema", "state_dict", "params_ema", ...; empty at top level.
    std::string name;
    std::vector<StoredTensor> tensors;

    const StoredTensor *find(std::string_view key) const;
};

/// All networks of a file, the likeliest generator first (EMA generator, generator, others).
struct StateDictFile
{
    /// "pickle (zip)", "pickle (legacy)" or "safetensors".
    std::string format;
    std::vector<StateDict> networks;
    /// Facts a user should know, such as a storage that lay on CUDA; whole sentences.
    std::vector<std::string> notes;
};

enum class FileKind {
    TorchScript,
    ZipStateDict,
    LegacyStateDict,
    Safetensors,
    LiveObjects,
    Unknown
};

/// Looks at the first bytes and the archive's member names, never at the file's ending.
/// Throws Error{Io} if the file cannot be read.
FileKind detectFileKind(const std::filesystem::path &path);

/// Reads .pth .pt .ckpt .pkl .th (zip or legacy pickle) and .safetensors. Executes nothing: a
/// pickle that names a global outside a closed list is refused by that name. Sizes are checked
/// against the file and against kMaximumTensorBytes before anything is allocated.
/// Throws Error{BadInput} with one sentence that names the file and the reason.
StateDictFile readStateDictFile(const std::filesystem::path &path);

/// The most that all tensors of one file may occupy.
inline constexpr std::uint64_t kMaximumTensorBytes = 8ULL << 30;

} // namespace quantloupe

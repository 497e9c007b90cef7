// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/csrc/jit/api/module.h>

#include <filesystem>

namespace quantloupe {

struct LoadedModule
{
    torch::jit::Module module;
    /// Bytes of one parameter element as the file stores it (2 for half precision).
    int storedBytesPerWeight = 4;
};

/// Loads a TorchScript file onto the CPU with half precision widened to float32. The file is code:
/// call only for files that survived a trial in a child process.
/// Throws Error{Unsupported} that names an operator this LibTorch lacks, Error{BadInput} for
/// anything else that is wrong with the file.
LoadedModule loadTorchScript(const std::filesystem::path &path);

} // namespace quantloupe

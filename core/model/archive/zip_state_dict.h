// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/state_dict.h"
#include "model/archive/zip_archive.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace quantloupe {

/// The prefix of PyTorch's members ("archive/"), that is what stands before "data.pkl" in the first
/// member of that name; nothing if there is none.
std::optional<std::string> torchRoot(const ZipArchive &archive);

/// Whether the archive holds code or constants next to its data.pkl, as TorchScript does.
bool isTorchScript(const ZipArchive &archive);

/// Reads the zip format of torch.save (PyTorch 1.6 and later).
StateDictFile readZipStateDict(const ZipArchive &archive, const std::string &file);

} // namespace quantloupe

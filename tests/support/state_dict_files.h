// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "test_networks.h"

#include <filesystem>
#include <string>

namespace test_networks {

/// The tensors as a .safetensors file.
void writeSafetensors(const std::filesystem::path &path, const NamedTensors &tensors);

/// The tensors as torch.save writes a state dict; inside {`nested`: ...} unless that is empty.
void writeZipPickle(const std::filesystem::path &path, const NamedTensors &tensors,
                    const std::string &nested = {});

/// A zip archive (stored members) with `from` replaced by `to` in all members whose name contains
/// `member`. The number of replacements; the file is rewritten.
int replaceInArchive(const std::filesystem::path &path, const std::string &member,
                     const std::string &from, const std::string &to);

} // namespace test_networks

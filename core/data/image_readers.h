// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/image_set.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace quantloupe {

/// The kinds of sources that openImageSet() chooses from. All throw Error{BadInput|Io} in one
/// sentence that names the source.
ImageSetPtr openImageFolder(const std::filesystem::path &folder);
ImageSetPtr openImageFile(const std::filesystem::path &file);
/// The regular files of a folder by name, those of folders in it not included. Throws Error{Io}.
std::vector<std::filesystem::path> filesIn(const std::filesystem::path &folder);
/// Keeps the encoded pictures in memory, at most 4 GiB of them.
ImageSetPtr openTar(const std::filesystem::path &file);

/// A file's contents, unpacked if they are gzip. At most 4 GiB.
std::vector<std::uint8_t> readMaybeCompressed(const std::filesystem::path &file);

/// 8-bit pictures: magic 0x00000803, count, height, width as big-endian 32-bit numbers, then the
/// rows (LeCun, "The MNIST database"). `name` is for messages.
ImageSetPtr openIdx(std::vector<std::uint8_t> bytes, const std::string &name);
bool looksLikeIdx(const std::vector<std::uint8_t> &bytes);
/// Reads the beginning only, unpacked if it is gzip; false where it cannot be read.
bool isIdxFile(const std::filesystem::path &file);

/// Records of 1 (CIFAR-10) or 2 (CIFAR-100) label bytes and 3 planes of 32 x 32 bytes.
ImageSetPtr openCifar(std::vector<std::uint8_t> bytes, const std::string &name);

} // namespace quantloupe

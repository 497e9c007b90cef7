// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/image_set.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace quantloupe {

/// Latents from FILE[:key] (.safetensors, a floating-point tensor with one row a sample). Without a
/// key: "z", or the only tensor. Throws Error{BadInput} that names the file and the key.
std::shared_ptr<const std::vector<std::vector<float>>> readLatents(const std::string &source);

/// Classes that stand beside latents: the tensor "label" of their file, 64-bit integers, one for
/// each of `count` latents. Null where the file has none. Throws Error{BadInput} where it is of
/// another type or size.
std::shared_ptr<const std::vector<std::int64_t>> readLabels(const std::string &source,
                                                            std::size_t count);

struct GivenImages
{
    std::shared_ptr<const std::vector<Image>> images;
    std::vector<std::string> skipped;
};

/// IMAGES of the command line: a folder, a picture, a tar, IDX(.gz), CIFAR binary, or
/// FILE.safetensors:key (uint8 NCHW). At most `count` pictures.
GivenImages readGivenImages(const std::string &source, std::size_t count);

/// The same sources and builtin:avatars as a set that is read picture by picture; of a tensor all
/// pictures are read at once. Throws as readGivenImages().
ImageSetPtr openGivenImages(const std::string &source);

} // namespace quantloupe

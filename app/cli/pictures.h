// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "data/image_stack.h"
#include "session/requests.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace quantloupe::cli {

/// Pictures by number, from 0 on.
struct NumberedPictures
{
    std::size_t count = 0;
    std::function<Image(std::size_t)> at;
};

/// All pictures in a square grid.
Image gridPicture(const NumberedPictures &pictures);

/// One PNG for each picture in a folder that is filled only when all are complete. Throws
/// Error{BadInput} if the folder is not empty, Cancelled between two pictures.
void writePictureFolder(const std::filesystem::path &folder, const NumberedPictures &pictures,
                        const RunContext &run);

/// `image` [N, C, H, W] as the network returned it, and `z` [N, size] where it takes latents.
void writeSampleTensors(const std::filesystem::path &path, const std::vector<Sample> &samples);

/// `image` [N, C, H, W] of bytes, which FILE.safetensors:image reads again.
void writePictureTensor(const std::filesystem::path &path, const ImageStack &pictures);

} // namespace quantloupe::cli

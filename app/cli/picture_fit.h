// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/image.h"
#include "model/generator_info.h"
#include "options.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <string>
#include <vector>

namespace quantloupe::cli {

using Pictures = std::shared_ptr<const std::vector<Image>>;

/// Pictures as --crop and --resize want them for the network's input. Without --resize they are
/// left to the engine, which takes the largest centred part of the input's proportions. Throws
/// Error{BadInput} if the size is none or not that of the network's input.
Pictures fittedPictures(const Pictures &pictures, const InputOptions &options,
                        const GeneratorInfo &info);

/// How pictures of any size become the network's input: crop, size, filter and its implementation.
nlohmann::ordered_json pictureFitJson(const InputOptions &options, const GeneratorInfo &info);

/// How pictures of any size were fitted: crop, and where they did not keep their size side and
/// filter with its implementation.
nlohmann::ordered_json preparationJson(const ImagePreparation &preparation);
/// The same in words, which differ where it does: "crop center, 32 x 32 by OpenCV area", "crop
/// none, own size".
std::string preparationText(const ImagePreparation &preparation);

/// How pictures became squares of `side` pixels.
nlohmann::ordered_json preparationJson(const PreparationOptions &options, int side);

} // namespace quantloupe::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/image.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

/// How a picture gets the size of a feature network's input, in float. All squeeze the whole
/// picture; crop before where proportions matter.
enum class InputResize {
    /// Bilinear with the corner at 0 (source = target x scale), as TensorFlow 1 without
    /// align_corners; no antialiasing.
    TfLegacy,
    /// Bilinear with pixel centres at 0.5, as torch.nn.functional.interpolate; no antialiasing.
    PytorchFid,
    /// Antialiased bicubic (a = -0.5), as Pillow's on float channels, not rounded, clamped to
    /// 0..255.
    Clean
};

/// "tf-legacy", "pytorch-fid", "clean".
std::string_view name(InputResize resize);
const std::vector<std::string> &inputResizeNames();
/// Throws Error{BadInput} for any other text.
InputResize parseInputResize(std::string_view text);

/// From a picture of any size to a network's input: resized, then for channel c
/// scale[c] x level + offset[c], where levels are 0..255.
struct InputPreparation
{
    InputResize resize = InputResize::PytorchFid;
    int side = 299;
    std::array<float, 3> scale = {1, 1, 1};
    std::array<float, 3> offset = {0, 0, 0};
    bool operator==(const InputPreparation &) const = default;
};

/// The published preparation of the 2015 Inception: 299 pixels, values from -1 to 1. It is
/// (level - 128) / 128 for tf-legacy and clean, 2 level / 255 - 1 for pytorch-fid.
InputPreparation inceptionPreparation(InputResize resize);

/// 3 x side x side values, channels interleaved, grey repeated. The picture must not be empty.
void prepareInput(const Image &image, const InputPreparation &preparation, float *values);

} // namespace quantloupe

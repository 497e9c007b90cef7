// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/config_file.h"
#include "model/archive/stored_tensor.h"
#include "quant/quantized_tensor.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace quantloupe {

/// A quantized generator as exportSafetensors() packs it, its weights as the settings of its layers
/// make them, without corrections: of each quantized weight
/// LAYER.weight.codes (bytes as PackedTensor says), LAYER.weight.scale [scales],
/// LAYER.weight.zero_point [scales, bytes] and LAYER.weight.levels [scales, numbers], where it has
/// them; of each quantized activation LAYER.input.scale and LAYER.input.zero_point, counted from
/// the lowest code on; every other tensor as float32 under its own name. The metadata holds the
/// configuration, and by kFormatKey kPackedFormat.
struct PackedFile
{
    ConfigFile file;
    /// By layer; codes, scales, zero points, codebooks and values.
    std::map<std::string, QuantizedTensor> weights;
    std::vector<StoredTensor> floats;
};

/// Throws Error{BadInput} for a file of another format, or one whose tensors do not fit its
/// configuration; Error{Io}.
PackedFile readPackedFile(const std::filesystem::path &path);

/// Whether the file is one, by its metadata; false for one that cannot be read.
bool isPackedFile(const std::filesystem::path &path);
/// Its configuration alone. Throws as readPackedFile().
ConfigFile packedConfiguration(const std::filesystem::path &path);

/// The output channels of a layer's weight.
ChannelLayout layoutOf(const LayerInfo &layer);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/archive/packed_format.h"

#include "model/archive/safetensors.h"

namespace quantloupe {

bool isPackedGenerator(std::span<const std::byte> bytes, const std::string &file)
{
    if (!looksLikeSafetensors(bytes))
        return false;
    const auto metadata = readSafetensorsMetadata(bytes, file);
    const auto format = metadata.find(kFormatKey);
    return format != metadata.end() && format->second == kPackedFormat;
}

} // namespace quantloupe

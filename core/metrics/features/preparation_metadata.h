// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/image_stack.h"

#include <map>
#include <optional>
#include <string>

namespace quantloupe {

/// How pictures were fitted, in the metadata of a safetensors file: `crop`, `side` (0 where they
/// kept their size) and, of another side, `filter` of OpenCV. Their number is not kept.
void addPreparation(const ImagePreparation &preparation,
                    std::map<std::string, std::string> &metadata);

/// Absent where the metadata does not tell. Throws Error{BadInput} that names `file` for values
/// that addPreparation() does not write.
std::optional<ImagePreparation> preparationIn(const std::map<std::string, std::string> &metadata,
                                              const std::string &file);

} // namespace quantloupe

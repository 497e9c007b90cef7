// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace quantloupe::cli {

/// What `--out` of a command that gives pictures asks for.
enum class PictureTarget { None, Grid, Tensors, Folder };

/// Empty is none, .png a grid, .safetensors tensors; a folder is there already, or its name has no
/// ending or a slash behind it. Throws Error{BadInput} that says so for other endings.
PictureTarget pictureTarget(const std::string &out);

} // namespace quantloupe::cli

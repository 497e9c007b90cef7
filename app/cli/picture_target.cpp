// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture_target.h"

#include "base/error.h"

#include <filesystem>

namespace quantloupe::cli {

PictureTarget pictureTarget(const std::string &out)
{
    const std::string ending = std::filesystem::path(out).extension().string();
    if (out.empty())
        return PictureTarget::None;
    if (ending == ".png")
        return PictureTarget::Grid;
    if (ending == ".safetensors")
        return PictureTarget::Tensors;
    if (!ending.empty() && !std::filesystem::is_directory(out))
        throw Error(ErrorKind::BadInput,
                    "Pictures are not written as " + ending +
                        "; give --out a name ending in .png (one grid) or .safetensors, or a "
                        "folder: a name without ending, or with a slash behind it.");
    return PictureTarget::Folder;
}

} // namespace quantloupe::cli

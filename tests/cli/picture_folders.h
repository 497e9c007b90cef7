// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "noise_stack.h"

#include "base/file_io.h"

#include <string>

/// Sets of pictures as a user has them.
namespace picture_folders {

/// A new folder of noise.
inline std::string noise(const noise_stack::Recipe &recipe, std::uint64_t seed)
{
    const std::filesystem::path folder = command::emptyFolder();
    const quantloupe::ImageStack stack = noise_stack::make(recipe, seed);
    for (std::size_t i = 0; i < stack.count; ++i)
        quantloupe::writePng(folder / (std::to_string(100 + i) + ".png"), stack.image(i));
    return folder.string();
}

/// Adds broken0.png, broken1.png, ..., which end after their first bytes.
inline void addDamaged(const std::string &folder, int count)
{
    const std::filesystem::path whole = command::folder() / "whole.png";
    quantloupe::writePng(whole, noise_stack::make({}, 1).image(0));
    const std::string bytes = quantloupe::readTextFile(whole);
    for (int i = 0; i < count; ++i)
        quantloupe::writeFileAtomically(std::filesystem::path(folder) /
                                            ("broken" + std::to_string(i) + ".png"),
                                        bytes.substr(0, 100));
}

} // namespace picture_folders

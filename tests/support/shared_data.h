// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

/// Real weights and golden outputs, which are no part of the project.
namespace shared_data {

/// A file such as "models/faces32_generator40.pt" or "golden/faces32.safetensors" of
/// $QUANTLOUPE_DATA or ../shared; empty if there is none.
inline std::filesystem::path find(const std::string &name)
{
    const char *chosen = std::getenv("QUANTLOUPE_DATA");
    const std::filesystem::path root =
        chosen && *chosen ? std::filesystem::path(chosen)
                          : std::filesystem::path(QUANTLOUPE_SOURCE_DIR) / "../shared";
    for (const auto &folder : {root, root / "data", root / ".."})
        if (std::filesystem::exists(folder / name))
            return folder / name;
    return {};
}

inline const char *const kMissing =
    "The shared data is not here: set QUANTLOUPE_DATA or put it beside the sources as ../shared.";

} // namespace shared_data

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_folder.h"

#include <cstdlib>

namespace quantloupe {

namespace fs = std::filesystem;

fs::path dataFolder()
{
    // The names of the organization and of the application, as Qt composes them.
    const fs::path own = fs::path("Quantloupe") / "quantloupe";
    const char *chosen = std::getenv("XDG_DATA_HOME");
    // The specification has relative paths ignored.
    if (chosen && fs::path(chosen).is_absolute())
        return chosen / own;
    const char *home = std::getenv("HOME");
    return home && *home ? fs::path(home) / ".local" / "share" / own : fs::path();
}

} // namespace quantloupe

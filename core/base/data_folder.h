// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace quantloupe {

/// Where this user's programs keep what cannot be computed again in a moment, the window's sessions
/// too: Quantloupe/quantloupe in $XDG_DATA_HOME, or in .local/share of the home folder (XDG Base
/// Directory Specification). Empty where neither is known. Need not exist.
std::filesystem::path dataFolder();

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace quantloupe {

/// The version of this build, "major.minor.patch".
inline constexpr const char *kVersion = QUANTLOUPE_VERSION;

} // namespace quantloupe

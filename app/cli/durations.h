// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace quantloupe::cli {

/// "40 s", "12 min", "3.5 h".
std::string durationText(double seconds);

} // namespace quantloupe::cli

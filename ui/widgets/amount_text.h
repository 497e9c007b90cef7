// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace quantloupe {

/// "312 kB", "1.46 MB": three figures in decimal units.
QString bytesText(std::int64_t bytes);
/// "1.9 GBOPs": two figures.
QString bopsText(double bops);

} // namespace quantloupe

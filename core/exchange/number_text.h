// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace quantloupe {

/// A number as printf() writes it; `format` takes one double, such as "%.3f".
std::string formatted(const char *format, double number);

} // namespace quantloupe

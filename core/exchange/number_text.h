// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace quantloupe {

/// A number as printf() writes it, but 0 for one that is rounded to -0; `format` takes one double,
/// such as "%.3f", and puts out nothing else.
std::string formatted(const char *format, double number);

} // namespace quantloupe

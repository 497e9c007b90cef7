// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/number_text.h"

#include <array>
#include <cstdio>

namespace quantloupe {

std::string formatted(const char *format, double number)
{
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), format, number);
    return buffer.data();
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/number_text.h"

#include <array>
#include <cstdio>
#include <string_view>

namespace quantloupe {

namespace {

std::string printed(const char *format, double number)
{
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), format, number);
    return buffer.data();
}

/// Infinity and what is no number have no digits at all.
bool isNegativeZero(std::string_view text)
{
    return text.find('-') < text.find('0') && text.find('0') != std::string_view::npos &&
           text.find_first_of("123456789") == std::string_view::npos;
}

} // namespace

std::string formatted(const char *format, double number)
{
    std::string text = printed(format, number);
    return isNegativeZero(text) ? printed(format, 0.0) : text;
}

} // namespace quantloupe

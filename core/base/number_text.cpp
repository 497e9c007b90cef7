// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/number_text.h"

#include "base/error.h"

#include <array>
#include <cassert>
#include <charconv>
#include <system_error>

namespace quantloupe {

namespace {

/// The largest double has 309 digits before its point.
constexpr std::size_t kMostCharacters = 400;

std::string printed(double number, std::chars_format format, int digits)
{
    std::array<char, kMostCharacters> buffer{};
    [[maybe_unused]] const auto [end, failure] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, format, digits);
    assert(failure == std::errc());
    return {buffer.data(), end};
}

/// Infinity and what is no number have no digits at all.
bool isNegativeZero(std::string_view text)
{
    return text.find('-') < text.find('0') && text.find('0') != std::string_view::npos &&
           text.find_first_of("123456789") == std::string_view::npos;
}

std::string withoutNegativeZero(double number, std::chars_format format, int digits)
{
    std::string text = printed(number, format, digits);
    return isNegativeZero(text) ? printed(0.0, format, digits) : text;
}

} // namespace

std::string fixedText(double number, int decimals)
{
    return withoutNegativeZero(number, std::chars_format::fixed, decimals);
}

std::string signedText(double number, int decimals)
{
    std::string text = fixedText(number, decimals);
    return text.starts_with('-') ? text : text.insert(0, 1, '+');
}

std::string shortText(double number, int digits)
{
    return withoutNegativeZero(number, std::chars_format::general, digits);
}

double parsedNumber(std::string_view text)
{
    double number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size())
        throw Error(ErrorKind::Internal, "'" + std::string(text) + "' is no number.");
    return number;
}

} // namespace quantloupe

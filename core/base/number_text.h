// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace quantloupe {

/// Numbers as text and back, with a point whatever the locale of the process is: printf and
/// strtod follow it, and Qt sets it to that of the user. What is rounded to -0 is 0.

/// With so many decimals: "3.14" of 2.
std::string fixedText(double number, int decimals);
/// The same, with a plus before what is not below zero.
std::string signedText(double number, int decimals);
/// With so many significant digits, without zeros at its end: "0.0123", "1.2e+07".
std::string shortText(double number, int digits);
/// Of a whole text such as "0.01". Throws Error{Internal} for another one.
double parsedNumber(std::string_view text);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace quantloupe {

/// The same text for every way to write the same JSON: keys in order, no blanks, numbers as short
/// as they can be read back exactly. Throws Error{Internal} for what is no JSON: programs write it.
std::string canonicalJson(const std::string &text);

/// Whether `text` is JSON that can be read without harm: of bounded depth, in valid UTF-8.
bool isReadableJson(std::string_view text);

} // namespace quantloupe

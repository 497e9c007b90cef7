// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <string>
#include <string_view>

namespace quantloupe {

/// Throws Error{BadInput}: "<file> <what>", where `what` is the rest of a sentence.
[[noreturn]] void throwBadArchive(std::string_view file, std::string_view what);
/// Throws Error{Unsupported} with the same form.
[[noreturn]] void throwUnsupportedArchive(std::string_view file, std::string_view what);
/// Throws Error{BadInput}: the file ends inside `part`.
[[noreturn]] void throwCutShort(std::string_view file, std::string_view part);

/// Text of a file made fit for a message: control and non-ASCII bytes as "?", at most 120 long.
std::string printable(std::string_view text);

/// Whether `text` is well-formed UTF-8 (no surrogates, no overlong forms).
bool isUtf8(std::string_view text);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/archive/state_dict.h"

#include <cstddef>
#include <span>
#include <string>

namespace quantloupe {

/// detectFileKind() on a file's bytes; a damaged zip archive is Unknown.
FileKind detectBytesKind(std::span<const std::byte> bytes);

/// readStateDictFile() on a file's bytes; `file` is the name used in messages.
StateDictFile readStateDictBytes(std::span<const std::byte> bytes, const std::string &file);

} // namespace quantloupe

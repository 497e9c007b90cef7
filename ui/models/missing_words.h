// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace quantloupe {

/// What core says of a measurement in the user's language: why a number is missing, what its mark
/// means, how two measurements differ. Numbers and names stay; so does a sentence that is not
/// known here, such as what a file's reader says.
QString missingText(const std::string &reason);

} // namespace quantloupe

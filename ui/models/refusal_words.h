// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace quantloupe {

class Error;

/// Why a layer refuses a setting, in the user's language where core tells its parts.
QString refusalText(const Error &error);

} // namespace quantloupe

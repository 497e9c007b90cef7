// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/requests.h"

#include <QString>

namespace quantloupe {

/// Why a mean distance to float has no value, in the user's language.
QString reasonText(const MeanQuality &mean);

} // namespace quantloupe

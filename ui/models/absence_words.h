// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/absence.h"

#include <QString>

namespace quantloupe {

/// reasonFor() in the user's language: a clause without a capital and a full stop.
QString reasonText(Absence absence);

} // namespace quantloupe

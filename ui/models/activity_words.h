// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"

#include <QString>

namespace quantloupe {

/// toText() in the user's language; training, which the window does not, stays in English.
QString activityText(const Activity &activity);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activity_words.h"

#include "models/core_words.h"

namespace quantloupe {

QString activityText(const Activity &activity)
{
    return coreText(toText(activity));
}

} // namespace quantloupe

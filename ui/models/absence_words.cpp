// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/absence_words.h"

#include "models/core_words.h"

namespace quantloupe {

QString reasonText(Absence absence)
{
    return coreText(reasonFor(absence));
}

} // namespace quantloupe

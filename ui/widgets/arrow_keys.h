// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>

namespace quantloupe {

/// One step to where the arrow key points, downwards positive; null for other keys.
QPoint arrowDirection(int key);

} // namespace quantloupe

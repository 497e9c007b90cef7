// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace quantloupe {

/// The program's icon in every size it was drawn in.
QIcon programIcon();

} // namespace quantloupe

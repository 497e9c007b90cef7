// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace quantloupe {

/// For a field inside a scroll area: while it has no focus, the wheel passes over it and scrolls
/// the area, and the wheel alone does not give it the focus.
void ignoreWheelUnlessFocused(QWidget *field);

} // namespace quantloupe

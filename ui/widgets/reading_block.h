// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace quantloupe {

/// All of `widget` is read, and reached by Tab, before what stands beside it; otherwise what is
/// level is read from left to right across both.
void readAsBlock(QWidget *widget);
/// The outermost such widget around this one that lies within `outer`, or anywhere for null; null
/// for none. Blocks may hold blocks.
const QWidget *readingBlockOf(const QWidget *widget, const QWidget *outer = nullptr);

} // namespace quantloupe

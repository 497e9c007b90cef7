// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

namespace quantloupe {

/// The one colour map of bit-widths: few bits warm and light, many bits cool and dark, monotone in
/// luminance over 1..16; anything above is float and grey.
QColor bitsColor(double bits);
/// Black or white, whichever reads better on bitsColor(bits); at least 4.5:1.
QColor bitsTextColor(double bits);
/// "4", or "fp" for float.
QString bitsText(int bits);

} // namespace quantloupe

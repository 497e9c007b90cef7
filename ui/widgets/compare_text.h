// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/requests.h"

#include <QPoint>
#include <QString>

namespace quantloupe {

/// "4x", "0.26x".
QString factorText(double factor);
/// "Difference: signed luminance, gain 4x; blue darker, red lighter".
QString differenceCaption(DifferenceKind kind, double gain);
/// "31.2", or "identical".
QString psnrText(const SamplePair &pair);
/// "0.942", or a dash where the pictures are too small.
QString ssimText(const SamplePair &pair);
/// Position and values of a pixel in both pictures; empty outside of them.
QString pixelText(const SamplePair &pair, QPoint pixel);
/// A sentence for assistive technology.
QString pairDescription(const SamplePair &pair);

} // namespace quantloupe

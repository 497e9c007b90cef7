// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/requests.h"

#include <QList>
#include <QPoint>
#include <QStringList>

namespace quantloupe {

/// "4x"; below 1 the nearest "1:4".
QString factorText(double factor);
/// "Difference, gain 4x; blue darker, red lighter", and in fewer words.
QStringList differenceCaptions(DifferenceKind kind, double factor);
/// The output of one network holds values that are not finite: its picture is black there, and
/// its distance means nothing.
bool isNotFinite(const SamplePair &pair);
/// Both pictures are the same, bit by bit.
bool isIdentical(const SamplePair &pair);
/// "31.2", "identical", or "not finite".
QString psnrText(const SamplePair &pair);
/// "0.942", or a dash where the pictures are too small.
QString ssimText(const SamplePair &pair);
/// Position, values in both pictures and their difference; empty outside of them.
QString pixelText(const SamplePair &pair, QPoint pixel);

/// Values of a pixel in one picture; of a grey one a single number.
struct PixelLine
{
    QString name;
    QString values;
    /// To float, with signs; empty for float itself.
    QString difference;
};
/// Float, then one line a pair, which are of one sample; `names` are theirs. Empty outside of the
/// pictures.
QList<PixelLine> pixelLines(const QList<const SamplePair *> &pairs, const QStringList &names,
                            QPoint pixel);
/// "PSNR 28.3 dB   SSIM 0.942", "identical", or "not finite".
QString distanceText(const SamplePair &pair);
/// The same below the words that say what it is.
QString distanceLines(const SamplePair &pair);
/// A sentence for assistive technology.
QString pairDescription(const SamplePair &pair, const QString &sample);

} // namespace quantloupe

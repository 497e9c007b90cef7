// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace quantloupe {

namespace {

class CompareText
{
    Q_DECLARE_TR_FUNCTIONS(CompareText)
};

QString valuesAt(const Image &image, QPoint pixel)
{
    const std::uint8_t *values = image.at(pixel.x(), pixel.y());
    QStringList texts;
    for (int channel = 0; channel < image.channels; ++channel)
        texts.append(QString::number(values[channel]).rightJustified(3, QChar(0x2007)));
    return texts.join(u' ');
}

bool contains(const Image &image, QPoint pixel)
{
    return pixel.x() >= 0 && pixel.y() >= 0 && pixel.x() < image.width && pixel.y() < image.height;
}

} // namespace

QString factorText(double factor)
{
    return CompareText::tr("%1x").arg(QLocale().toString(factor, 'g', factor < 1 ? 2 : 4));
}

QString differenceCaption(DifferenceKind kind, double gain)
{
    if (kind == DifferenceKind::SignedLuminance)
        return CompareText::tr("Difference: signed luminance, gain %1; blue darker, red lighter")
            .arg(factorText(gain));
    return CompareText::tr("Difference: largest channel, gain %1; black equal, white far")
        .arg(factorText(gain));
}

QString psnrText(const SamplePair &pair)
{
    return pair.psnr ? QLocale().toString(*pair.psnr, 'f', 1) : CompareText::tr("identical");
}

QString ssimText(const SamplePair &pair)
{
    return pair.ssim ? QLocale().toString(*pair.ssim, 'f', 3) : QStringLiteral("\u2014");
}

QString pixelText(const SamplePair &pair, QPoint pixel)
{
    if (!contains(pair.reference, pixel) || !contains(pair.quantized, pixel))
        return {};
    return CompareText::tr("x %1, y %2   float %3   quantized %4")
        .arg(pixel.x())
        .arg(pixel.y())
        .arg(valuesAt(pair.reference, pixel), valuesAt(pair.quantized, pixel));
}

QString pairDescription(const SamplePair &pair)
{
    return CompareText::tr("Sample %1, distance to float: PSNR %2 dB, SSIM %3")
        .arg(pair.index)
        .arg(psnrText(pair), ssimText(pair));
}

} // namespace quantloupe

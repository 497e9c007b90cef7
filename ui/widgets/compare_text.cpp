// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace quantloupe {

namespace {

class CompareText
{
    Q_DECLARE_TR_FUNCTIONS(CompareText)
};

/// As wide as a digit.
constexpr QChar kFigureSpace(0x2007);

QString valuesAt(const Image &image, QPoint pixel)
{
    const std::uint8_t *values = image.at(pixel.x(), pixel.y());
    QStringList texts;
    for (int channel = 0; channel < image.channels; ++channel)
        texts.append(QString::number(values[channel]).rightJustified(3, kFigureSpace));
    return texts.join(u' ');
}

QString differencesAt(const SamplePair &pair, QPoint pixel)
{
    const std::uint8_t *from = pair.reference.at(pixel.x(), pixel.y());
    const std::uint8_t *to = pair.quantized.at(pixel.x(), pixel.y());
    QStringList texts;
    for (int channel = 0; channel < std::min(pair.reference.channels, pair.quantized.channels);
         ++channel) {
        const int difference = to[channel] - from[channel];
        const QString sign = difference < 0   ? QStringLiteral("\u2212")
                             : difference > 0 ? QStringLiteral("+")
                                              : QString();
        texts.append(
            (sign + QString::number(std::abs(difference))).rightJustified(4, kFigureSpace));
    }
    return texts.join(u' ');
}

bool contains(const Image &image, QPoint pixel)
{
    return pixel.x() >= 0 && pixel.y() >= 0 && pixel.x() < image.width && pixel.y() < image.height;
}

} // namespace

QString factorText(double factor)
{
    if (factor < 1)
        return CompareText::tr("1:%1").arg(QLocale().toString(std::lround(1 / factor)));
    return CompareText::tr("%1x").arg(QLocale().toString(factor, 'g', 4));
}

QStringList differenceCaptions(DifferenceKind kind, double factor)
{
    const QString gain = factorText(factor);
    const bool isSigned = kind == DifferenceKind::SignedLuminance;
    const QString colors = isSigned ? CompareText::tr("blue darker, red lighter")
                                    : CompareText::tr("black equal, white far");
    return {CompareText::tr("Difference, gain %1; %2").arg(gain, colors),
            CompareText::tr("gain %1; %2").arg(gain, colors), CompareText::tr("gain %1").arg(gain)};
}

bool isNotFinite(const SamplePair &pair)
{
    return !std::isfinite(pair.signalEnergy) || !std::isfinite(pair.errorEnergy);
}

bool isIdentical(const SamplePair &pair)
{
    return !isNotFinite(pair) && !pair.psnr;
}

QString psnrText(const SamplePair &pair)
{
    if (isNotFinite(pair))
        return CompareText::tr("not finite");
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
    return CompareText::tr("x %1, y %2   float %3   quantized %4   difference %5")
        .arg(pixel.x())
        .arg(pixel.y())
        .arg(valuesAt(pair.reference, pixel), valuesAt(pair.quantized, pixel),
             differencesAt(pair, pixel));
}

QList<PixelLine> pixelLines(const QList<const SamplePair *> &pairs, const QStringList &names,
                            QPoint pixel)
{
    QList<PixelLine> lines;
    for (qsizetype i = 0; i < pairs.size(); ++i) {
        const SamplePair *pair = pairs[i];
        if (!pair || !contains(pair->reference, pixel) || !contains(pair->quantized, pixel))
            continue;
        if (lines.isEmpty())
            lines.append({CompareText::tr("Float"), valuesAt(pair->reference, pixel), {}});
        const QString name = pairs.size() == 1 ? CompareText::tr("Quantized") : names.value(i);
        lines.append({name, valuesAt(pair->quantized, pixel), differencesAt(*pair, pixel)});
    }
    return lines;
}

QString distanceText(const SamplePair &pair)
{
    if (!pair.psnr)
        return psnrText(pair);
    return CompareText::tr("PSNR %1 dB   SSIM %2").arg(psnrText(pair), ssimText(pair));
}

QString distanceLines(const SamplePair &pair)
{
    return CompareText::tr("distance to float\n%1").arg(distanceText(pair));
}

QString pairDescription(const SamplePair &pair, const QString &sample)
{
    if (isNotFinite(pair))
        return CompareText::tr("Sample %1, the output holds values that are not finite")
            .arg(sample);
    if (!pair.psnr)
        return CompareText::tr("Sample %1, identical to float").arg(sample);
    return CompareText::tr("Sample %1, distance to float: PSNR %2 dB, SSIM %3")
        .arg(sample, psnrText(pair), ssimText(pair));
}

} // namespace quantloupe

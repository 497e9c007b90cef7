// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare_summary.h"

#include "jobs/preview_run.h"
#include "models/absence_words.h"
#include "models/translate.h"

#include <QLocale>

namespace quantloupe {

namespace {

bool hasQuality(const MeanQuality &mean)
{
    return mean.psnr || (mean.ssim && mean.absence == Absence::None);
}

QString psnrText(double psnr)
{
    return QLocale().toString(psnr, 'f', 1);
}

/// The most important first.
QStringList summaryParts(const PreviewStage &stage)
{
    QStringList parts;
    if (!hasQuality(stage.mean))
        parts += reasonText(stage.mean.absence);
    else if (stage.mean.psnr)
        parts += tr("PSNR %1 dB").arg(psnrText(*stage.mean.psnr));
    if (hasQuality(stage.mean) && stage.mean.ssim)
        parts += tr("SSIM %1").arg(QLocale().toString(*stage.mean.ssim, 'f', 3));
    parts += stage.samples == 1 ? tr("1 sample") : tr("%1 samples").arg(stage.samples);
    return parts;
}

QString briefly(const MeanQuality &mean)
{
    if (mean.psnr)
        return tr("%1 dB").arg(psnrText(*mean.psnr));
    const bool isIdentical =
        mean.absence == Absence::OutputsIdentical || mean.absence == Absence::PicturesIdentical;
    return isIdentical ? tr("identical") : QStringLiteral("–");
}

} // namespace

QStringList summaryWordings(const PreviewStage &stage)
{
    const QStringList parts = summaryParts(stage);
    QStringList wordings;
    for (qsizetype count = parts.size(); count > 0; --count)
        wordings.append(parts.first(count).join(QStringLiteral("   ")));
    return wordings << briefly(stage.mean);
}

} // namespace quantloupe

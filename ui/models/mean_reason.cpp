// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mean_reason.h"

#include <QCoreApplication>

namespace quantloupe {

namespace {

/// What core says, for the translators.
[[maybe_unused]] constexpr const char *kReasons[] = {
    QT_TRANSLATE_NOOP("MeanQuality", "no samples"),
    QT_TRANSLATE_NOOP("MeanQuality", "the output holds values that are not finite"),
    QT_TRANSLATE_NOOP("MeanQuality", "the outputs are identical"),
    QT_TRANSLATE_NOOP("MeanQuality", "the float output is zero"),
    QT_TRANSLATE_NOOP("MeanQuality", "the pictures are identical on 8 bits"),
    QT_TRANSLATE_NOOP("MeanQuality", "the pictures are too small for SSIM"),
};

} // namespace

QString reasonText(const MeanQuality &mean)
{
    return QCoreApplication::translate("MeanQuality", mean.reason.c_str());
}

} // namespace quantloupe

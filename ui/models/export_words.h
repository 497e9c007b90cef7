// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace quantloupe {

/// "AIMET 1.0.0", a name in every language.
QString exportFormatTitle(ExportFormat format);
/// Who reads it, and what must be known of it: one line.
QString exportFormatPurpose(ExportFormat format);

/// The file that is proposed for a generator whose files are called `stem`: no other format's, and
/// no generator's.
QString exportFileName(const QString &stem, ExportFormat format);

/// What of a configuration is lost, in one sentence.
QString lossSummary(const std::vector<ExportLoss> &losses);
/// "bits.json and bits.py are written to /folder."
QString writtenSentence(const QStringList &files);

} // namespace quantloupe

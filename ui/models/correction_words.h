// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/correction_report.h"
#include "quant/quant_config.h"

#include <QString>
#include <QStringList>

namespace quantloupe {

QString displayName(Correction correction);
/// One or two sentences on what the correction does and where it comes from.
QString explanation(Correction correction);

/// What corrections bought the network, "output 14.2 → 16.0 dB"; empty where there are none.
QString gainText(const CorrectionReport &report);
/// What each bought by itself, added to those that are applied before it; empty where the report
/// has fewer than two.
QString stepSentence(const CorrectionReport &report);
/// The same of one layer, what AdaRound bought it, its skipped channels and moved norms, one
/// sentence each; empty where the report does not have it.
QStringList gainSentences(const CorrectionReport &report, const std::string &layer);
/// Why corrections that `config` wants for the layer have no effect on it, one sentence each; empty
/// where the report does not have it.
QStringList idleSentences(const CorrectionReport &report, const QuantConfig &config,
                          const std::string &layer);

} // namespace quantloupe

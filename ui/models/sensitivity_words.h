// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/picture_part.h"
#include "models/sensitivity_findings.h"
#include "session/sensitivity_request.h"

#include <QString>
#include <QStringList>

namespace quantloupe {

/// For lists; "SQNR" is the same in every language.
QString sensitivityMetricName(MetricKind metric);
QString displayName(SensitivitySite site);
QString explanation(SensitivitySite site);
QString displayName(SensitivityMode mode);
QString explanation(SensitivityMode mode);

/// As it is published, with its unit where that is one of the value: "SQNR, dB".
QString sensitivityAxis(const SensitivityFindings &findings);
/// "4 bits", or that a layer is left out of the configuration as it is.
QString sensitivityRowName(int bits);
/// Of a cell, as short as it can be: "14.2", "≈ 14.2" for a prediction, "=" for an exact output.
QString sensitivityCellText(const SensitivitySpot &spot);
/// The same with so many decimals, for cells that stand beside each other.
QString sensitivityCellText(const SensitivitySpot &spot, int decimals);

/// Which layer hurts, at which bit-width: the answer in a sentence, and in fewer words. Says where
/// it rests on predictions or on part of the cells. Empty while nothing can be said.
QStringList sensitivityAnswer(const SensitivityFindings &findings);
/// What pointing at a cell says: value, interval, prediction, rank and ties, and what a click does,
/// which is nothing where the layer has these bits.
QString sensitivityReading(const SensitivityFindings &findings, std::size_t layer, std::size_t bit,
                           bool isPresent = false);
/// "24x12 pixels of sample 3", or of "3 of seed 7", and in fewer words.
QStringList partTexts(const PicturePart &part);
/// What the values depend on, in one line.
QString sensitivityConditions(const SensitivityRequest &request);
/// How well the sketch told what was measured, also in fewer words; empty where that is not known.
QStringList sketchAccuracyTexts(const SketchReport &sketch);

} // namespace quantloupe

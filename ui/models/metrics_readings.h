// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics_quantity.h"

namespace quantloupe {

/// What the charts of measurements say in words.

/// "#3".
QString numberOf(const Measurement &measurement);
/// "#3, 4.2 bits".
QString labelOf(const QList<Measurement> &measurements, int index);
/// Two lines: the number, then what was measured.
QString readingOf(const QList<Measurement> &measurements, int index,
                  const MetricQuantity &quantity);
/// What the whiskers of the quantity are, or why there are none; a sentence and a blank, or empty.
QString whiskerNote(const MetricRow *row, const MetricQuantity &quantity);
/// How many measurements a chart leaves out and why the last of them; empty for none.
QString leftOutNote(int count, const QString &reason);

/// The floor of a distance, to be drawn as a band from 0. Differences have none, nor has what grows
/// with quality: a value below that of the reference against itself is the worse one then.
std::optional<double> bandOf(const MetricRow *row, const MetricQuantity &quantity);
/// One sentence on the reference against itself and a blank; empty for differences and without a
/// floor.
QString floorNote(const MetricRow *row, const MetricQuantity &quantity);

} // namespace quantloupe

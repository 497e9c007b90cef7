// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/command_line.h"

#include <QString>

namespace quantloupe {

class QuantDocument;
struct Measurement;
struct PreviewRequest;

/// What the window shows, as the command line can be asked for it. `configurationFile` holds the
/// document's configuration; empty while there are changes beyond it.
ComparisonCommand shownComparison(const QuantDocument &document, const PreviewRequest &request,
                                  const QString &configurationFile);

/// A measurement of the document's generator, in the same way.
MetricsCommand measuredCommand(const QuantDocument &document, const Measurement &measurement);

} // namespace quantloupe

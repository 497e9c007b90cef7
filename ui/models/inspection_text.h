// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/layer_inspection.h"
#include "plots/histogram_plot.h"
#include "plots/strip_plot.h"

#include <QString>

namespace quantloupe {

/// An inspection as plots, and the sentences that say truthfully what they show.
HistogramPlotData weightPlot(const LayerInspection &inspection);
QString weightCaption(const WeightInspection &weight);

StripPlotData errorPlot(const LayerInspection &inspection);
/// Of the strip, or why there is none.
QString errorCaption(const WeightInspection &weight);

HistogramPlotData activationPlot(const LayerInspection &inspection);
QString activationCaption(const ActivationInspection &activation);

QString mapsCaption(const FeatureMaps &maps);

/// "-0.1 to -0.05: 12" of a bin.
QString binReading(const Histogram &histogram, std::size_t bin);

/// "4.2 %" with as many digits as small shares need.
QString shareText(double share);

} // namespace quantloupe

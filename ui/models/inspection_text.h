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

/// "4.2 %" with as many digits as small shares need.
QString shareText(double share);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metrics_settings.h"
#include "models/picture_part.h"
#include "session/sensitivity_request.h"

#include <QJsonObject>

#include <optional>
#include <span>
#include <vector>

namespace quantloupe {

/// What the user wants to know of the layers; kept with the session.
struct SensitivitySettings
{
    /// 1 to kMostBits, the most first.
    std::vector<int> bits = SensitivityPlan().bits;
    SensitivitySite site = SensitivitySite::Weights;
    SensitivityMode mode = SensitivityMode::Alone;
    MetricKind metric = MetricKind::OutputSqnr;
    /// Samples of one repeat.
    std::size_t count = kSweepSamples;
    int repeats = 1;
    /// Where it can be had, see canSketch().
    bool sketch = true;
    /// Compared alone, instead of samples of the sweep; not kept with the session.
    std::optional<PicturePart> part = {};

    static constexpr int kMostBits = 8;
    static constexpr int kMostSamples = 100000;
    static constexpr int kMostRepeats = 100;

    bool operator==(const SensitivitySettings &) const = default;
};

/// Those offered, the cheapest first.
std::span<const MetricKind> sensitivityMetrics();
/// Whether a part of a picture can be compared by it.
bool comparesParts(MetricKind metric);
/// A sketch tells the SQNR of whole outputs under quantized weights, and nothing else.
bool canSketch(const SensitivitySettings &settings);

QJsonObject toJson(const SensitivitySettings &settings);
/// What is missing or cannot be is as usual.
SensitivitySettings sensitivitySettings(const QJsonObject &json);

/// The sweep of what the document holds now. A layer alone is changed in the float network, left
/// out of the document's configuration, or of all layers quantized where that is float. Reference
/// and features are those of `measuring`.
SensitivityRequest sensitivityRequest(const QuantDocument &document,
                                      const SensitivitySettings &settings,
                                      const MetricsSettings &measuring);

/// The same values come of both, with the same features where the metric needs any: they differ in
/// no more than which bit-widths and how many repeats are measured, and what is predicted.
bool haveSameValues(const SensitivityRequest &a, const SensitivityRequest &b);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare_report.h"
#include "metrics/metrics_report.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

/// A number that was measured of a configuration.
struct ConfigResult
{
    /// As it is published: "FID", "SWD-grey", "PSNR".
    std::string metric;
    /// Of the quantized generator; finite.
    double value = 0;
    /// Samples measured.
    std::uint64_t n = 0;
    /// What a perfect generator would get; absent where it was not measured.
    std::optional<double> floor;
    /// Quantized minus float; absent for a metric between the two.
    std::optional<double> delta;
    /// 95 %: of the delta, or of the value where there is no delta.
    std::optional<MetricInterval> interval;
    /// Empty where no features are used.
    std::string extractor;
    std::string pipeline;
    /// Of the samples.
    std::uint64_t seed = 0;
    bool operator==(const ConfigResult &) const = default;
};

/// The numbers of the rows that have one; those of single layers are left out.
std::vector<ConfigResult> resultsOf(const MetricsReport &report);
/// The means over the samples compared.
std::vector<ConfigResult> resultsOf(const CompareReport &report, std::uint64_t seed);

nlohmann::ordered_json resultsJson(const std::vector<ConfigResult> &results);
/// Throws Error{BadInput} with the end of a sentence ("a result ...") and nlohmann's exceptions.
std::vector<ConfigResult> parseResults(const nlohmann::ordered_json &json);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/lane_caches.h"
#include "session/metrics_curve.h"
#include "session/metrics_reference.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace quantloupe {

/// What a measurement needs beside its request.
struct MetricsTools
{
    LaneCaches &caches;
    /// May be null where no activation is quantized.
    const std::vector<ActivationHistogram> *histograms = nullptr;
    /// Null where no metric uses features.
    FeatureExtractorPtr extractor;
    /// Null where LPIPS is not measured.
    PerceptualDistancePtr perceptual;
    int threads = 1;
};

/// One measurement: the reference, then float and quantized samples part by part, each generated,
/// measured and dropped, then the numbers of all.
class MetricsRun
{
public:
    /// Throws as planMetrics() and where the reference cannot be opened.
    MetricsRun(const MetricsRequest &request, const MetricsTools &tools, const RunContext &context);

    MetricsReport execute(const RunContext &context, const MetricsSink &sink);
    /// Seconds that so many samples take, from those of a few.
    double secondsOfAll(std::size_t samples, const RunContext &context);

private:
    void measurePairs(const RunContext &context, const MetricsSink &sink);
    PairPart pairPart(std::size_t index, const RunContext &context);
    /// The next samples, with LPIPS where it is measured.
    SampledPairs sampledPairs(std::size_t first, std::size_t count, const RunContext &context);
    void add(const PairPart &part, const RunContext &context);
    std::optional<MetricsHistograms> tryProject(const RunContext &context);
    /// Second pass over all sets, for SWD by histograms.
    MetricsHistograms project(const RunContext &context);
    MetricsHistograms emptyHistograms(const SwdBins &bins) const;
    static void restore(const ProjectionPart &known, MetricsHistograms &histograms);
    /// The samples from `first` on; the histograms are kept every now and then.
    void projectPairs(std::size_t first, const std::string &sources, MetricsHistograms &histograms,
                      const RunContext &context);
    std::string swdObstacle() const;
    MetricsReport report() const;

    const MetricsRequest &m_request;
    CompareRequest m_generation;
    MetricsPlan m_plan;
    SetMeter m_meter;
    PairSource m_pairs;
    MetricsReferenceSource m_reference;
    MeasurementState m_state;
    MetricsSets m_sets;
    MetricsCurve m_curve;
    std::size_t m_resumed = 0;
};

/// See Session::estimate().
MetricsEstimate estimateMetrics(const MetricsRequest &request, const MetricsTools &tools,
                                const RunContext &context);

/// Where a measurement keeps its state and features; empty if it must not.
std::filesystem::path cacheFor(const MetricsRequest &request);

} // namespace quantloupe

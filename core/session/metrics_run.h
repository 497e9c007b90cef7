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
    CalibratedSites sites;
    /// Null where no metric uses features.
    FeatureExtractorPtr extractor;
    /// Null where LPIPS is not measured.
    PerceptualDistancePtr perceptual;
    int threads = 1;
};

/// The share of a measurement's progress that opening networks and calibrating have.
inline constexpr double kPreparationShare = 0.05;

/// Samples that an interrupted measurement left.
struct ResumedSamples
{
    std::size_t reference = 0;
    std::size_t samples = 0;
};

/// One measurement: the reference, then float and quantized samples part by part, each generated,
/// measured and dropped, then the numbers of all.
class MetricsRun
{
public:
    /// Throws as planMetrics() and where the reference cannot be opened.
    MetricsRun(const MetricsRequest &request, const MetricsTools &tools, const RunContext &context);

    MetricsReport execute(const RunContext &context, const MetricsSink &sink);
    /// What execute() does and how long that will take, from a few samples. Of the reference and
    /// of the samples as many as `resumed` says are there already.
    std::vector<MetricsPhase> phases(const ResumedSamples &resumed, const RunContext &context);

private:
    /// Where the progress (0..1) of execute() goes from one stage to the next.
    struct Bounds
    {
        double samples = 0;
        double projection = 0.8;
        double numbers = 0.8;
    };

    /// What one sample or picture takes.
    struct PictureSeconds
    {
        /// Generating float and quantized.
        double pair = 0;
        double features = 0;
        /// In one set of an SWD.
        double sliced = 0;
    };

    Bounds bounds() const;
    PictureSeconds probe(const RunContext &context);
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

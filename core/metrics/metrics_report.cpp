// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/metrics_report.h"

#include "base/error.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace quantloupe {

namespace {

constexpr std::array kKinds = {MetricKind::Frechet,
                               MetricKind::Kernel,
                               MetricKind::FeatureSlicedWasserstein,
                               MetricKind::Precision,
                               MetricKind::Recall,
                               MetricKind::Density,
                               MetricKind::Coverage,
                               MetricKind::SlicedWasserstein,
                               MetricKind::Psnr,
                               MetricKind::Ssim,
                               MetricKind::Lpips,
                               MetricKind::OutputSqnr,
                               MetricKind::LayerSqnr};

MetricKind parseMetric(std::string_view text)
{
    for (const MetricKind kind : kKinds)
        if (name(kind) == text)
            return kind;
    std::string names;
    for (const std::string &known : metricNames())
        names += (names.empty() ? "" : ", ") + known;
    throw Error(ErrorKind::BadInput,
                "There is no metric '" + std::string(text) + "'; the metrics are " + names + ".");
}

std::string differing(const std::string &what, const std::string &a, const std::string &b)
{
    return "They differ in " + what + " (" + a + " and " + b + ").";
}

std::string fittedText(const ReferenceIdentity &reference)
{
    if (!reference.preparation)
        return "generated";
    return std::to_string(reference.preparation->side) + " pixels, crop " +
           std::string(name(reference.preparation->crop)) + ", OpenCV " +
           std::string(name(reference.preparation->filter));
}

std::string referenceDifference(const ReferenceIdentity &a, const ReferenceIdentity &b)
{
    if (a.name != b.name)
        return differing("the reference", a.name, b.name);
    if (a.preparation != b.preparation)
        return differing("how the reference was prepared", fittedText(a), fittedText(b));
    if (a.n != b.n)
        return differing("the number of reference pictures", std::to_string(a.n),
                         std::to_string(b.n));
    if (a.sha256 != b.sha256)
        return differing("the contents of the reference", a.sha256.substr(0, 12),
                         b.sha256.substr(0, 12));
    return {};
}

std::string featureDifference(const FeatureIdentity &a, const FeatureIdentity &b)
{
    if (a.extractor != b.extractor)
        return differing("the extractor", a.extractor, b.extractor);
    if (a.sha256 != b.sha256)
        return differing("the weights of the extractor", a.sha256.substr(0, 12),
                         b.sha256.substr(0, 12));
    if (a.dimension != b.dimension)
        return differing("the number of features", std::to_string(a.dimension),
                         std::to_string(b.dimension));
    if (a.pipeline != b.pipeline)
        return differing("the pipeline", a.pipeline, b.pipeline);
    return {};
}

} // namespace

std::string_view name(MetricKind kind)
{
    switch (kind) {
    case MetricKind::Frechet:
        return "fid";
    case MetricKind::Kernel:
        return "kid";
    case MetricKind::FeatureSlicedWasserstein:
        return "feature-swd";
    case MetricKind::Precision:
        return "precision";
    case MetricKind::Recall:
        return "recall";
    case MetricKind::Density:
        return "density";
    case MetricKind::Coverage:
        return "coverage";
    case MetricKind::SlicedWasserstein:
        return "swd";
    case MetricKind::Psnr:
        return "psnr";
    case MetricKind::Ssim:
        return "ssim";
    case MetricKind::Lpips:
        return "lpips";
    case MetricKind::OutputSqnr:
        return "sqnr";
    case MetricKind::LayerSqnr:
        return "layer-sqnr";
    }
    return {};
}

const std::vector<std::string> &metricNames()
{
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const MetricKind kind : kKinds)
            all.emplace_back(name(kind));
        return all;
    }();
    return names;
}

std::vector<MetricKind> parseMetrics(std::string_view text)
{
    std::vector<MetricKind> metrics;
    std::size_t start = 0;
    while (start <= text.size()) {
        const std::size_t end = std::min(text.find(',', start), text.size());
        const MetricKind kind = parseMetric(text.substr(start, end - start));
        if (std::ranges::find(metrics, kind) == metrics.end())
            metrics.push_back(kind);
        start = end + 1;
    }
    return metrics;
}

bool usesFeatures(MetricKind kind)
{
    return kind == MetricKind::Frechet || needsAllFeatures(kind);
}

bool needsAllFeatures(MetricKind kind)
{
    return kind == MetricKind::Kernel || kind == MetricKind::FeatureSlicedWasserstein ||
           usesNeighbours(kind);
}

bool usesNeighbours(MetricKind kind)
{
    return kind == MetricKind::Precision || kind == MetricKind::Recall ||
           kind == MetricKind::Density || kind == MetricKind::Coverage;
}

bool isPaired(MetricKind kind)
{
    return !usesFeatures(kind) && kind != MetricKind::SlicedWasserstein;
}

bool largerIsBetter(MetricKind kind)
{
    return usesNeighbours(kind) || (isPaired(kind) && kind != MetricKind::Lpips);
}

std::string_view unitOf(MetricKind kind)
{
    switch (kind) {
    case MetricKind::Psnr:
    case MetricKind::OutputSqnr:
    case MetricKind::LayerSqnr:
        return "dB";
    case MetricKind::SlicedWasserstein:
        return "x 1000";
    default:
        return {};
    }
}

std::string_view name(MetricInputs inputs)
{
    switch (inputs) {
    case MetricInputs::DrawnPictures:
        return "drawn";
    case MetricInputs::GivenPictures:
        return "given";
    case MetricInputs::Latents:
        break;
    }
    return "latents";
}

std::string planText(const SamplingPlan &plan)
{
    std::ostringstream truncation;
    truncation << plan.truncation;
    return std::string(name(plan.distribution)) + ", input range " + toText(plan.inputRange) +
           ", output range " + toText(plan.outputRange) + ", class " +
           (plan.label ? std::to_string(*plan.label) : "uniform") + ", truncation " +
           truncation.str();
}

std::string inputsText(const MetricsReport &report)
{
    if (report.inputs == MetricInputs::Latents)
        return "latents " + planText(report.plan);
    const std::string inputs = report.inputs == MetricInputs::GivenPictures
                                   ? "inputs given pictures"
                                   : "inputs drawn, not pictures";
    return inputs + ", input range " + toText(report.plan.inputRange) + ", output range " +
           toText(report.plan.outputRange);
}

std::string differenceOf(const MetricsReport &a, const MetricRow &rowA, const MetricsReport &b,
                         const MetricRow &rowB)
{
    if (rowA.name != rowB.name)
        return differing("the metric", rowA.name, rowB.name);
    if (rowA.layer != rowB.layer)
        return differing("the layer", rowA.layer, rowB.layer);
    if (rowA.n != rowB.n)
        return differing("the number of samples", std::to_string(rowA.n), std::to_string(rowB.n));
    if (isPaired(rowA.kind) && a.generatorSha256 != b.generatorSha256)
        return differing("the generator", a.generatorSha256.substr(0, 12),
                         b.generatorSha256.substr(0, 12));
    if (!isPaired(rowA.kind)) {
        if (std::string text = referenceDifference(a.reference, b.reference); !text.empty())
            return text;
    }
    if (usesFeatures(rowA.kind)) {
        if (std::string text = featureDifference(a.features, b.features); !text.empty())
            return text;
    }
    if (rowA.kind == MetricKind::Lpips && a.perceptual != b.perceptual)
        return "They differ in the weights of LPIPS.";
    if (a.plan != b.plan)
        return differing("the sampling plan", planText(a.plan), planText(b.plan));
    if (a.seed != b.seed)
        return differing("the seed", std::to_string(a.seed), std::to_string(b.seed));
    if (rowA.form != rowB.form)
        return differing("how the number is computed", rowA.form, rowB.form);
    return {};
}

namespace {

bool isShare(MetricKind kind)
{
    return kind == MetricKind::Precision || kind == MetricKind::Recall ||
           kind == MetricKind::Coverage;
}

/// No interval holds what the metric cannot be.
MetricInterval possible(MetricKind kind, MetricInterval interval)
{
    if (isShare(kind))
        return {std::clamp(interval.low, 0.0, 1.0), std::clamp(interval.high, 0.0, 1.0)};
    return interval;
}

} // namespace

std::optional<MetricInterval> valueInterval(const MetricRow &row)
{
    // Of the normal distribution, two-sided.
    constexpr double kErrors = 1.96;
    if (row.pairedInterval)
        return *row.pairedInterval;
    if (row.deltaInterval && row.floatValue)
        return possible(row.kind, {*row.floatValue + (*row.deltaInterval).low,
                                   *row.floatValue + (*row.deltaInterval).high});
    if (row.quantized && row.quantizedStandardError)
        return MetricInterval{*row.quantized - kErrors * *row.quantizedStandardError,
                              *row.quantized + kErrors * *row.quantizedStandardError};
    return {};
}

} // namespace quantloupe

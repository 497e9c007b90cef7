// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/metrics_report.h"
#include "session/extractor_request.h"
#include "session/requests.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace quantloupe {

/// MetricsReference::source of the float generator.
inline constexpr const char *kFloatReference = "float";
/// Samples of a measurement unless the user says otherwise.
inline constexpr std::size_t kMetricSamples = 4096;

struct MetricsReference
{
    /// kFloatReference for the float generator on latents that are not measured, or IMAGES (see
    /// openGivenImages()).
    std::string source = kFloatReference;
    /// Pictures are brought to the generator's size.
    Crop crop = Crop::Center;
    ResizeFilter filter = ResizeFilter::Area;
    bool operator==(const MetricsReference &) const = default;
};

/// How far a configuration's pictures are from the float ones and from a reference.
struct MetricsRequest
{
    GeneratorPtr generator;
    QuantConfig config;
    SamplingPlan plan;
    CalibrationPlan calibration;
    /// Input pictures of an image-to-image network, one for each sample at least; null for
    /// procedural ones.
    std::shared_ptr<const std::vector<Image>> images = {};
    /// Where they come from, for answers; may be empty.
    std::string imagesName = {};
    /// As CompareRequest::calibrationImages; the samples' pictures serve where it is null.
    std::shared_ptr<const std::vector<Image>> calibrationImages;
    /// As CompareRequest::ranges.
    std::shared_ptr<const CalibratedRanges> ranges = {};
    /// useCache false also leaves known features of pictures and interrupted measurements aside.
    ExecutionPlan execution;
    std::vector<MetricKind> metrics = {MetricKind::Frechet, MetricKind::SlicedWasserstein};
    MetricsReference reference;
    /// builtin:NAME, the FID Inception (a state dict), or a TorchScript network.
    ExtractorRequest extractor = {std::string(kBuiltinExtractor), kFidDimension, {}, {}};
    /// Needed for LPIPS only.
    PerceptualFiles perceptual;
    /// Samples 0..count-1 of the evaluation stream.
    std::size_t count = kMetricSamples;
    std::uint64_t seed = 0;
    /// The user's yes to a biased FID of fewer than 2,048 samples.
    bool allowSmallFid = false;
    /// Bytes of all pictures up to which SWD is computed by sorting; by histograms beyond.
    std::size_t sortedSwdBytes = std::size_t{1} << 30;
    /// Go on with an interrupted measurement of the same request, if there is one.
    bool resume = false;
};

/// What a measurement does, one after the other.
enum class MetricsStage { Reference, Samples, Projection, Numbers };

struct MetricsPhase
{
    MetricsStage stage = MetricsStage::Reference;
    /// Of the progress (0..1) of Session::measure(); what an interrupted measurement left lies
    /// before `from`.
    double from = 0;
    double to = 1;
    double seconds = 0;
};

struct MetricsEstimate
{
    /// Of all phases.
    double seconds = 0;
    /// Pictures that will be generated.
    std::size_t samples = 0;
    /// Samples an interrupted measurement of the same request has; they count as done if
    /// MetricsRequest::resume is set.
    std::size_t resumable = 0;
    /// In their order; those that take no time are left out.
    std::vector<MetricsPhase> phases = {};
};

} // namespace quantloupe

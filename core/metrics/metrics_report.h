// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/image_stack.h"
#include "data/sampling_plan.h"
#include "metrics/feature_set.h"
#include "metrics/perceptual_distance.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

enum class MetricKind {
    Frechet,
    Kernel,
    FeatureSlicedWasserstein,
    Precision,
    Recall,
    Density,
    Coverage,
    SlicedWasserstein,
    Psnr,
    Ssim,
    Lpips,
    OutputSqnr,
    LayerSqnr
};

/// "fid", "kid", "feature-swd", "precision", "recall", "density", "coverage", "swd", "psnr",
/// "ssim", "lpips", "sqnr", "layer-sqnr".
std::string_view name(MetricKind kind);
const std::vector<std::string> &metricNames();
/// "fid,kid" in the order given, each once. Throws Error{BadInput} that lists the names.
std::vector<MetricKind> parseMetrics(std::string_view text);
/// Measured on features of an extractor.
bool usesFeatures(MetricKind kind);
/// Computed from the features of all pictures at once, which their mean and covariance do not tell.
bool needsAllFeatures(MetricKind kind);
/// One of the four scores by neighbours of features (see ManifoldScores).
bool usesNeighbours(MetricKind kind);
/// A distance between the float and the quantized output of the same input, as opposed to one of
/// either set of pictures to a reference.
bool isPaired(MetricKind kind);
bool largerIsBetter(MetricKind kind);
/// "dB", "x 1000" (as SWD is published), or empty.
std::string_view unitOf(MetricKind kind);

/// A value, or why there is none; exactly one of both is given.
template <typename T> struct Measured
{
    std::optional<T> value;
    std::string reason;

    static Measured of(T given) { return {given, {}}; }
    static Measured missing(std::string why) { return {{}, std::move(why)}; }
    explicit operator bool() const { return value.has_value(); }
    const T &operator*() const { return *value; }
    bool operator==(const Measured &) const = default;
};

/// 95 % of the bootstrap (Efron 1979).
struct MetricInterval
{
    double low = 0;
    double high = 0;
    bool operator==(const MetricInterval &) const = default;
};

/// One level of SWD's pyramid, as published times 1000. Absent where the row's value is.
struct MetricLevel
{
    /// Side in pixels.
    int resolution = 0;
    std::optional<double> floatValue;
    std::optional<double> quantized;
    std::optional<double> floor;
    bool operator==(const MetricLevel &) const = default;
};

/// What was measured on the first `n` samples, on the way to all of them.
struct MetricPoint
{
    std::size_t n = 0;
    std::optional<double> floatValue;
    std::optional<double> quantized;
    bool operator==(const MetricPoint &) const = default;
};

struct MetricRow
{
    MetricKind kind = MetricKind::Frechet;
    /// As it is published: "FID", "FD-avatarnet", "KID", "SWD-grey", "PSNR", "SQNR".
    std::string name;
    /// The layer whose output is compared; empty but for LayerSqnr.
    std::string layer;
    /// Float and quantized pictures against the reference. A paired metric has no float value and
    /// no delta: its quantized value is the distance to the float output already.
    Measured<double> floatValue;
    Measured<double> quantized;
    /// Each picture is the float one on 8 bits: then there is no PSNR, for want of an error.
    bool isIdentical = false;
    /// What a perfect generator would get with as many pictures: two disjoint sets of the
    /// reference against each other.
    Measured<double> floor;
    /// Quantized minus float.
    Measured<double> delta;
    /// Bootstrap over the samples, each drawn with its float and its quantized picture, while the
    /// reference stays; its centre is the delta.
    Measured<MetricInterval> deltaInterval;
    /// Of the quantized value of a paired metric, which is a difference itself.
    Measured<MetricInterval> pairedInterval;
    /// Jackknife, of KID.
    std::optional<double> floatStandardError;
    std::optional<double> quantizedStandardError;
    /// Samples measured.
    std::size_t n = 0;
    /// How it was computed: "eigen" or "gram" of FID, "sorted" or "histogram" of SWD, "512
    /// directions" of SWD of features, "k = 3" of precision; else empty.
    std::string form;
    /// What a reader must know beside the number, such as too few samples; empty for nothing.
    std::string mark;
    std::vector<MetricLevel> levels;
    std::vector<MetricPoint> curve;
    bool operator==(const MetricRow &) const = default;
};

/// 95 % of the row's quantized value, where the row has what tells it: a paired metric's own
/// interval; float's value plus the interval of the difference to it, since both are of the same
/// samples and share their accident, within 0 and 1 for shares; 1.96 standard errors to either
/// side. Absent for SWD, whose patches are sorted and cannot be drawn again by sample.
std::optional<MetricInterval> valueInterval(const MetricRow &row);

/// The set that float and quantized pictures are compared with.
struct ReferenceIdentity
{
    /// "float" for the float generator on latents that are not measured, else IMAGES.
    std::string name;
    /// SHA-256 of the prepared pictures, or of what the float pictures are drawn from.
    std::string sha256;
    /// Pictures of the reference itself, without those of the floor.
    std::size_t n = 0;
    /// Pictures the source names, readable or not; 0 for "float".
    std::size_t available = 0;
    /// They were drawn from the source by the seed, each at most once; else all were taken.
    bool isDrawn = false;
    /// How pictures of files were fitted to the generator's; absent for "float".
    std::optional<ImagePreparation> preparation;
    bool operator==(const ReferenceIdentity &) const = default;
};

/// What the network was fed.
enum class MetricInputs {
    Latents,
    DrawnPictures, ///< Procedural ones, which are like no picture that anyone took.
    GivenPictures
};

/// "latents", "drawn", "given".
std::string_view name(MetricInputs inputs);

/// All numbers of one measurement, and what they depend on.
struct MetricsReport
{
    std::vector<MetricRow> rows;
    /// Samples that are in the numbers so far, and those of the whole measurement.
    std::size_t n = 0;
    std::size_t count = 0;
    std::uint64_t seed = 0;
    SamplingPlan plan;
    MetricInputs inputs = MetricInputs::Latents;
    std::string generatorSha256;
    ReferenceIdentity reference;
    /// Unknown (see FeatureIdentity) where no metric uses features.
    FeatureIdentity features;
    PerceptualIdentity perceptual;
    /// One sentence for each picture of the reference that could not be read.
    std::vector<std::string> skipped;
    std::vector<std::string> warnings;
    /// Samples taken over from an interrupted measurement.
    std::size_t resumed = 0;
    int stepsRun = 0;
    int stepsSkipped = 0;
    int threads = 0;
    int microBatch = 0;
    double seconds = 0;
};

/// Gets what is known so far: paired metrics grow with the samples, distances come
/// last, with the points of their curves so far.
using MetricsSink = std::function<void(const MetricsReport &)>;

/// How samples were drawn, in words: "normal, input range -1,1, output range -1,1, class uniform,
/// truncation 1".
std::string planText(const SamplingPlan &plan);
/// What the samples were made from, in words: "latents normal, input range ..." as planText(), or
/// "inputs drawn, not pictures, input range -1,1, output range -1,1", or "inputs given pictures,
/// ...".
std::string inputsText(const MetricsReport &report);

/// One sentence on why the values of these rows must not be subtracted, naming the first thing
/// that differs of metric, number of samples, reference, extractor, pipeline, sampling plan and
/// seed, and of paired metrics the generator, which is their reference; empty where they compare.
std::string differenceOf(const MetricsReport &a, const MetricRow &rowA, const MetricsReport &b,
                         const MetricRow &rowB);

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random_stream.h"
#include "data/sample_ref.h"
#include "data/sampling_plan.h"
#include "engine/compare_report.h"
#include "image/image.h"
#include "model/generator_info.h"
#include "quant/calibrated_ranges.h"
#include "quant/quant_config.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quantloupe {

/// An opened network: immutable, shared between threads, opaque outside core.
class Generator;
using GeneratorPtr = std::shared_ptr<const Generator>;

const GeneratorInfo &info(const Generator &generator);
/// How it is sampled unless the user says otherwise: the assumptions as a plan.
SamplingPlan samplingPlan(const Generator &generator);
/// How it is calibrated unless the user says otherwise: on no more samples than are used.
CalibrationPlan calibrationPlan(const Generator &generator);
/// How many of so many calibration samples are used.
int usedCount(const GeneratorInfo &info, int count);

struct OpenRequest
{
    std::string path;
    /// A user's architecture file, or the summary or picture size of one of the readings offered
    /// by the assumption "architecture.reading"; empty for the likeliest.
    std::string architectureFile;
    /// --assume KEY=VALUE; keys as in GeneratorInfo::assumptions.
    std::map<std::string, std::string> assumptions;
    /// Which network of a file with several; empty for the likeliest generator.
    std::string network;
    /// Keep batch norm and dropout in the training mode a trace caught them in.
    bool keepTrainingMode = false;
};

/// Which inputs are fed: latents (or noise pictures) of random streams, or given values.
struct SampleSource
{
    StreamRole role = StreamRole::Preview;
    /// Of any streams, in any order; with given latents or images the indices count those.
    std::vector<SampleRef> samples;
    /// Empty, or one for each sample: feeds a latent on the way to another sample's. Class and
    /// noise stay the sample's own.
    std::vector<LatentBlend> blends;
    /// Given latents, one row a sample; empty to draw them.
    std::shared_ptr<const std::vector<std::vector<float>>> latents;
    /// Given input pictures of an image-to-image network; empty to use procedural ones.
    std::shared_ptr<const std::vector<Image>> images;
    /// Classes of given latents, one for each; null to draw them, or where the network takes none.
    std::shared_ptr<const std::vector<std::int64_t>> labels = {};
};

struct ExecutionPlan
{
    int microBatch = 4;
    /// 0 stands for all cores.
    int threads = 0;
    bool useCache = true;
    bool operator==(const ExecutionPlan &) const = default;
};

struct CompareRequest
{
    GeneratorPtr generator;
    QuantConfig config;
    SamplingPlan plan;
    SampleSource source;
    CalibrationPlan calibration;
    /// Pictures to calibrate an image-to-image network on; empty for those of `source`, or
    /// procedural ones.
    std::shared_ptr<const std::vector<Image>> calibrationImages;
    /// Ranges that this generator, plan and calibration gave before; layers that have one by their
    /// very setting are not calibrated again. Null for none.
    std::shared_ptr<const CalibratedRanges> ranges = {};
    ExecutionPlan execution;
};

struct CalibrationReport
{
    CalibratedRanges ranges;
    /// By layer with a range, the share of values outside it on held-out samples; empty, and of no
    /// samples, unless they were asked for.
    std::map<std::string, double> heldOutClipped;
    std::size_t heldOutSamples = 0;
    /// Samples that were looked at.
    std::size_t pictures = 0;
    std::size_t drawn = 0;
    double seconds = 0;
};

/// Gets pairs in the order of the request as soon as their micro-batch is done.
using PairSink = std::function<void(std::vector<SamplePair>)>;

/// The same question put to the configured network alone.
using SampleRequest = CompareRequest;

struct Sample
{
    std::uint64_t index = 0;
    Image image;
    /// The latent that was fed; empty for image-to-image networks.
    std::vector<float> latent;
    /// The network's own output, channels x height x width.
    std::vector<float> values;
    /// The class that was fed; absent where the network takes none.
    std::optional<std::int64_t> label = {};
};

using SampleSink = std::function<void(std::vector<Sample>)>;

} // namespace quantloupe

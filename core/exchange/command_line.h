// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/sample_list.h"
#include "data/sampling_plan.h"
#include "model/generator_info.h"
#include "quant/layer_marks.h"
#include "quant/quant_config.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quantloupe {

/// A comparison as the command line can be asked for it.
struct ComparisonCommand
{
    /// Drawn are samples of random streams.
    enum class Inputs { Drawn, GivenLatents, GivenPictures };

    std::string generator;
    /// As OpenRequest holds them.
    std::string architectureFile;
    std::map<std::string, std::string> assumptions;
    std::string network;
    bool keepTrainingMode = false;
    std::vector<LayerInfo> layers;
    /// How samples are drawn, and how they would be without being told.
    SamplingPlan plan;
    SamplingPlan usualPlan;
    QuantConfig config;
    CalibrationPlan calibration;
    /// The activation ranges come from pictures that only the configuration's file names.
    bool hasRangesOfPictures = false;
    /// A file that holds configuration, plan and calibration; empty to write them out.
    std::string configurationFile;
    /// Drawn too, with the same samples and calibration.
    std::vector<QuantConfig> beside;
    Inputs inputs = Inputs::Drawn;
    std::uint64_t seed = 0;
    /// Of the seed; means nothing where samples are named.
    int count = 16;
    SampleList samples;
    int microBatch = 4;
    int threads = 0;
};

/// A measurement as the command line can be asked for it.
struct MetricsCommand
{
    /// What is measured; its own count means nothing here.
    ComparisonCommand measured;
    /// "fid,swd".
    std::string metrics;
    /// "float" or IMAGES.
    std::string reference;
    /// builtin:NAME or a file; depth and pipeline are empty for those it usually has.
    std::string extractor;
    std::string depth;
    std::string pipeline;
    /// Files of LPIPS; empty where it is not measured or, of the heads, in the same file.
    std::string lpipsTrunk;
    std::string lpipsHeads;
    /// Options and their values, such as --crop and none, where they are not the usual ones.
    std::vector<std::string> preparation;
    std::size_t count = 0;
    bool allowSmallFid = false;
};

/// An experiment of a paper as the command line can be asked for it.
struct RecipeCommand
{
    /// "qgan".
    std::string recipe;
    /// How and against what its configurations are measured; their own and the metrics mean nothing
    /// here.
    MetricsCommand measurement;
};

/// A sweep of sensitivities as the command line can be asked for it.
struct SensitivityCommand
{
    /// The base configuration, the metric and how it is measured.
    MetricsCommand measurement;
    std::vector<int> bits;
    /// "weights" and "alone".
    std::string site;
    std::string mode;
    /// Besides those that the base configuration quantizes.
    bool quantizesActivations = false;
    int repeats = 1;
    bool sketch = false;
    /// As a SampleList and a PixelRect are written; empty for samples of the seed and for whole
    /// pictures.
    std::string samples = {};
    std::string region = {};
};

/// A search for bits as the command line can be asked for it.
struct SearchCommand
{
    /// The base configuration, the metrics of the confirmation, and how they are measured.
    MetricsCommand measurement;
    /// "bits=4" and "swd=3.5"; one of both is empty.
    std::string budget;
    std::string bound;
    /// "bytes", what is made small within a bound.
    std::string boundCost;
    /// "knapsack".
    std::string algorithm;
    std::vector<int> bits;
    /// "mse".
    std::vector<std::string> methods;
    Granularity granularity = Granularity::PerChannel;
    /// "3x3=4,8": as allowBits() takes them.
    std::vector<std::string> allowed;
    LayerMarks marks;
    /// A name or a file; empty for any device.
    std::string target;
    /// 0 for no time box.
    double seconds = 0;
    std::size_t sweepCount = 0;
    bool measuresFront = false;
};

/// A comparison of quantizers on one layer as the command line can be asked for it.
struct QuantizersCommand
{
    /// Says which generator; the rest means nothing here.
    ComparisonCommand opened;
    std::string layer;
    std::vector<int> bits;
    Granularity granularity = Granularity::PerChannel;
};

/// An export of a configuration as the command line can be asked for it.
struct ExportCommand
{
    /// Says generator, configuration and calibration; its samples mean nothing here.
    ComparisonCommand exported;
    /// "aimet-1.0.0".
    std::string format;
    std::string out;
    /// A run of `sensitivity`; without a store for a sweep that none holds.
    struct Sweep
    {
        std::string store;
        std::int64_t run = 0;
    };
    /// Whose values are shown, where the format shows any.
    std::optional<Sweep> sweep = {};
};

/// A report on a configuration as the command line can be asked for it.
struct ReportCommand
{
    /// What is compared.
    ComparisonCommand shown;
    /// "fid,swd"; empty where nothing else is measured.
    std::string metrics;
    /// "float" or IMAGES; means nothing without metrics, like the number of samples measured.
    std::string reference;
    std::size_t metricCount = 0;
    std::string out;
};

/// Between the rules of a --beside.
inline constexpr char kRuleSeparator = ';';
/// Before a correction, as an option of its own and in a --beside.
inline constexpr std::string_view kCorrectionMark = "--";

/// The words of the command: quantloupe-cli compare ... It gives the numbers of the same request in
/// the window. Throws Error{Unsupported} with a sentence about what cannot be said in words.
std::vector<std::string> commandWords(const ComparisonCommand &command);

/// The same for quantloupe-cli metrics ...
std::vector<std::string> commandWords(const MetricsCommand &command);

/// The same for quantloupe-cli reproduce ...
std::vector<std::string> commandWords(const RecipeCommand &command);

/// The same for quantloupe-cli sensitivity ...
std::vector<std::string> commandWords(const SensitivityCommand &command);

/// The same for quantloupe-cli search ...
std::vector<std::string> commandWords(const SearchCommand &command);

/// The same for quantloupe-cli quantizers ...
std::vector<std::string> commandWords(const QuantizersCommand &command);

/// The same for quantloupe-cli export ...
std::vector<std::string> commandWords(const ExportCommand &command);

/// The same for quantloupe-cli report ...
std::vector<std::string> commandWords(const ReportCommand &command);

/// One line for a POSIX shell.
std::string shellLine(const std::vector<std::string> &words);

} // namespace quantloupe

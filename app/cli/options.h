// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/extractor_request.h"
#include "session/requests.h"
#include "train/attribute_training.h"
#include "train/train_request.h"

#include <CLI/CLI.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quantloupe::cli {

inline constexpr const char *kGeneratorOption = "GENERATOR";

struct GlobalOptions
{
    bool json = false;
    bool quiet = false;
    int threads = 0;
    std::uint64_t seed = 0;
    int batch = ExecutionPlan().microBatch;
    std::string engine = "auto";
    bool noCache = false;
    /// Where runs are kept; empty to keep none.
    std::string store;
};

/// What every command about one generator takes.
struct GeneratorOptions
{
    std::string file;
    std::string architecture;
    std::vector<std::string> assumptions;
    std::string network;
    std::string inputRange;
    std::string distribution;
    std::string label;
    std::optional<double> truncation;
    bool trainNorm = false;
};

struct ConfigOptions
{
    std::string file;
    std::vector<std::string> rules;
    /// The values of each correction's option; "true" where it has none.
    std::map<Correction, std::vector<std::string>> corrections;
    /// "latents" and IMAGES, or none.
    std::vector<std::string> calibrateOn;
    std::optional<int> calibrateCount;
    std::optional<std::uint64_t> calibrateSeed;
};

/// How pictures become squares of one size, as text.
struct PreparationOptions
{
    std::string crop = "center";
    /// N or N:FILTER; empty keeps their size.
    std::string resize;
};

struct InputOptions
{
    std::optional<std::size_t> count;
    std::string samples;
    std::string latents;
    std::string images;
    PreparationOptions preparation;

    std::size_t countOrDefault() const { return count.value_or(kDefaultCount); }
    static constexpr std::size_t kDefaultCount = 16;
};

struct GenerateOptions
{
    GeneratorOptions generator;
    ConfigOptions config;
    InputOptions inputs;
    /// Further configurations: files, or rules.
    std::vector<std::string> beside;
    std::string out;
};

struct CalibrateOptions
{
    /// Its inputs count for the preparation of pictures only.
    GenerateOptions request;
};

struct InspectOptions
{
    /// Only its generator counts without a layer.
    GenerateOptions request;
    std::string writeArchitecture;
    std::string layer;
    std::optional<std::int64_t> channel;
};

struct QuantizersOptions
{
    GeneratorOptions generator;
    std::string layer;
    std::vector<int> bits = {8, 4, 3, 2, 1};
    std::string granularity = "channel";
};

/// Options of `train` that are checked as text first.
struct TrainOptions
{
    TrainRequest request;
    std::string crop = "center";
    std::string filter = "area";
    std::string upsampling = "free";
    std::string loss = "non-saturating";
    std::optional<std::int64_t> decayFrom;
    std::string out;
};

struct SwdOptions
{
    std::string images;
    std::string reference;
    PreparationOptions preparation;
    /// The number with which results are published.
    std::size_t count = 16384;
    bool floor = false;
    std::string patches;
    std::string directions;
};

struct ImagesOptions
{
    std::string images;
    PreparationOptions preparation;
    std::optional<std::size_t> count;
    std::string out;
};

/// A feature network as text.
struct ExtractorOptions
{
    std::string file;
    /// What is empty or absent from here on was not given: the network's usual value.
    std::optional<std::size_t> depth;
    std::string pipeline;
    /// Inputs of TorchScript, whose options' names begin with `prefix`.
    std::optional<int> side;
    std::string range;
    std::string mean;
    std::string deviation;
    std::string prefix;
};

/// Pictures of a set; the number with which FID is published.
inline constexpr std::size_t kFeatureCount = 50000;

struct FeaturesOptions
{
    std::string images;
    ExtractorOptions extractor;
    PreparationOptions preparation;
    std::optional<std::size_t> count;
    std::string out;
};

/// Options of `fid` and `kid`.
struct FeatureDistanceOptions
{
    std::string a;
    std::string b;
    ExtractorOptions extractor;
    PreparationOptions preparation;
    std::optional<std::size_t> count;
    bool floor = false;
    /// `fid`: an explicit yes to fewer pictures than FID asks for.
    bool few = false;
    /// `kid`: FILE, or COUNT:SIZE.
    std::string subsets;

    std::size_t countOrDefault() const { return count.value_or(kFeatureCount); }
};

void addTo(CLI::App &app, GlobalOptions &options);
void addTo(CLI::App &command, GeneratorOptions &options);
void addTo(CLI::App &command, ConfigOptions &options);
/// Of these the options of the calibration alone.
void addCalibration(CLI::App &command, ConfigOptions &options);
/// One line for each weight method and where it was published.
std::string weightMethodHelp();
/// The same of the observers that choose activation ranges.
std::string rangeEstimatorHelp();
/// The same of corrections.
std::string correctionHelp();
void addTo(CLI::App &command, InputOptions &options);
/// Of these --images alone.
void addImages(CLI::App &command, InputOptions &options);
void addTo(CLI::App &command, CalibrateOptions &options);
void addTo(CLI::App &command, InspectOptions &options);
void addTo(CLI::App &command, QuantizersOptions &options);
void addTo(CLI::App &command, TrainOptions &options);
void addTo(CLI::App &command, AttributeTrainRequest &request);
void addTo(CLI::App &command, PreparationOptions &options);
void addTo(CLI::App &command, SwdOptions &options);
void addTo(CLI::App &command, ImagesOptions &options);
/// `prefix` stands before the names of options about a TorchScript network's input.
void addTo(CLI::App &command, ExtractorOptions &options, const std::string &prefix = {});
void addTo(CLI::App &command, FeaturesOptions &options);
/// The options that both distances take.
void addTo(CLI::App &command, FeatureDistanceOptions &options);

/// Throws Error{BadInput} that shows how --resize is written.
ImagePreparation preparationFor(const PreparationOptions &options);

/// Throws Error{BadInput} that shows how the option in question is written.
ExtractorRequest extractorFor(const ExtractorOptions &options);

/// One sentence that names the options given which change nothing with the network of `file`:
/// depths are the Inception's, stated inputs are TorchScript's; empty for none. Throws
/// Error{BadInput|Io} as extractorKind().
std::string idleOptions(const ExtractorOptions &options);
/// The same of everything about measuring, where `what` was measured before.
std::string idleOptions(const ExtractorOptions &extractor, const PreparationOptions &preparation,
                        const std::string &what);
/// Throws Error{BadInput} with what idleOptions() says, if it says anything.
void refuseIdle(const std::string &sentence);

} // namespace quantloupe::cli

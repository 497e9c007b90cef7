// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/sampling_plan.h"
#include "exchange/config_results.h"
#include "exchange/layer_origins.h"
#include "exchange/provenance.h"
#include "model/generator_info.h"
#include "quant/calibrated_ranges.h"
#include "quant/layer_marks.h"
#include "quant/quant_config.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace quantloupe {

/// A configuration as it is saved: what it was made for, how samples were drawn, the bits.
struct ConfigFile
{
    /// Identity of the generator the configuration belongs to.
    std::string generatorName;
    std::string generatorSha256;
    std::string generatorFormat;
    std::string architecture;
    std::vector<Assumption> assumptions;
    SamplingPlan plan;
    CalibrationPlan calibration;
    QuantConfig config;
    /// Activation ranges that this generator, plan and calibration gave; none if not calibrated.
    CalibratedRanges ranges;
    /// Locks and ties; none in a file that does not speak of them.
    LayerMarks marks;
    /// Layers of the generator as saved (name, kind, weight shape), in order.
    std::vector<LayerInfo> layers;
    /// Who chose the settings; by hand where nothing is known.
    LayerOrigins origins;
    /// What was measured of just this configuration.
    std::vector<ConfigResult> results;
    /// Empty where nothing is known.
    Provenance provenance;
    /// The whole file as text, so that keys this program does not know are kept when it is saved
    /// again.
    std::string original;
};

ConfigFile configFileFor(const GeneratorInfo &info, const SamplingPlan &plan,
                         const CalibrationPlan &calibration, const QuantConfig &config);

/// The file's "format", and the keyword of the PNG text chunk (image/png_text.h) that holds a
/// picture's configuration.
inline constexpr const char *kConfigurationKeyword = "quantloupe-configuration";
/// The only "version" there is.
inline constexpr int kConfigFileVersion = 1;

/// Quantloupe JSON (resources/schema/configuration.schema.json), ending in a line feed.
std::string toJson(const ConfigFile &file);
/// Throws Error{BadInput} that names `source` and the offending field; layers tied together must
/// have the same setting.
ConfigFile parseConfigFile(const std::string &text, const std::string &source);
/// A JSON file, or a picture, a report's page or a packed generator that was saved with its
/// configuration.
ConfigFile readConfigFile(const std::filesystem::path &path);

/// What differs between the generator a configuration was made for and `info`, one sentence each;
/// empty if the configuration fits (same layers with the same shapes and kinds). A different file
/// hash alone is no mismatch: retrained weights of the same network may use the configuration.
std::vector<std::string> mismatches(const ConfigFile &file, const GeneratorInfo &info);

/// The ranges of the file where they hold: for the same weights, sampling and calibration. Null
/// where it has none.
std::shared_ptr<const CalibratedRanges> usableRanges(const ConfigFile &file,
                                                     const GeneratorInfo &info,
                                                     const SamplingPlan &plan,
                                                     const CalibrationPlan &calibration);

/// The configuration fits, but was made for other weights of the same layers: a sentence that says
/// so; empty if the weights are the same file's.
std::string otherWeightsNote(const ConfigFile &file, const GeneratorInfo &info);

} // namespace quantloupe

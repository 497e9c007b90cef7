// SPDX-License-Identifier: GPL-3.0-or-later
#include "calibration_options.h"

#include "base/error.h"
#include "session/input_files.h"

#include <algorithm>
#include <filesystem>

namespace quantloupe::cli {

namespace {

constexpr const char *kLatents = "latents";

/// The IMAGES among the sources; empty for none.
std::string imagesOf(const ConfigOptions &options)
{
    std::string images;
    for (const std::string &source : options.calibrateOn) {
        if (source == kLatents)
            continue;
        if (!images.empty())
            throw Error(ErrorKind::BadInput, "--calibrate-on takes one set of pictures, not both " +
                                                 images + " and " + source + ".");
        images = source;
    }
    return images;
}

Pictures readPictures(CommandContext &context, const Generator &generator,
                      const GenerateOptions &options, const std::string &source, int count)
{
    if (!info(generator).isImageToImage())
        throw Error(ErrorKind::BadInput, info(generator).name +
                                             " takes latents; it is calibrated on latents, not on "
                                             "--calibrate-on " +
                                             source + ".");
    const GivenImages given = readGivenImages(source, static_cast<std::size_t>(count));
    for (const std::string &skipped : given.skipped)
        note(context, skipped);
    return fittedPictures(given.images, options.inputs, info(generator));
}

CalibrationInputs inputsOf(const ConfigOptions &options, const GeneratorInfo &facts)
{
    const bool drawn = std::ranges::count(options.calibrateOn, kLatents) > 0;
    if (!drawn || !facts.isImageToImage())
        return CalibrationInputs::Given;
    return imagesOf(options).empty() ? CalibrationInputs::Drawn : CalibrationInputs::Both;
}

/// What is asked for, or the most that the network is calibrated on, with a word about it. A saved
/// number that comes to the same stays, so that its ranges are known again.
int countFor(CommandContext &context, int wanted, const GeneratorInfo &facts,
             const std::optional<ConfigFile> &saved)
{
    const int used = usedCount(facts, wanted);
    if (used < wanted)
        note(context, facts.name + " takes pictures, of which calibration uses " +
                          std::to_string(used) +
                          " at most, since each is thousands of values of "
                          "every layer; --calibrate-count " +
                          std::to_string(wanted) + " is taken as " + std::to_string(used) + ".");
    const int kept = saved ? saved->calibration.count : used;
    return usedCount(facts, kept) == used ? kept : used;
}

CalibrationPlan planOf(CommandContext &context, const ConfigOptions &options,
                       const Generator &generator, const std::optional<ConfigFile> &saved)
{
    const GeneratorInfo &facts = info(generator);
    CalibrationPlan plan = calibrationPlan(generator);
    plan.seed = context.global.seed;
    if (saved)
        plan = saved->calibration;
    if (options.calibrateCount)
        plan.count = countFor(context, *options.calibrateCount, facts, saved);
    plan.seed = options.calibrateSeed.value_or(plan.seed);
    if (!options.calibrateOn.empty())
        plan.inputs = inputsOf(options, facts);
    return plan;
}

} // namespace

ChosenCalibration calibrationFor(CommandContext &context, const Generator &generator,
                                 const GenerateOptions &options,
                                 const std::optional<ConfigFile> &saved, const SamplingPlan &plan)
{
    ChosenCalibration chosen;
    chosen.plan = planOf(context, options.config, generator, saved);
    if (const std::string images = imagesOf(options.config); !images.empty())
        chosen.pictures = readPictures(context, generator, options, images, chosen.plan.count);
    if (!saved || saved->ranges.layers.empty() || !options.config.calibrateOn.empty())
        return chosen;
    chosen.ranges = usableRanges(*saved, info(generator), plan, chosen.plan);
    if (!chosen.ranges)
        note(context, "The activation ranges of " + options.config.file +
                          " are made anew: the weights, the sampling or the calibration are not "
                          "those they were made for.");
    return chosen;
}

std::string calibrationSource(const ConfigOptions &options)
{
    std::string text;
    for (const std::string &source : options.calibrateOn)
        text += (text.empty() ? "" : " + ") + source;
    return text.empty() ? kLatents : text;
}

CalibratedRanges namedRanges(CalibratedRanges ranges, const GenerateOptions &options)
{
    CalibrationPictures &pictures = ranges.pictures;
    const std::string given = imagesOf(options.config);
    const std::filesystem::path source = given.empty() ? options.inputs.images : given;
    if (!pictures.isEmpty() && pictures.name.empty())
        pictures.name = source.filename().string();
    return ranges;
}

} // namespace quantloupe::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cache_folder.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/version.h"
#include "commands.h"
#include "metrics/swd.h"
#include "metrics/swd_draw_files.h"
#include "picture_fit.h"
#include "session/input_files.h"
#include "tables.h"

#include <algorithm>
#include <iostream>

namespace quantloupe::cli {

namespace {

struct Measurement
{
    SwdResult result;
    int side = 0;
    /// Why there is no floor; empty if there is one.
    std::string floorReason;
    std::size_t skipped = 0;
};

/// Before anything is read: an endless or unequal set shows by its size.
void requireEqualCounts(const ImageSet &images, const ImageSet &reference, std::size_t count)
{
    const std::size_t a = std::min(images.size(), count);
    const std::size_t b = std::min(reference.size(), count);
    if (a != b)
        throw Error(ErrorKind::BadInput, "SWD needs as many pictures in both sets, but there are " +
                                             std::to_string(a) + " and " + std::to_string(b) +
                                             "; give --count " + std::to_string(std::min(a, b)) +
                                             ".");
}

ImageStack picturesOf(CommandContext &context, const ImageSet &set,
                      const ImagePreparation &preparation, const RunContext &run,
                      Measurement &measurement)
{
    ImageStack stack = prepareImages(set, preparation, run);
    for (const std::string &skipped : stack.skipped)
        note(context, skipped);
    measurement.skipped += stack.skipped.size();
    return stack;
}

ImageStack firstOf(const ImageStack &stack, std::size_t count)
{
    ImageStack first = stack;
    first.count = std::min(count, stack.count);
    first.pixels.resize(first.count * first.bytesOfOne());
    return first;
}

SwdRequest requestFor(CommandContext &context, const SwdOptions &options)
{
    SwdRequest request;
    request.seed = context.global.seed;
    request.threads = context.global.threads;
    if (!context.global.noCache && !cacheFolder().empty())
        request.keptSides = cacheFolder() / "swd";
    if (!options.patches.empty())
        request.fixedCenters = readSwdCenters(options.patches);
    if (!options.directions.empty())
        request.fixedDirections = readSwdDirections(options.directions);
    return request;
}

void addFloor(const ImageStack &reference, const SwdRequest &request, const RunContext &run,
              Measurement &measurement)
{
    const std::size_t n = measurement.result.n;
    if (reference.count / 2 < n)
        measurement.floorReason = "two halves of " + std::to_string(n) + " need " +
                                  std::to_string(2 * n) + " reference pictures, but there are " +
                                  std::to_string(reference.count);
    else
        measurement.result.floor = swdFloor(reference, n, request, run).value;
}

Measurement measured(CommandContext &context, const SwdOptions &options)
{
    const SwdRequest request = requestFor(context, options);
    const ImageSetPtr images = openGivenImages(options.images);
    const ImageSetPtr reference = openGivenImages(options.reference);
    requireEqualCounts(*images, *reference, options.count);
    Measurement measurement;
    ImagePreparation preparation = preparationFor(options.preparation);
    preparation.count = std::min(options.count, images->size());
    const RunContext &run = context.run;
    const ImageStack a = picturesOf(context, *images, preparation, run.sub(0, 0.05), measurement);
    ImagePreparation doubled = preparation;
    doubled.count *= options.floor ? 2 : 1;
    const ImageStack b = picturesOf(context, *reference, doubled, run.sub(0.05, 0.1), measurement);
    measurement.result = swd(a, firstOf(b, preparation.count), request, run.sub(0.1, 0.6));
    measurement.floorReason = options.floor ? "" : "not asked for";
    if (options.floor)
        addFloor(b, request, run.sub(0.6, 1), measurement);
    measurement.side = a.side;
    return measurement;
}

/// Where patches or directions come from: FILE[:PREFIX] and its contents, or the seed.
nlohmann::ordered_json drawJson(const std::string &option)
{
    if (option.empty())
        return "drawn by the seed";
    const std::string ending = ".safetensors:";
    const std::size_t end = option.rfind(ending);
    const std::string file =
        end == std::string::npos ? option : option.substr(0, end + ending.size() - 1);
    return {{"file", option}, {"sha256", sha256OfFile(file)}};
}

std::string drawText(const std::string &what, const std::string &option)
{
    return option.empty() ? "" : "; " + what + " of " + option;
}

nlohmann::ordered_json answerFor(const SwdOptions &options, const Measurement &measurement)
{
    const SwdResult &result = measurement.result;
    nlohmann::ordered_json answer = {
        {"tool", "quantloupe"},        {"version", kVersion},      {"command", "swd"},
        {"seed", result.seed},         {"images", options.images}, {"reference", options.reference},
        {"name", result.name},         {"value", result.value},    {"n", result.n},
        {"standard", result.standard}, {"floor", nullptr}};
    if (result.floor)
        answer["floor"] = *result.floor;
    else
        answer["floorReason"] = measurement.floorReason;
    answer["levels"] = nlohmann::ordered_json::array();
    for (const SwdLevel &level : result.levels)
        answer["levels"].push_back({{"resolution", level.resolution}, {"value", level.value}});
    answer["patches"] = drawJson(options.patches);
    answer["directions"] = drawJson(options.directions);
    if (result.floor && !options.patches.empty())
        answer["floorPatches"] = drawJson({});
    answer["preparation"] = preparationJson(options.preparation, measurement.side);
    answer["skipped"] = measurement.skipped;
    return answer;
}

std::string textFor(const SwdOptions &options, const Measurement &measurement)
{
    const SwdResult &result = measurement.result;
    Table table({"level", result.name + " x 1000"});
    for (const SwdLevel &level : result.levels)
        table.add({std::to_string(level.resolution), numberText(level.value, 3)});
    table.add({"mean", numberText(result.value, 3)});
    if (options.floor)
        table.add({"floor", numberText(result.floor, 3)});
    std::string text = table.text();
    text += std::to_string(result.n) + " pictures of each set" +
            (result.standard ? "" : "; not the published setting") +
            drawText("patches", options.patches) + drawText("directions", options.directions) +
            "\n";
    if (result.floor && !options.patches.empty())
        text += "The floor's patches are drawn by the seed: those of the file belong to other "
                "pictures.\n";
    if (options.floor && !result.floor)
        text += "No floor: " + measurement.floorReason + ".\n";
    return text;
}

} // namespace

void runSwd(CommandContext &context, const SwdOptions &options)
{
    const Measurement measurement = measured(context, options);
    if (context.global.json)
        std::cout << answerFor(options, measurement).dump(2) << '\n';
    else
        std::cout << textFor(options, measurement);
}

} // namespace quantloupe::cli

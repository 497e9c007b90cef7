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
#include "skipped_pictures.h"
#include "tables.h"

#include <algorithm>

namespace quantloupe::cli {

namespace {

struct Measurement
{
    SwdResult result;
    int side = 0;
    /// Why there is no floor; empty if there is one.
    std::string floorReason;
    std::vector<std::string> skipped;
};

/// What could be read of both sets.
struct Sides
{
    ImageStack a;
    ImageStack b;
    /// Whether there may be more of the larger one.
    bool isCut = false;
};

/// The first `count` readable pictures.
ImageStack picturesOf(const ImageSet &set, const SwdOptions &options, std::size_t count,
                      const RunContext &run)
{
    ImagePreparation preparation = preparationFor(options.preparation);
    preparation.count = count;
    return prepareImages(set, preparation, run);
}

/// Which pictures are damaged shows only when they are read. The smaller set comes first: of the
/// other one, which may be endless, no more is read than tells that it is larger.
Sides readSides(const SwdOptions &options, const RunContext &run)
{
    const ImageSetPtr images = openGivenImages(options.images);
    const ImageSetPtr reference = openGivenImages(options.reference);
    const std::size_t wantedOfB = (options.floor ? 2 : 1) * options.count;
    Sides sides;
    if (images->size() <= reference->size()) {
        sides.a = picturesOf(*images, options, options.count, run.sub(0, 0.5));
        const bool isWhole = sides.a.count == options.count;
        const std::size_t limit = isWhole ? wantedOfB : sides.a.count + 1;
        sides.b = picturesOf(*reference, options, limit, run.sub(0.5, 1));
        sides.isCut = !isWhole && sides.b.count == limit && limit < reference->size();
    } else {
        sides.b = picturesOf(*reference, options, wantedOfB, run.sub(0, 0.5));
        const std::size_t limit = std::min(options.count, sides.b.count + 1);
        sides.a = picturesOf(*images, options, limit, run.sub(0.5, 1));
        sides.isCut = limit < options.count && sides.a.count == limit && limit < images->size();
    }
    return sides;
}

std::vector<std::string> skippedOf(const Sides &sides)
{
    std::vector<std::string> skipped = sides.a.skipped;
    skipped.insert(skipped.end(), sides.b.skipped.begin(), sides.b.skipped.end());
    return skipped;
}

void requireEqualCounts(const Sides &sides, const SwdOptions &options)
{
    const std::size_t a = sides.a.count;
    const std::size_t b = std::min(sides.b.count, options.count);
    const std::string list = skippedList(skippedOf(sides));
    if (a == 0 || b == 0)
        throw Error(ErrorKind::BadInput,
                    (a == 0 ? options.images : options.reference) + " holds no readable picture.",
                    list);
    if (a == b)
        return;
    const auto counted = [&](std::size_t count) {
        return (sides.isCut && count == std::max(a, b) ? "at least " : "") + std::to_string(count);
    };
    throw Error(ErrorKind::BadInput,
                "SWD needs as many pictures in both sets, but " + counted(a) + " and " +
                    counted(b) + " can be read; give --count " + std::to_string(std::min(a, b)) +
                    ".",
                list);
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
    const RunContext &run = context.run;
    const Sides sides = readSides(options, run.sub(0, 0.1));
    requireEqualCounts(sides, options);
    Measurement measurement;
    measurement.skipped = skippedOf(sides);
    for (const std::string &skipped : measurement.skipped)
        note(context, skipped);
    measurement.result = swd(sides.a, firstOf(sides.b, sides.a.count), request, run.sub(0.1, 0.6));
    measurement.floorReason = options.floor ? "" : "not asked for";
    if (options.floor)
        addFloor(sides.b, request, run.sub(0.6, 1), measurement);
    measurement.side = sides.a.side;
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

nlohmann::ordered_json answerFor(const CommandContext &context, const SwdOptions &options,
                                 const Measurement &measurement)
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
    answer["warnings"] = context.notes;
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
            (result.standard ? "" : "; not the published setting") + "; pictures prepared with " +
            preparationText(preparationFor(options.preparation)) +
            drawText("patches", options.patches) + drawText("directions", options.directions) +
            "; seed " + std::to_string(result.seed) + "\n";
    if (result.floor && !options.patches.empty())
        text += "The floor's patches are drawn by the seed: those of the file belong to other "
                "pictures.\n";
    if (options.floor && !result.floor)
        text += "No floor: " + measurement.floorReason + ".\n";
    return text + skippedText(measurement.skipped);
}

} // namespace

void runSwd(CommandContext &context, const SwdOptions &options)
{
    const Measurement measurement = measured(context, options);
    give(context, answerFor(context, options, measurement), textFor(options, measurement));
}

} // namespace quantloupe::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "feature_sets.h"
#include "metrics/kernel_distance.h"
#include "metrics/random_order.h"
#include "skipped_pictures.h"
#include "tables.h"

#include <algorithm>
#include <charconv>
#include <span>

namespace quantloupe::cli {

namespace {

/// As KID is usually printed.
constexpr double kShownScale = 1000;

struct Measurement
{
    std::string name;
    KernelDistance distance;
    std::size_t n = 0;
    std::size_t referenceN = 0;
    std::optional<double> floor;
    /// Why there is no floor; empty if there is one.
    std::string floorReason;
};

/// COUNT:SIZE, or nothing for any other text.
std::optional<std::pair<std::size_t, std::size_t>> countAndSize(const std::string &text)
{
    std::pair<std::size_t, std::size_t> numbers;
    const char *const end = text.data() + text.size();
    const auto count = std::from_chars(text.data(), end, numbers.first);
    if (count.ec != std::errc() || count.ptr == end || *count.ptr != ':')
        return {};
    const auto size = std::from_chars(count.ptr + 1, end, numbers.second);
    if (size.ec != std::errc() || size.ptr != end || numbers.first == 0 ||
        numbers.first > 1'000'000)
        return {};
    return numbers;
}

std::vector<KidSubset> subsetsFor(const CommandContext &context, const std::string &option,
                                  const Features &a, const Features &b)
{
    if (option.empty())
        return {};
    if (const auto numbers = countAndSize(option))
        return drawKidSubsets(context.global.seed, numbers->first, numbers->second,
                              {a.count, b.count});
    return readKidSubsets(option);
}

Features rowsOf(const Features &all, std::span<const std::size_t> indices)
{
    Features rows{indices.size(), all.dimension, {}};
    for (const std::size_t index : indices)
        rows.values.insert(rows.values.end(), all.row(index).begin(), all.row(index).end());
    return rows;
}

Features firstOf(Features all, std::size_t count)
{
    all.count = std::min(count, all.count);
    all.values.resize(all.count * all.dimension);
    return all;
}

/// Two halves of the first 2 n, drawn by the seed.
void addFloor(const CommandContext &context, const Features &reference, std::size_t n,
              const RunContext &run, Measurement &measurement)
{
    measurement.floorReason = floorObstacle(n, reference.count);
    if (!measurement.floorReason.empty())
        return;
    const std::vector<std::size_t> order =
        randomOrder(2 * n, RandomStream(context.global.seed, StreamRole::Split, 0));
    const std::span<const std::size_t> all(order);
    const KernelDistance floor =
        kernelDistance(rowsOf(reference, all.first(n)), rowsOf(reference, all.subspan(n)), {},
                       context.global.threads, run);
    measurement.floor = floor.value;
    measurement.floorReason = floor.reason;
}

Measurement measured(CommandContext &context, FeatureSets &sets,
                     const FeatureDistanceOptions &options)
{
    sets.requireFeatures();
    const RunContext &run = context.run;
    Measurement measurement;
    measurement.name = kernelName(sets.identity());
    const Features a = sets.features(sets.a(), options.countOrDefault(), run.sub(0.02, 0.45));
    const std::size_t wanted =
        options.floor ? std::max(options.countOrDefault(), 2 * a.count) : options.countOrDefault();
    const Features reference = sets.features(sets.b(), wanted, run.sub(0.45, 0.9));
    const Features b = firstOf(reference, options.countOrDefault());
    measurement.n = a.count;
    measurement.referenceN = b.count;
    run.describe("Comparing features");
    measurement.distance = kernelDistance(a, b, subsetsFor(context, options.subsets, a, b),
                                          context.global.threads, run.sub(0.9, 0.95));
    measurement.floorReason = "not asked for";
    if (options.floor)
        addFloor(context, reference, a.count, run.sub(0.95, 1), measurement);
    return measurement;
}

nlohmann::ordered_json orNull(const std::optional<double> &value)
{
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json answerFor(const CommandContext &context, const FeatureSets &sets,
                                 const FeatureDistanceOptions &options,
                                 const Measurement &measurement)
{
    const KernelDistance &distance = measurement.distance;
    nlohmann::ordered_json answer = distanceHead(context, "kid", options);
    answer["name"] = measurement.name;
    answer["value"] = orNull(distance.value);
    if (!distance.value)
        answer["reason"] = distance.reason;
    answer["standardError"] = orNull(distance.standardError);
    answer["n"] = measurement.n;
    answer["referenceN"] = measurement.referenceN;
    answer["floor"] = orNull(measurement.floor);
    if (!measurement.floor)
        answer["floorReason"] = measurement.floorReason;
    if (distance.subsets)
        answer["subsets"] = {{"count", distance.subsets->count},
                             {"size", distance.subsets->size},
                             {"mean", distance.subsets->mean},
                             {"deviation", distance.subsets->deviation}};
    sets.addTo(answer);
    return answer;
}

std::string scaled(const std::optional<double> &value)
{
    return numberText(value ? std::optional(kShownScale * *value) : std::nullopt, 4);
}

std::string textFor(const CommandContext &context, const FeatureSets &sets,
                    const FeatureDistanceOptions &options, const Measurement &measurement)
{
    const KernelDistance &distance = measurement.distance;
    Table table({"measure", "value x 1000"});
    table.add({measurement.name, scaled(distance.value)});
    table.add({"standard error", scaled(distance.standardError)});
    if (distance.subsets) {
        table.add({"mean of subsets", scaled(distance.subsets->mean)});
        table.add({"their deviation", scaled(distance.subsets->deviation)});
    }
    if (options.floor)
        table.add({"floor", scaled(measurement.floor)});
    std::string text = table.text() + "Pictures: " + std::to_string(measurement.n) + " against " +
                       std::to_string(measurement.referenceN) + "; " + sets.text() + "; seed " +
                       std::to_string(context.global.seed) + "\n";
    if (!distance.value)
        text += "No value: " + distance.reason + ".\n";
    if (options.floor && !measurement.floor)
        text += "No floor: " + measurement.floorReason + ".\n";
    return text + skippedText(sets.skipped());
}

} // namespace

void runKid(CommandContext &context, const FeatureDistanceOptions &options)
{
    FeatureSets sets(context, options);
    const Measurement measurement = measured(context, sets, options);
    give(context, answerFor(context, sets, options, measurement),
         textFor(context, sets, options, measurement));
}

} // namespace quantloupe::cli

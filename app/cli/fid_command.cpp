// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "commands.h"
#include "feature_sets.h"
#include "metrics/frechet_distance.h"
#include "reference_stats.h"
#include "skipped_pictures.h"
#include "tables.h"

#include <algorithm>

namespace quantloupe::cli {

namespace {

struct Measurement
{
    std::string name;
    FrechetDistance distance;
    std::size_t n = 0;
    std::size_t referenceN = 0;
    std::optional<double> floor;
    /// Why there is no floor; empty if there is one.
    std::string floorReason;

    bool isOfFew() const { return name == "FID" && (isFew(n) || isFew(referenceN)); }

private:
    /// A file of mean and covariance alone does not tell its number, 0.
    static bool isFew(std::size_t count) { return count > 0 && count < kFidDimension; }
};

std::string countText(std::size_t n)
{
    return n == 0 ? "unknown" : std::to_string(n);
}

/// Mean and covariance cannot be those of fewer pictures.
void refuseIdleCount(const FeatureSets &sets, const FeatureDistanceOptions &options)
{
    if (options.count && sets.a().stats && sets.b().stats)
        throw Error(ErrorKind::BadInput,
                    "--count has no effect on statistics, whose pictures were counted before; "
                    "leave it out.");
}

/// Before anything is measured: a small set shows by its size.
void requireEnough(const FeatureSets &sets, const FeatureDistanceOptions &options)
{
    Measurement expected;
    expected.name = frechetName(sets.identity());
    expected.n = sets.a().size(options.countOrDefault());
    expected.referenceN = sets.b().size(options.countOrDefault());
    if (expected.isOfFew() && !options.few)
        throw Error(
            ErrorKind::BadInput,
            "FID of " + countText(expected.n) + " and " + countText(expected.referenceN) +
                " pictures is far from that of many; "
                "give --few to compute it all the same, or use kid, which needs fewer than " +
                std::to_string(kFidDimension) + ".");
}

/// Whether there are features of enough pictures to draw halves from.
std::string obstacleOf(const FeatureSource &reference, std::size_t n)
{
    if (reference.stats && reference.stats->features.count == 0)
        return "the file of the reference does not hold its features";
    return floorObstacle(n, reference.stats ? reference.stats->features.count
                                            : reference.images->size());
}

void measureReference(CommandContext &context, FeatureSets &sets, const FeatureStats &a,
                      const FeatureDistanceOptions &options, Measurement &measurement)
{
    measurement.floorReason = options.floor ? obstacleOf(sets.b(), a.n) : "not asked for";
    const bool wantsFloor = measurement.floorReason.empty();
    const std::size_t n = wantsFloor ? a.n : 0;
    const RunContext run = context.run.sub(0.5, 0.9);
    FeatureStats b;
    std::optional<ReferenceStats> reference;
    if (wantsFloor) {
        reference.emplace(context, sets.identity(), options.countOrDefault(), n);
        sets.measure(sets.b(), std::max(options.countOrDefault(), 2 * n), run,
                     [&](const Features &batch) { reference->add(batch); });
        b = sets.b().stats ? *sets.b().stats : reference->first();
        // Damaged pictures show only when they are read.
        measurement.floorReason = floorObstacle(n, reference->seen());
    } else {
        b = sets.stats(sets.b(), options.countOrDefault(), run);
    }
    measurement.referenceN = b.n;
    measurement.distance = frechetDistance(a, b, context.run.sub(0.9, 0.95));
    if (measurement.floorReason.empty()) {
        const FrechetDistance floor =
            frechetDistance(reference->half(0), reference->half(1), context.run.sub(0.95, 1));
        measurement.floor = floor.value;
        measurement.floorReason = floor.reason;
    }
}

Measurement measured(CommandContext &context, FeatureSets &sets,
                     const FeatureDistanceOptions &options)
{
    refuseIdleCount(sets, options);
    requireEnough(sets, options);
    Measurement measurement;
    measurement.name = frechetName(sets.identity());
    const FeatureStats a =
        sets.stats(sets.a(), options.countOrDefault(), context.run.sub(0.02, 0.5));
    measurement.n = a.n;
    measureReference(context, sets, a, options, measurement);
    return measurement;
}

nlohmann::ordered_json orNull(const std::optional<double> &value)
{
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json countOrNull(std::size_t n)
{
    return n == 0 ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(n);
}

nlohmann::ordered_json answerFor(const CommandContext &context, const FeatureSets &sets,
                                 const FeatureDistanceOptions &options,
                                 const Measurement &measurement)
{
    nlohmann::ordered_json answer = distanceHead(context, "fid", options);
    answer["name"] = measurement.name;
    answer["value"] = orNull(measurement.distance.value);
    if (!measurement.distance.value)
        answer["reason"] = measurement.distance.reason;
    answer["n"] = countOrNull(measurement.n);
    answer["referenceN"] = countOrNull(measurement.referenceN);
    answer["fewPictures"] = measurement.isOfFew();
    answer["form"] = name(measurement.distance.form);
    answer["meanTerm"] = measurement.distance.meanTerm;
    answer["floor"] = orNull(measurement.floor);
    if (!measurement.floor)
        answer["floorReason"] = measurement.floorReason;
    sets.addTo(answer);
    return answer;
}

std::string textFor(const CommandContext &context, const FeatureSets &sets,
                    const FeatureDistanceOptions &options, const Measurement &measurement)
{
    Table table({"measure", "value"});
    table.add({measurement.name, numberText(measurement.distance.value, 4)});
    if (options.floor)
        table.add({"floor", numberText(measurement.floor, 4)});
    std::string text = table.text() + "Pictures: " + countText(measurement.n) + " against " +
                       countText(measurement.referenceN) + "; " + sets.text() + "; seed " +
                       std::to_string(context.global.seed) + "\n";
    if (measurement.distance.form == FrechetForm::Gram)
        text += "Fewer pictures than features: computed from the pictures (Gram form).\n";
    if (measurement.isOfFew())
        text += "Fewer than " + std::to_string(kFidDimension) +
                " pictures: not to be compared with FID of more.\n";
    if (!measurement.distance.value)
        text += "No value: " + measurement.distance.reason + ".\n";
    if (options.floor && !measurement.floor)
        text += "No floor: " + measurement.floorReason + ".\n";
    return text + skippedText(sets.skipped());
}

} // namespace

void runFid(CommandContext &context, const FeatureDistanceOptions &options)
{
    FeatureSets sets(context, options);
    const Measurement measurement = measured(context, sets, options);
    give(context, answerFor(context, sets, options, measurement),
         textFor(context, sets, options, measurement));
}

} // namespace quantloupe::cli

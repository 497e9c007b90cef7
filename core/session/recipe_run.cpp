// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/recipe_run.h"

#include "data/image_set.h"
#include "session/metrics_plan.h"

#include <algorithm>
#include <chrono>

namespace quantloupe {

namespace {

using Clock = std::chrono::steady_clock;

/// The generator whose training pictures the program draws itself.
constexpr const char *kAvatarsGenerator = "builtin:avatars-64";
/// Of a row's progress; the rest is the measurement's.
constexpr double kLayersShare = 0.02;

std::optional<LevelUse> levelUse(const GeneratorInfo &info, const std::vector<LayerReport> &layers)
{
    double weights = 0;
    LevelUse use{0, 0};
    for (const LayerReport &layer : layers) {
        const LayerInfo *facts = info.layer(layer.name);
        if (layer.spec.weight.isFloat() || !facts)
            continue;
        const auto share = static_cast<double>(facts->weights);
        weights += share;
        use.occupancy += share * layer.occupancy;
        use.entropy += share * layer.entropy;
    }
    if (weights == 0)
        return {};
    return LevelUse{use.occupancy / weights, use.entropy / weights};
}

MetricsRequest requestOf(const RecipeRequest &request, const RecipeConfiguration &configuration)
{
    MetricsRequest measurement = request.measurement;
    measurement.config = configuration.config;
    return measurement;
}

const RecipeRow *knownRow(const RecipeRequest &request, const RecipeConfiguration &configuration)
{
    const auto found = std::ranges::find_if(request.known, [&](const RecipeRow &row) {
        return row.configuration.config == configuration.config;
    });
    return found == request.known.end() ? nullptr : &*found;
}

RecipeRow measuredRow(Session &session, const MetricsRequest &measurement,
                      const RecipeConfiguration &configuration, Lane lane,
                      const RunContext &context)
{
    RecipeRow row{configuration, {}, {}, {}};
    CompareRequest one = generationOf(measurement);
    one.source.samples = firstSamples(measurement.seed, 1);
    const CompareReport compared = session.compare(one, lane, context.sub(0, kLayersShare));
    row.size = compared.size;
    row.levels = levelUse(info(*measurement.generator), compared.layers);
    row.report = session.measure(measurement, lane, context.sub(kLayersShare, 1));
    return row;
}

} // namespace

std::string usualRecipeReference(const std::string &path)
{
    return path == kAvatarsGenerator ? kBuiltinAvatars : std::string();
}

RecipeReport runRecipe(Session &session, const RecipeRequest &request, Lane lane,
                       const RunContext &context, const RecipeSink &sink)
{
    const auto start = Clock::now();
    const GeneratorInfo &facts = info(*request.measurement.generator);
    const Recipe recipe = recipeFor(request.kind, facts);
    const double count = static_cast<double>(recipe.configurations.size());
    RecipeReport report{request.kind, {}, {}, recipe.notes, 0};
    for (const RecipeConfiguration &configuration : recipe.configurations) {
        const double done = static_cast<double>(report.rows.size());
        const RunContext part = context.sub(done / count, (done + 1) / count);
        const RecipeRow *known = knownRow(request, configuration);
        report.rows.push_back(known ? *known
                                    : measuredRow(session, requestOf(request, configuration),
                                                  configuration, lane, part));
        if (sink)
            sink(report.rows.back(), report.rows.size() - 1, recipe.configurations.size());
    }
    report.claims = judge(request.kind, facts.layers, report.rows);
    report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    return report;
}

MetricsEstimate estimateRecipe(Session &session, const RecipeRequest &request, Lane lane,
                               const RunContext &context)
{
    const Recipe recipe = recipeFor(request.kind, info(*request.measurement.generator));
    MetricsEstimate estimate =
        session.estimate(requestOf(request, recipe.configurations.front()), lane, context);
    estimate.seconds *= static_cast<double>(recipe.configurations.size());
    estimate.samples *= recipe.configurations.size();
    estimate.phases.clear();
    return estimate;
}

} // namespace quantloupe

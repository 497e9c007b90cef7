// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/recipe_run.h"

#include "base/elapsed.h"
#include "data/image_set.h"
#include "session/metrics_plan.h"

#include <algorithm>
#include <chrono>
#include <utility>

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

const RecipeRow *knownRow(const std::vector<RecipeRow> &known,
                          const RecipeConfiguration &configuration)
{
    const auto found = std::ranges::find_if(known, [&](const RecipeRow &row) {
        return row.configuration.config == configuration.config;
    });
    return found == known.end() ? nullptr : &*found;
}

/// Against the same pictures, by the same features.
bool isComparable(const RecipeRow &a, const RecipeRow &b)
{
    return a.report.reference == b.report.reference && a.report.features == b.report.features;
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

/// One run, row by row.
class RecipeRun
{
public:
    RecipeRun(Session &session, const RecipeRequest &request, Lane lane, const Recipe &recipe)
        : m_session(session),
          m_request(request),
          m_lane(lane),
          m_configurations(recipe.configurations),
          m_known(request.known)
    {
    }

    std::vector<RecipeRow> rows(const RunContext &context, const RecipeSink &sink)
    {
        checkKnown(context);
        std::vector<RecipeRow> rows;
        for (std::size_t i = 0; i < m_configurations.size(); ++i) {
            const RecipeRow *known = knownRow(m_known, m_configurations[i]);
            rows.push_back(known ? *known : measured(i, context));
            rows.back().size =
                m_session.size(*m_request.measurement.generator, m_configurations[i].config);
            if (sink)
                sink(rows.back(), i, m_configurations.size());
        }
        return rows;
    }

private:
    /// The first row that is missing tells what the known ones must have been measured by.
    void checkKnown(const RunContext &context)
    {
        if (m_known.empty())
            return;
        for (std::size_t i = 0; i < m_configurations.size(); ++i) {
            if (knownRow(m_known, m_configurations[i]))
                continue;
            RecipeRow fresh = measured(i, context);
            std::erase_if(m_known, [&](const RecipeRow &row) { return !isComparable(row, fresh); });
            m_known.push_back(std::move(fresh));
            return;
        }
    }

    RecipeRow measured(std::size_t index, const RunContext &context)
    {
        const auto done = static_cast<double>(index);
        const auto count = static_cast<double>(m_configurations.size());
        const RecipeConfiguration &configuration = m_configurations[index];
        return measuredRow(m_session, requestOf(m_request, configuration), configuration, m_lane,
                           context.sub(done / count, (done + 1) / count));
    }

    Session &m_session;
    const RecipeRequest &m_request;
    Lane m_lane;
    const std::vector<RecipeConfiguration> &m_configurations;
    std::vector<RecipeRow> m_known;
};

} // namespace

std::string usualRecipeReference(const std::string &path)
{
    return path == kAvatarsGenerator ? kBuiltinAvatars : std::string();
}

std::string drawnInputsNote(const MetricsRequest &measurement)
{
    if (inputsOf(measurement) != MetricInputs::DrawnPictures)
        return {};
    return "The inputs are drawn by the seed and are no pictures, so that no claim is judged; give "
           "the network pictures of its own kind.";
}

RecipeReport runRecipe(Session &session, const RecipeRequest &request, Lane lane,
                       const RunContext &context, const RecipeSink &sink)
{
    const auto start = Clock::now();
    const Recipe recipe = recipeFor(request.kind, info(*request.measurement.generator));
    RecipeRun run(session, request, lane, recipe);
    RecipeReport report{request.kind, run.rows(context, sink), {}, recipe.notes, 0};
    if (const std::string note = drawnInputsNote(request.measurement); !note.empty())
        report.notes.push_back(note);
    report.claims = judge(request.kind, info(*request.measurement.generator).layers, report.rows);
    report.seconds = secondsSince(start);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cache_folder.h"
#include "base/error.h"
#include "base/file_io.h"
#include "durations.h"
#include "recipe_text.h"
#include "recording.h"
#include "reproduce_options.h"
#include "session/recipe_rows.h"
#include "session/run_answers.h"
#include "session/run_findings.h"

#include <iostream>

namespace quantloupe::cli {

namespace {

std::string referenceFor(const MetricsOptions &options)
{
    const std::string &generator = options.generate.generator.file;
    if (!options.reference.empty())
        return options.reference;
    if (const std::string usual = usualRecipeReference(generator); !usual.empty())
        return usual;
    // What is no file needs another name, not a reference.
    requireReadableFile(generator);
    throw Error(ErrorKind::BadInput,
                "No reference comes with " + generator +
                    "; give the pictures it was trained with by --reference IMAGES, or --reference "
                    "float for other pictures of the float generator.");
}

RecipeRequest recipeRequest(CommandContext &context, const ReproduceOptions &options)
{
    const RecipeKind kind = parseRecipe(options.recipe);
    MetricsOptions metrics = options.metrics;
    metrics.reference = referenceFor(metrics);
    return {kind, metricsRequestFor(context, metrics), {}};
}

/// Where rows are kept; an empty folder for nowhere.
RecipeRows rowsFor(const RecipeRequest &request)
{
    return {request.measurement.execution.useCache ? cacheFolder() : std::filesystem::path(),
            request};
}

void sayKept(const CommandContext &context, const RecipeRequest &request)
{
    if (!context.global.quiet && !request.known.empty())
        std::cerr << request.known.size() << " configurations are measured already.\n";
}

void sayEstimate(CommandContext &context, const RecipeRequest &request)
{
    if (context.global.quiet)
        return;
    const MetricsEstimate estimate =
        estimateRecipe(context.session, request, Lane::Compute, context.run.sub(0, 0.01));
    const Recipe recipe = recipeFor(request.kind, info(*request.measurement.generator));
    std::cerr << "At most about " << durationText(estimate.seconds) << " for "
              << recipe.configurations.size() << " configurations, " << request.measurement.count
              << " samples each.\n";
}

/// A row is a cell of the run that --store keeps.
void record(const CommandContext &context, const RecipeRow &row)
{
    if (context.recording)
        context.recording->appendCell(storedRow(row));
}

} // namespace

void runReproduce(CommandContext &context, const ReproduceOptions &options)
{
    RecipeRequest request = recipeRequest(context, options);
    note(context, drawnInputsNote(request.measurement));
    const RecipeRows kept = rowsFor(request);
    if (options.metrics.resume)
        request.known = kept.read();
    sayEstimate(context, request);
    sayKept(context, request);
    const RecipeReport report =
        runRecipe(context.session, request, Lane::Compute, context.run.sub(0.01, 1),
                  [&](const RecipeRow &row, std::size_t index, std::size_t count) {
                      kept.keep(row);
                      record(context, row);
                      if (!context.global.quiet)
                          std::cerr << recipeProgressText(row, index, count) << '\n';
                  });
    kept.remove();
    for (const std::string &skipped : report.rows.front().report.skipped)
        note(context, skipped);
    give(context, answerFor(request, report, context.notes),
         std::string(paperOf(report.kind)) + "\n" + std::string(sourceOf(report.kind)) + "\n\n" +
             recipeText(report));
}

} // namespace quantloupe::cli

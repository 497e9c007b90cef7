// SPDX-License-Identifier: GPL-3.0-or-later
#include "reproduce_options.h"

#include "analysis/recipe.h"
#include "base/embedded_files.h"
#include "words.h"

namespace quantloupe::cli {

namespace {

constexpr std::size_t kHelpColumn = 11;

} // namespace

std::string recipeHelp()
{
    std::string text = "Recipes, all of them without training:\n";
    for (const RecipeKind kind : recipeKinds())
        text +=
            helpLine(name(kind), std::string(paperOf(kind)) + ". " + std::string(sourceOf(kind)),
                     kHelpColumn);
    return text;
}

void addTo(CLI::App &command, ReproduceOptions &options)
{
    command.add_option("RECIPE", options.recipe, joined(namesOf(recipeKinds())))->required();
    options.metrics.metrics = "swd,fid,sqnr";
    options.metrics.reference.clear();
    options.metrics.generate.generator.file = embeddedGenerators().front();
    addTo(command, options.metrics.generate.generator);
    command.get_option(kGeneratorOption)->required(false)->capture_default_str();
    addCalibration(command, options.metrics.generate.config);
    addImages(command, options.metrics.generate.inputs);
    command.add_option("--reference", options.metrics.reference,
                       "Pictures: folder, tar, IDX(.gz), CIFAR binary, FILE.safetensors:key, "
                       "builtin:avatars; or float, the float generator on other latents "
                       "(builtin:avatars for builtin:avatars-64)");
    addTo(command, options.metrics.preparation);
    command.add_option("--count", options.metrics.count, "Number of samples of each configuration")
        ->check(CLI::Range(1, 10000000))
        ->capture_default_str();
    options.metrics.extractor.file = std::string(kBuiltinExtractor);
    addTo(command, options.metrics.extractor, "extractor-");
    command.add_flag("--resume", options.metrics.resume,
                     "Go on with a stopped run of the same request: what it has measured is kept");
    command.add_flag("--few", options.metrics.few,
                     "Measure FID of fewer than " + std::to_string(kFidDimension) +
                         " samples all the same, and mark it");
}

} // namespace quantloupe::cli

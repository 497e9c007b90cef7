// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/file_io.h"
#include "base/version.h"
#include "commands.h"
#include "feature_sets.h"
#include "metrics/feature_files.h"
#include "skipped_pictures.h"

#include <iostream>

namespace quantloupe::cli {

namespace {

/// Only pytorch-fid's form leaves the features out.
KeepFeatures keptFor(const std::string &out)
{
    return out.ends_with(".safetensors") ? KeepFeatures::Always : KeepFeatures::WhereShort;
}

} // namespace

void runFeatures(CommandContext &context, const FeaturesOptions &options)
{
    if (!options.out.empty()) {
        requireFeatureFileName(options.out);
        requireWritableFile(options.out);
    }
    FeatureDistanceOptions single;
    single.a = options.images;
    single.extractor = options.extractor;
    single.preparation = options.preparation;
    FeatureSets sets(context, single);
    FeatureAccumulator accumulator(sets.identity(), keptFor(options.out));
    const RunContext stopOnly(context.run.stopToken());
    sets.measure(
        sets.a(), options.count.value_or(kFeatureCount), context.run.sub(0.02, 1),
        [&](const Features &batch) { accumulator.add(batch, context.global.threads, stopOnly); });
    FeatureStats stats = accumulator.finish(context.global.threads, stopOnly);
    if (stats.n == 0)
        throw Error(ErrorKind::BadInput, options.images + " holds no readable picture.",
                    skippedList(sets.skipped()));
    stats.preparation = sets.preparation();
    if (options.out.empty())
        note(context, "The features were computed but not kept; name a file with --out.");
    else
        writeFeatureStats(options.out, stats);
    if (!context.global.json) {
        std::cout << stats.n << (stats.n == 1 ? " picture, " : " pictures, ") << sets.text() << '\n'
                  << skippedText(sets.skipped());
        return;
    }
    nlohmann::ordered_json answer = {{"tool", "quantloupe"},     {"version", kVersion},
                                     {"command", "features"},    {"seed", context.global.seed},
                                     {"images", options.images}, {"n", stats.n}};
    sets.addTo(answer);
    answer["files"] = nlohmann::ordered_json::array();
    if (!options.out.empty())
        answer["files"].push_back(options.out);
    std::cout << answer.dump(2) << '\n';
}

} // namespace quantloupe::cli

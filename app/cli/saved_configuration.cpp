// SPDX-License-Identifier: GPL-3.0-or-later
#include "saved_configuration.h"

#include "calibration_options.h"
#include "session/present_provenance.h"

namespace quantloupe::cli {

namespace {

/// Whether numbers that the file holds are still those of the request.
bool isSameAs(const ConfigFile &saved, const ConfigFile &file)
{
    return saved.config == file.config && saved.plan == file.plan &&
           saved.calibration == file.calibration && saved.generatorSha256 == file.generatorSha256;
}

void takeOver(const ConfigFile &saved, ConfigFile &file)
{
    file.original = saved.original;
    file.origins = saved.origins;
    file.origins.note(saved.config, file.config, SettingOrigin::Manual);
    // --set may part what was tied.
    if (saved.config == file.config)
        file.marks = saved.marks;
    if (isSameAs(saved, file))
        file.results = saved.results;
}

} // namespace

ConfigFile configurationFile(const CommandContext &context, const CompareRequest &request,
                             const GenerateOptions &options, const CalibratedRanges &ranges)
{
    ConfigFile file =
        configFileFor(info(*request.generator), request.plan, request.calibration, request.config);
    file.ranges = namedRanges(ranges, options);
    if (!options.config.file.empty())
        takeOver(readConfigFile(options.config.file), file);
    file.provenance = presentProvenance(context.command, file.original);
    return file;
}

ConfigFile timed(ConfigFile file)
{
    file.provenance.created = presentTime();
    return file;
}

void addResults(const CommandContext &context, const GenerateOptions &options,
                const CompareReport &report, ConfigFile &file)
{
    const InputOptions &inputs = options.inputs;
    if (inputs.samples.empty() && inputs.latents.empty() && inputs.images.empty())
        file.results = resultsOf(report, context.global.seed);
}

} // namespace quantloupe::cli

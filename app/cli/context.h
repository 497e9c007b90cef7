// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "options.h"
#include "session/session.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace quantloupe::cli {

/// What all commands share while one of them runs.
struct CommandContext
{
    const GlobalOptions &global;
    const RunContext &run;
    Session session;
};

/// Opens the generator the options name; its warnings go to stderr.
GeneratorPtr openGenerator(CommandContext &context, const GeneratorOptions &options);
/// The generator's plan with what the options change.
SamplingPlan planFor(const Generator &generator, const GeneratorOptions &options);

struct ChosenConfig
{
    QuantConfig config;
    CalibrationPlan calibration;
    std::shared_ptr<const std::vector<Image>> calibrationImages;
};
/// The configuration of --config and --set, in this order. Notes about rules go to stderr.
ChosenConfig configFor(CommandContext &context, const Generator &generator,
                       const ConfigOptions &options);
/// Preview samples 0..count-1, or the given latents or pictures.
SampleSource sourceFor(CommandContext &context, const Generator &generator,
                       const InputOptions &options);
CompareRequest requestFor(CommandContext &context, const GeneratorPtr &generator,
                          const GeneratorOptions &generatorOptions, const ChosenConfig &config,
                          const InputOptions &inputs);

/// tool, version, command, seed and generator of every JSON answer.
nlohmann::ordered_json answerHead(const CommandContext &context, const std::string &command,
                                  const Generator &generator);
void note(const CommandContext &context, const std::string &sentence);

} // namespace quantloupe::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/config_file.h"
#include "options.h"
#include "session/session.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace quantloupe::cli {

class Recording;

/// What all commands share while one of them runs.
struct CommandContext
{
    const GlobalOptions &global;
    const RunContext &run;
    Session session;
    /// What note() said, for the answer.
    std::vector<std::string> notes = {};
    /// Where --store keeps the run; null without it.
    Recording *recording = nullptr;
    /// The command that runs, as one line for a shell.
    std::string command = {};
};

/// The answer of a command: JSON with --json, or else the text, on stdout; --store keeps the JSON.
void give(CommandContext &context, const nlohmann::ordered_json &answer, const std::string &text);

/// Opens the generator the options name, with the assumptions of a saved configuration where the
/// options say nothing; its warnings go to stderr. Throws Error{BadInput} with the differences if
/// the saved configuration is for another generator.
GeneratorPtr openGenerator(CommandContext &context, const GeneratorOptions &options,
                           const std::optional<ConfigFile> &saved = {});

/// The whole request: generator, configuration of --config and then --set, sampling plan of the
/// file unless the options change it, and preview samples 0..count-1 or the given inputs. Notes
/// about rules and skipped pictures go to stderr.
CompareRequest requestFor(CommandContext &context, const GenerateOptions &options);

/// What a --beside says, a file or rules and corrections on top of an all-float configuration.
/// Throws Error{BadInput} if it does not fit the generator.
QuantConfig besideConfig(CommandContext &context, const Generator &generator,
                         const std::string &text);

/// tool, version, command, seed and generator of every JSON answer.
nlohmann::ordered_json answerHead(const CommandContext &context, const std::string &command,
                                  const Generator &generator);
/// Says a sentence on stderr (unless --quiet) and keeps it for the answer; an empty one is none.
void note(CommandContext &context, const std::string &sentence);

/// Says so if `source` holds fewer samples than --count asked for.
void noteShortfall(CommandContext &context, const std::optional<std::size_t> &count,
                   const std::string &source, std::size_t available);

/// How samples are drawn: the plan, and where pictures are fed their source and how they are
/// fitted.
nlohmann::ordered_json samplingJson(const CompareRequest &request, const GenerateOptions &options);

} // namespace quantloupe::cli

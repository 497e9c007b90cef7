// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

namespace quantloupe::cli {

struct InspectOptions
{
    GeneratorOptions generator;
    std::string writeArchitecture;
};

struct GenerateOptions
{
    GeneratorOptions generator;
    ConfigOptions config;
    InputOptions inputs;
    std::string out;
};

void runInspect(CommandContext &context, const InspectOptions &options);
void runSample(CommandContext &context, const GenerateOptions &options);
void runCompare(CommandContext &context, const GenerateOptions &options);
void runDemo(CommandContext &context, const GenerateOptions &options);

} // namespace quantloupe::cli

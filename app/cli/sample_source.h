// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

namespace quantloupe::cli {

/// What the options feed: the first samples of the seed, named ones, or values of a file. Throws
/// Error{BadInput} where they contradict each other or the generator.
SampleSource sampleSource(CommandContext &context, const Generator &generator,
                          const InputOptions &options);

/// Samples by name, as a SampleList is written. Throws Error{BadInput}.
SampleSource namedSamples(const GeneratorInfo &info, const std::string &text);

} // namespace quantloupe::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/command_line.h"
#include "jobs/run_recorder.h"

namespace quantloupe {

class QuantDocument;

/// What a store keeps of a measurement of the document: the question as the command line asks it,
/// and its command. Where no command says it all, the configuration and a hash of the pictures that
/// were fed stand in the question instead, and there are no words.
RunRecorder::Request requestOf(const MetricsCommand &command, const QuantDocument &document);
RunRecorder::Request requestOf(const RecipeCommand &command, const QuantDocument &document);
RunRecorder::Request requestOf(const SensitivityCommand &command, const QuantDocument &document);
RunRecorder::Request requestOf(const SearchCommand &command, const QuantDocument &document);

} // namespace quantloupe

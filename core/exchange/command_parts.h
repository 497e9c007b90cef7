// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/command_line.h"

/// What command lines have in common: each adds words.
namespace quantloupe::command_parts {

using Words = std::vector<std::string>;

/// The fewest digits that give the same number back.
std::string shortest(double number);
/// A file as any folder can name it; other texts stay.
std::string absoluteFile(const std::string &path);
/// A file that is to be written.
std::string placeOf(const std::string &path);

void addGenerator(const ComparisonCommand &command, Words &words);
/// Where it is not the usual one.
void addPlan(const ComparisonCommand &command, Words &words);
/// Whether samples are needed to make it.
bool isCalibrated(const QuantConfig &config);
void addCalibration(const ComparisonCommand &command, Words &words);
/// The file, or plan, rules, corrections and calibration. Throws Error{Unsupported} for ranges of
/// pictures that have no path.
void addConfiguration(const ComparisonCommand &command, Words &words);
void addSamples(const ComparisonCommand &command, Words &words);
/// What makes the numbers the same ones.
void addKernels(const ComparisonCommand &command, Words &words);
/// Throws Error{Unsupported} for inputs that no command can name.
void requireDrawnInputs(ComparisonCommand::Inputs inputs);

} // namespace quantloupe::command_parts

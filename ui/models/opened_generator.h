// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quant/layer_marks.h"
#include "session/requests.h"

#include <QString>

namespace quantloupe {

/// For a file that is read as it says itself, or as the architecture file describes it.
OpenRequest openRequestFor(const QString &path, const QString &architectureFile = {});

/// An opened generator with all that is known about it.
struct OpenedGenerator
{
    GeneratorPtr generator;
    GeneratorInfo info;
    /// How it is sampled unless the user says otherwise.
    SamplingPlan plan;
    /// What it was opened with, to open it again with another choice.
    OpenRequest request;
};

/// The same layer as far as its settings are concerned.
bool sameLayer(const LayerInfo &a, const LayerInfo &b);
/// The settings of those layers that are the same in both networks.
QuantConfig keptConfig(const QuantConfig &config, const GeneratorInfo &before,
                       const GeneratorInfo &after);
/// The locks and ties of those layers.
LayerMarks keptMarks(const LayerMarks &marks, const GeneratorInfo &before,
                     const GeneratorInfo &after);
/// Fields of `plan` that differ from `guess` stay, the others are taken from `now`.
SamplingPlan keptPlan(const SamplingPlan &plan, const SamplingPlan &guess, SamplingPlan now);

/// True for the assumptions that a SamplingPlan holds too; changing them needs no new reading of
/// the file.
bool isSamplingAssumption(const std::string &key);
/// The plan's value of such an assumption, as text.
std::string samplingValue(const SamplingPlan &plan, const std::string &key);
/// Throws Error{BadInput} if `value` is no such value.
void setSamplingValue(SamplingPlan &plan, const std::string &key, const std::string &value);

} // namespace quantloupe

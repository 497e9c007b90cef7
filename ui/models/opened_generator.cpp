// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/opened_generator.h"

#include "base/error.h"

namespace quantloupe {

namespace {

constexpr std::string_view kDistribution = "latent.distribution";
constexpr std::string_view kInputRange = "input.range";
constexpr std::string_view kOutputRange = "output.range";

} // namespace

OpenRequest openRequestFor(const QString &path, const QString &architectureFile)
{
    OpenRequest request;
    request.path = path.toStdString();
    request.architectureFile = architectureFile.toStdString();
    return request;
}

bool sameLayer(const LayerInfo &a, const LayerInfo &b)
{
    return a.kind == b.kind && a.weightShape == b.weightShape && a.outputAxis == b.outputAxis &&
           a.hasActivationSite == b.hasActivationSite;
}

namespace {

bool isKept(const std::string &name, const GeneratorInfo &before, const GeneratorInfo &after)
{
    const LayerInfo *old = before.layer(name);
    const LayerInfo *now = after.layer(name);
    return old && now && sameLayer(*old, *now);
}

CorrectionChoice keptCorrections(CorrectionChoice choice, const GeneratorInfo &before,
                                 const GeneratorInfo &after)
{
    for (const Correction each : corrections()) {
        const CorrectionChoice::Layers layers = choice.exceptions(each);
        for (const std::string &name : layers)
            if (!isKept(name, before, after))
                choice.set(each, name, choice.isOnEverywhere(each));
    }
    return choice;
}

} // namespace

QuantConfig keptConfig(const QuantConfig &config, const GeneratorInfo &before,
                       const GeneratorInfo &after)
{
    QuantConfig kept;
    for (const auto &[name, spec] : config.layers())
        if (isKept(name, before, after))
            kept.set(name, spec);
    kept.setCorrections(keptCorrections(config.corrections(), before, after));
    return kept;
}

LayerMarks keptMarks(const LayerMarks &marks, const GeneratorInfo &before,
                     const GeneratorInfo &after)
{
    LayerMarks kept;
    for (const std::string &name : marks.locked())
        if (isKept(name, before, after))
            kept.setLocked(name, true);
    std::map<std::string, std::vector<std::string>> ties;
    for (const auto &[name, tie] : marks.ties())
        if (isKept(name, before, after))
            ties[tie].push_back(name);
    for (const auto &[tie, names] : ties)
        kept.setTie(names, tie);
    return kept;
}

SamplingPlan keptPlan(const SamplingPlan &plan, const SamplingPlan &guess, SamplingPlan now)
{
    if (plan.distribution != guess.distribution)
        now.distribution = plan.distribution;
    if (!(plan.inputRange == guess.inputRange))
        now.inputRange = plan.inputRange;
    if (!(plan.outputRange == guess.outputRange))
        now.outputRange = plan.outputRange;
    if (plan.label != guess.label)
        now.label = plan.label;
    if (plan.truncation != guess.truncation)
        now.truncation = plan.truncation;
    return now;
}

bool isSamplingAssumption(const std::string &key)
{
    return key == kDistribution || key == kInputRange || key == kOutputRange;
}

std::string samplingValue(const SamplingPlan &plan, const std::string &key)
{
    if (key == kDistribution)
        return std::string(name(plan.distribution));
    return toText(key == kInputRange ? plan.inputRange : plan.outputRange);
}

void setSamplingValue(SamplingPlan &plan, const std::string &key, const std::string &value)
{
    if (key == kDistribution)
        plan.distribution = value == "uniform" ? Distribution::Uniform : Distribution::Normal;
    else
        (key == kInputRange ? plan.inputRange : plan.outputRange) = parseRange(value);
}

} // namespace quantloupe

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/correction_notes.h"

#include "engine/correction_run.h"

#include <algorithm>

namespace quantloupe {

namespace {

/// Folding changes weights, and float ones are left as they are.
bool wants(const CorrectionTask &task, Correction correction, const std::string &layer)
{
    return task.config.corrects(correction, layer) &&
           (correction != Correction::FoldNorm || !task.config.spec(layer).weight.isFloat());
}

} // namespace

bool hasNormBehind(const Program &program, std::size_t layer)
{
    return std::ranges::any_of(
        program.norms, [&](const NormSite &norm) { return norm.layer == static_cast<int>(layer); });
}

std::string missingNormNote(const CorrectionTask &task, Correction correction, std::size_t layer)
{
    const Program &program = task.generator.program;
    if (hasNormBehind(program, layer))
        return {};
    const std::string what =
        correction == Correction::FoldNorm ? "Folding" : "Batch-norm re-estimation";
    if (!task.config.corrections().isOnEverywhere(correction))
        return what + " leaves " + program.layers[layer].name +
               " as it is: no batch norm with stored statistics is behind it.";
    for (std::size_t i = 0; i < program.layers.size(); ++i)
        if (wants(task, correction, program.layers[i].name) &&
            (i < layer || hasNormBehind(program, i)))
            return {};
    return what + " has no effect: none of the quantized layers that it is on for has a batch "
                  "norm with stored statistics behind it.";
}

std::string foldedNormNote(const std::string &layer)
{
    return "Batch-norm re-estimation leaves the batch norm behind " + layer +
           " as it is: it is folded into the weight; bias correction moves its mean.";
}

std::string noChannelsNote(const std::string &layer)
{
    return "Bias correction leaves " + layer +
           " as it is: the channels of its output cannot be told apart.";
}

std::string nothingQuantizedNote(const QuantConfig &config)
{
    if (config.corrections().isEmpty() || wantsCorrections(config))
        return {};
    return "Corrections have no effect: no layer that they are on for has a quantized weight or "
           "activation.";
}

} // namespace quantloupe
